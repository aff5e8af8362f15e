"""One request for a server's status, with the standard library alone, and every way in which it may fail."""

from __future__ import annotations

import http.client
import os
import re
import ssl
import urllib.error
import urllib.request
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from modelconfig.diagnostics.phrases import printable
from modelconfig.jsontext.reader import decode, parse_json

if TYPE_CHECKING:
    from email.message import Message
    from typing import IO

_PATH = "/status"
_LARGEST = 32 << 20
_TOKEN = re.compile("[!-~]+")
_LOOPBACK = ("localhost", "::1")
_HAS_NONE = "Is this the address of a `modelconfig serve` server?"


class NoStatus(Exception):
    """There is no status to be had; the text says why and what to do, in one line."""


class StatusRequest(NamedTuple):
    """Whom to ask, with what, and how long to wait."""

    url: str
    shown: str
    """The address as it may be printed: without a query."""
    host: str
    token: str | None
    seconds: float

    @classmethod
    def of(cls, text: str, token: str | None, seconds: float) -> StatusRequest:
        """Return what an operator has asked for. Raises NoStatus; of the address nothing is repeated."""
        try:
            parts = urlsplit(text.strip())
            host, _ = parts.hostname, parts.port
        except ValueError:
            parts, host = urlsplit(""), None
        if parts.scheme not in {"http", "https"} or not host or not text.isprintable() or " " in text.strip():
            raise NoStatus("this is no address of a server. Give one such as http://127.0.0.1:8080.")
        if "@" in parts.netloc:
            hint = "A token comes from --token-file or $MODELCONFIG_TOKEN."
            raise NoStatus(f"there is user information in the address, which is not used. {hint}")
        if token is not None and not _TOKEN.fullmatch(token):
            raise NoStatus("the token cannot be sent: one has visible ASCII characters only.")
        path = parts.path.rstrip("/")
        path = path if path.endswith(_PATH) else path + _PATH
        url = parts._replace(path=path, fragment="")
        return cls(url.geturl(), url._replace(query="").geturl(), host, token, seconds)


def fetch(question: StatusRequest) -> dict[str, Any]:
    """Return the status. Raises NoStatus."""
    ended: SimpleQueue[dict[str, Any] | NoStatus] = SimpleQueue()

    def ask() -> None:
        try:
            ended.put(_fetch(question))
        except NoStatus as why:
            ended.put(why)
        except Exception as why:  # noqa: BLE001  # whatever the network and the server come up with
            ended.put(NoStatus(f"{_at(question)}: there is no answer that can be read ({type(why).__name__})."))

    # In a thread that may be left behind: looking up a name, or a server that drips, respects no other limit.
    Thread(target=ask, daemon=True).start()
    try:
        found = ended.get(timeout=question.seconds)
    except Empty:
        hint = "Try again, or wait longer with --timeout."
        raise NoStatus(f"{_at(question)}: no whole answer within {question.seconds:g} seconds. {hint}") from None
    if isinstance(found, NoStatus):
        raise found
    return found


def _fetch(question: StatusRequest) -> dict[str, Any]:
    headers = {"Accept": "application/json"}
    if question.token is not None:
        headers["Authorization"] = f"token {question.token}"
    request = urllib.request.Request(question.url, headers=headers)  # noqa: S310  # http and https only, see Question
    at = _at(question)
    try:
        with _opener(question.host).open(request, timeout=question.seconds + 1) as answer:
            data = answer.read(_LARGEST + 1)
    except urllib.error.HTTPError as refused:
        refused.close()
        raise NoStatus(f"{at}: {_status(refused.code, given=question.token is not None)}") from None
    except urllib.error.URLError as why:
        raise NoStatus(f"{at}: {_unreachable(why.reason)}") from None
    except (OSError, http.client.HTTPException):
        raise NoStatus(f"{at}: the answer is not HTTP, or ends too early. {_HAS_NONE}") from None
    status = _parsed(data)
    if status is None:
        raise NoStatus(f"{at}: the answer is no status. {_HAS_NONE}")
    return status


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A token is for the address that it was given for."""

    def redirect_request(  # the standard library's own signature
        self,
        req: urllib.request.Request,  # the same
        fp: IO[bytes],  # the same
        code: int,  # the same
        msg: str,  # the same
        headers: Message,  # the same
        newurl: str,  # the same
    ) -> None:
        """Follow none: the redirect itself becomes the answer."""


def _opener(host: str) -> urllib.request.OpenerDirector:
    direct = host in _LOOPBACK or host.startswith("127.")
    # A proxy would look for this machine's own address on its own.
    return urllib.request.build_opener(_NoRedirects, *([urllib.request.ProxyHandler({})] if direct else []))


def _status(code: int, *, given: bool) -> str:
    if code in {401, 403}:
        if given:
            return "the token is not one that is valid there."
        return "a token is required. Give one with --token-file or $MODELCONFIG_TOKEN."
    if 300 <= code < 400:
        return f"it redirects (status {code}), which is not followed. Give the address where it leads."
    return f"the answer has status {code}. {_HAS_NONE}"


def _unreachable(reason: object) -> str:
    if isinstance(reason, ssl.SSLCertVerificationError):
        said = printable(reason.verify_message)
        return f"the certificate is not trusted: {said}. Name the authority that signed it with SSL_CERT_FILE."
    if isinstance(reason, ssl.SSLError):
        return f"TLS fails: {printable(reason.reason or 'no reason given')}. Does the server speak https there?"
    if isinstance(reason, OSError) and reason.errno is not None:
        said = os.strerror(reason.errno) if reason.errno > 0 else "the host name cannot be looked up"
        return f"no connection: {said}. Does the server run, and is this its address?"
    return "no connection. Does the server run, and is this its address?"


def _parsed(data: bytes) -> dict[str, Any] | None:
    source, _ = decode(data, "") if len(data) <= _LARGEST else (None, [])
    value = parse_json(source.text)[0] if source is not None else None
    if not isinstance(value, dict) or value.get("service") not in {"gateway", "instance"}:
        return None
    return value if isinstance(value.get("ready"), bool) and isinstance(value.get("stale"), bool) else None


def _at(question: StatusRequest) -> str:
    return printable(question.shown)
