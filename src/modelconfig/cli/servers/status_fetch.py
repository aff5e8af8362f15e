"""Request a server's status with the standard library."""

import http.client
import re
import ssl
import urllib.error
import urllib.request
from http import HTTPStatus
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.jsontext.reader import decode, parse_json
from modelconfig.server.local_hosts import is_local
from modelconfig.storage.files import os_reason

_PATH = "/status"
_MAX_BYTES = 32 << 20
_TOKEN = re.compile("[!-~]+")
_SCHEME = re.compile("[a-z][a-z0-9+.-]*://|https?:", re.IGNORECASE)
_ADDRESS_HINT = "Check that this is the address of a `modelconfig serve` server."
_CREDENTIAL_HINT = "use --token-file or $MODELCONFIG_TOKEN"


class StatusUnavailable(Exception):
    """The status cannot be fetched; the message says why and what to do, in one line."""


def fetch(address: str, token: str | None, timeout: float) -> tuple[dict[str, Any], str]:
    """Return the status of the server at an address, and its URL without the query, which may contain a secret.

    `timeout` is in seconds. Raises StatusUnavailable; no message repeats an invalid address.
    """
    url = _status_url(address)
    if token is not None and not _TOKEN.fullmatch(token):
        raise StatusUnavailable("invalid token: only visible ASCII is allowed.")
    display_url = url._replace(query="").geturl()
    results: SimpleQueue[dict[str, Any] | str] = SimpleQueue()
    # In a thread that may be abandoned: no other timeout covers DNS or a server that sends very slowly.
    Thread(target=lambda: results.put(_attempt(url, token, timeout)), daemon=True).start()
    try:
        result = results.get(timeout=timeout)
    except Empty:
        result = f"no complete response within {timeout:g} seconds. Try again with a longer --timeout."
    if isinstance(result, str):
        raise StatusUnavailable(f"{printable(display_url)}: {result}")
    return result, display_url


def unencrypted_token(address: str) -> list[Problem]:
    """Return the warning if a token for an address is sent to a proxy without encryption. Raises StatusUnavailable."""
    url = _status_url(address)
    host = url.hostname or ""
    if url.scheme != "http" or is_local(host) or "http" not in getproxies() or proxy_bypass(host):
        return []
    hint = "Use a URL that starts with https://, or add the host to $no_proxy."
    return [warning("MC466", "the token is sent through a proxy without encryption", hint=hint)]


def _status_url(address: str) -> SplitResult:
    """Return the URL of the status. An address without a scheme uses http on this machine, and https elsewhere."""
    address = address.strip()
    has_scheme = _SCHEME.match(address) is not None
    try:
        parts = urlsplit(address if has_scheme else f"https://{address.removeprefix('//')}")
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    if not has_scheme and is_local(host or ""):
        parts = parts._replace(scheme="http")
    if parts.scheme not in {"http", "https"} or not host or not address.isprintable() or " " in address:
        raise StatusUnavailable("invalid server address: expected one such as localhost:8080.")
    if "@" in parts.netloc:
        hint = f"Remove it; {_CREDENTIAL_HINT}."
        raise StatusUnavailable(f"user information in the address is not supported. {hint}")
    path = parts.path.rstrip("/")
    return parts._replace(path=path if path.endswith(_PATH) else path + _PATH, fragment="")


def _attempt(url: SplitResult, token: str | None, timeout: float) -> dict[str, Any] | str:
    """Return the status, or why it is unavailable and what to do."""
    headers = {"Accept": "application/json"}
    if token is not None:
        headers["Authorization"] = f"token {token}"
    request = urllib.request.Request(url.geturl(), headers=headers)  # noqa: S310  # http or https, see _status_url
    try:
        with _opener(url.hostname or "").open(request, timeout=timeout + 1) as response:
            data = response.read(_MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        error.close()
        return _reason_for_code(error.code, token_sent=token is not None)
    except urllib.error.URLError as error:
        return _reason_unreachable(error.reason)
    except (OSError, http.client.HTTPException):
        return f"the response is not HTTP, or is incomplete. {_ADDRESS_HINT}"
    except UnicodeError:
        return f"no host can have this name. {_ADDRESS_HINT}"
    except Exception as error:  # noqa: BLE001  # the network and the server can raise anything
        return f"the response cannot be read ({type(error).__name__})."
    return parse_status(data) or f"the response is not a status. {_ADDRESS_HINT}"


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, because a token must not be sent to another address."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Return None, so that the redirect itself is the response."""


def _opener(host: str) -> urllib.request.OpenerDirector:
    # A proxy would resolve a loopback address to the proxy's own machine.
    without_proxy = [urllib.request.ProxyHandler({})] if is_local(host) else []
    return urllib.request.build_opener(_NoRedirects, *without_proxy)


def _reason_for_code(code: int, *, token_sent: bool) -> str:
    if code in {401, 403}:
        return "the server rejects the token." if token_sent else f"the server requires a token: {_CREDENTIAL_HINT}."
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return f"too many requests without a valid token. Try again in a few seconds, and {_CREDENTIAL_HINT}."
    if 300 <= code < 400:
        return f"redirects are not followed (status {code}). Use the address of the target."
    return f"the response has status {code}. {_ADDRESS_HINT}"


def _reason_unreachable(reason: object) -> str:
    if isinstance(reason, ssl.SSLCertVerificationError):
        detail = printable(reason.verify_message)
        return f"the certificate is not trusted: {detail}. Set SSL_CERT_FILE to the file of its authority."
    if isinstance(reason, ssl.SSLError):
        hint = "Check that the server uses https; if it uses http, start the address with http://."
        return f"TLS error: {printable(reason.reason or 'unknown')}. {hint}"
    detail = ""
    if isinstance(reason, OSError) and reason.errno is not None:
        detail = ": " + (os_reason(reason) if reason.errno > 0 else "unknown host name")
    return f"no connection{detail}. Check the address, and that the server is running."


def parse_status(data: bytes) -> dict[str, Any] | None:
    """Return the status in the bytes of a response, or None if they are not one."""
    source, _ = decode(data, "") if len(data) <= _MAX_BYTES else (None, [])
    value = parse_json(source.text)[0] if source is not None else None
    if not isinstance(value, dict) or value.get("service") not in ("gateway", "instance"):
        return None
    return value if isinstance(value.get("ready"), bool) and isinstance(value.get("stale"), bool) else None
