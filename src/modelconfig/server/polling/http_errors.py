"""What the HTTP client raises, in words of ours: its own may quote addresses, bytes of strangers and passwords."""

from __future__ import annotations

import os
import re
import socket
import ssl
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.server.polling.outcomes import Outcome, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.server.polling.outcomes import Refused

_WAY = "Check the address, the network and, where one is needed, the proxy (HTTPS_PROXY, HTTP_PROXY, NO_PROXY)."
_STATUS = re.compile(r"[1-9][0-9]{2}\b", re.ASCII)
_TRUST = "Have the certificate renewed, or name the authority that signed it with SSL_CERT_FILE or SSL_CERT_DIR."


def not_set_up(why: Exception) -> Refused:
    """Return why there is no client to ask with: certificates or proxies that the environment names."""
    hint = "Correct the variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY of the server's environment."
    if isinstance(why, OSError):
        hint = "Name a file or folder of certificates that can be read with SSL_CERT_FILE or SSL_CERT_DIR."
        message = f"the certificates to trust cannot be read: {_said(why)}"
        return refused(Outcome.UNTRUSTED, "MC422", message, hint)
    if isinstance(why, ImportError):
        hint += " Proxies that speak SOCKS are not supported."
    message = "there is no way to ask: the HTTP client cannot use the settings of the environment"
    return refused(Outcome.UNREACHABLE, "MC421", message, hint)


def reason_for(why: Exception) -> Refused | None:
    """Return the failure that an exception of a poll stands for; None for one of ours or of our own making."""
    import httpx2

    if isinstance(why, (httpx2.ConnectTimeout, httpx2.PoolTimeout)):
        return refused(Outcome.TIMEOUT, "MC423", "there was no connection to the gateway in time", _WAY)
    if isinstance(why, httpx2.ProxyError):
        # Its number only: in what follows a proxy may repeat what it was sent, a password among it.
        status = _STATUS.match(str(why))
        said = f"its answer has status {status[0]}" if status else "no reason given"
        return refused(Outcome.UNREACHABLE, "MC421", f"the proxy refuses: {said}", _WAY)
    if isinstance(why, httpx2.ConnectError):
        return _no_connection(why)
    if isinstance(why, (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError)):
        return refused(Outcome.UNREACHABLE, "MC421", "the host name cannot be looked up", _WAY)
    if isinstance(why, (httpx2.HTTPError, OSError)):
        hint = "Look at the gateway and at the proxies in between: something cuts or changes answers."
        message = "the gateway's answer is damaged: it is not HTTP, or ends before its announced end"
        return refused(Outcome.BROKEN, "MC424", message, hint)
    return None


def _no_connection(why: Exception) -> Refused:
    causes = list(_causes(why))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            said = quote(cause.verify_message)
            return refused(Outcome.UNTRUSTED, "MC422", f"the gateway's certificate is not trusted: {said}", _TRUST)
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            message = f"TLS with the gateway fails: {quote(cause.reason or 'no reason given')}"
            return refused(Outcome.UNREACHABLE, "MC421", message, _WAY)
        if isinstance(cause, socket.gaierror):
            return refused(Outcome.UNREACHABLE, "MC421", "the gateway's host name cannot be looked up", _WAY)
    for cause in causes:
        if isinstance(cause, OSError) and cause.errno is not None:
            return refused(Outcome.UNREACHABLE, "MC421", f"no connection to the gateway: {_said(cause)}", _WAY)
    return refused(Outcome.UNREACHABLE, "MC421", "no connection to the gateway", _WAY)


def _causes(why: BaseException) -> Iterator[BaseException]:
    """Yield what led to an exception, the exceptions of groups included, nearest first."""
    waiting: list[BaseException] = [why]
    seen: set[int] = set()
    while waiting:
        found = waiting.pop(0)
        if id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        waiting += [one for one in (found.__cause__, found.__context__) if one is not None]
        if isinstance(found, BaseExceptionGroup):
            waiting += found.exceptions


def _said(why: OSError) -> str:
    """Return the system's words for an error number, which name no path and no address."""
    if isinstance(why, ssl.SSLError):
        return why.reason or "they are damaged"
    return os.strerror(why.errno) if why.errno is not None and why.errno > 0 else "no reason given"
