"""Request a server's status with the standard library."""

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
_MAX_BYTES = 32 << 20
_TOKEN = re.compile("[!-~]+")
_LOOPBACK = ("localhost", "::1")
_ADDRESS_HINT = "Is this the address of a `modelconfig serve` server?"


class StatusUnavailable(Exception):
    """The status cannot be fetched; the message says why and what to do, in one line."""


class StatusRequest(NamedTuple):
    """The URL, the token and the timeout of a request for a status."""

    url: str
    display_url: str
    """The URL without its query, which may contain a secret."""
    host: str
    token: str | None
    timeout: float
    """In seconds."""

    @classmethod
    def from_options(cls, address: str, token: str | None, timeout: float) -> StatusRequest:
        """Return the request for a server's address. Raises StatusUnavailable; no message repeats the address."""
        try:
            parts = urlsplit(address.strip())
            host, _ = parts.hostname, parts.port
        except ValueError:
            parts, host = urlsplit(""), None
        if parts.scheme not in {"http", "https"} or not host or not address.isprintable() or " " in address.strip():
            raise StatusUnavailable("this is no address of a server. Give one such as http://127.0.0.1:8080.")
        if "@" in parts.netloc:
            hint = "A token comes from --token-file or $MODELCONFIG_TOKEN."
            raise StatusUnavailable(f"there is user information in the address, which is not used. {hint}")
        if token is not None and not _TOKEN.fullmatch(token):
            raise StatusUnavailable("the token cannot be sent: one has visible ASCII characters only.")
        path = parts.path.rstrip("/")
        path = path if path.endswith(_PATH) else path + _PATH
        url = parts._replace(path=path, fragment="")
        return cls(url.geturl(), url._replace(query="").geturl(), host, token, timeout)


def fetch(request: StatusRequest) -> dict[str, Any]:
    """Return the status. Raises StatusUnavailable."""
    results: SimpleQueue[dict[str, Any] | StatusUnavailable] = SimpleQueue()

    def put_result() -> None:
        try:
            results.put(_fetch(request))
        except StatusUnavailable as error:
            results.put(error)
        except Exception as error:  # noqa: BLE001  # the network and the server can raise anything
            results.put(
                StatusUnavailable(
                    f"{_printable_url(request)}: there is no answer that can be read ({type(error).__name__})."
                )
            )

    # In a thread that may be abandoned: no other timeout covers DNS or a server that sends very slowly.
    Thread(target=put_result, daemon=True).start()
    try:
        result = results.get(timeout=request.timeout)
    except Empty:
        hint = "Try again, or wait longer with --timeout."
        raise StatusUnavailable(
            f"{_printable_url(request)}: no whole answer within {request.timeout:g} seconds. {hint}"
        ) from None
    if isinstance(result, StatusUnavailable):
        raise result
    return result


def _fetch(request: StatusRequest) -> dict[str, Any]:
    headers = {"Accept": "application/json"}
    if request.token is not None:
        headers["Authorization"] = f"token {request.token}"
    http_request = urllib.request.Request(request.url, headers=headers)  # noqa: S310  # http or https, see from_options
    url = _printable_url(request)
    try:
        with _opener(request.host).open(http_request, timeout=request.timeout + 1) as response:
            data = response.read(_MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        error.close()
        raise StatusUnavailable(
            f"{url}: {_reason_for_code(error.code, token_sent=request.token is not None)}"
        ) from None
    except urllib.error.URLError as error:
        raise StatusUnavailable(f"{url}: {_reason_unreachable(error.reason)}") from None
    except (OSError, http.client.HTTPException):
        raise StatusUnavailable(f"{url}: the answer is not HTTP, or ends too early. {_ADDRESS_HINT}") from None
    status = _parse_status(data)
    if status is None:
        raise StatusUnavailable(f"{url}: the answer is no status. {_ADDRESS_HINT}")
    return status


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, because a token must not be sent to another address."""

    def redirect_request(  # the signature of the standard library
        self,
        req: urllib.request.Request,  # the same
        fp: IO[bytes],  # the same
        code: int,  # the same
        msg: str,  # the same
        headers: Message,  # the same
        newurl: str,  # the same
    ) -> None:
        """Return None, so that the redirect itself is the response."""


def _opener(host: str) -> urllib.request.OpenerDirector:
    is_loopback = host in _LOOPBACK or host.startswith("127.")
    # A proxy would resolve a loopback address to the proxy's own machine.
    return urllib.request.build_opener(_NoRedirects, *([urllib.request.ProxyHandler({})] if is_loopback else []))


def _reason_for_code(code: int, *, token_sent: bool) -> str:
    if code in {401, 403}:
        if token_sent:
            return "the token is not one that is valid there."
        return "a token is required. Give one with --token-file or $MODELCONFIG_TOKEN."
    if 300 <= code < 400:
        return f"it redirects (status {code}), which is not followed. Give the address where it leads."
    return f"the answer has status {code}. {_ADDRESS_HINT}"


def _reason_unreachable(reason: object) -> str:
    if isinstance(reason, ssl.SSLCertVerificationError):
        detail = printable(reason.verify_message)
        return f"the certificate is not trusted: {detail}. Name the authority that signed it with SSL_CERT_FILE."
    if isinstance(reason, ssl.SSLError):
        return f"TLS fails: {printable(reason.reason or 'no reason given')}. Does the server speak https there?"
    if isinstance(reason, OSError) and reason.errno is not None:
        detail = os.strerror(reason.errno) if reason.errno > 0 else "the host name cannot be looked up"
        return f"no connection: {detail}. Does the server run, and is this its address?"
    return "no connection. Does the server run, and is this its address?"


def _parse_status(data: bytes) -> dict[str, Any] | None:
    source, _ = decode(data, "") if len(data) <= _MAX_BYTES else (None, [])
    value = parse_json(source.text)[0] if source is not None else None
    if not isinstance(value, dict) or value.get("service") not in {"gateway", "instance"}:
        return None
    return value if isinstance(value.get("ready"), bool) and isinstance(value.get("stale"), bool) else None


def _printable_url(request: StatusRequest) -> str:
    return printable(request.display_url)
