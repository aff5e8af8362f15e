"""Describe exceptions of the HTTP client: its own messages may quote addresses, response bytes and passwords."""

from __future__ import annotations

import os
import re
import socket
import ssl
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.server.polling.outcomes import Outcome, poll_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.server.polling.outcomes import PollFailure

_CONNECTION_HINT = (
    "Check the address, the network and, where one is needed, the proxy (HTTPS_PROXY, HTTP_PROXY, NO_PROXY)."
)
_PROXY_STATUS = re.compile(r"[1-9][0-9]{2}\b", re.ASCII)
_CERTIFICATE_HINT = (
    "Have the certificate renewed, or name the authority that signed it with SSL_CERT_FILE or SSL_CERT_DIR."
)


def client_failure(error: Exception) -> PollFailure:
    """Return why no client can be created: certificates or proxies that the environment names."""
    hint = "Correct the variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY of the server's environment."
    if isinstance(error, OSError):
        hint = "Name a file or folder of certificates that can be read with SSL_CERT_FILE or SSL_CERT_DIR."
        message = f"the certificates to trust cannot be read: {_os_reason(error)}"
        return poll_failure(Outcome.UNTRUSTED, "MC422", message, hint)
    if isinstance(error, ImportError):
        hint += " Proxies that speak SOCKS are not supported."
    message = "there is no way to ask: the HTTP client cannot use the settings of the environment"
    return poll_failure(Outcome.UNREACHABLE, "MC421", message, hint)


def failure_of(error: Exception) -> PollFailure | None:
    """Return the failure for an exception of a poll; None for an exception of neither client nor system."""
    import httpx2

    if isinstance(error, (httpx2.ConnectTimeout, httpx2.PoolTimeout)):
        return poll_failure(
            Outcome.TIMEOUT, "MC423", "there was no connection to the gateway in time", _CONNECTION_HINT
        )
    if isinstance(error, httpx2.ProxyError):
        # The status only: in the rest a proxy may repeat what it was sent, including a password.
        status = _PROXY_STATUS.match(str(error))
        detail = f"its answer has status {status[0]}" if status else "no reason given"
        return poll_failure(Outcome.UNREACHABLE, "MC421", f"the proxy refuses: {detail}", _CONNECTION_HINT)
    if isinstance(error, httpx2.ConnectError):
        return _connection_failure(error)
    if isinstance(error, (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError)):
        return poll_failure(Outcome.UNREACHABLE, "MC421", "the host name cannot be looked up", _CONNECTION_HINT)
    if isinstance(error, (httpx2.HTTPError, OSError)):
        hint = "Look at the gateway and at the proxies in between: something cuts or changes answers."
        message = "the gateway's answer is damaged: it is not HTTP, or ends before its announced end"
        return poll_failure(Outcome.BROKEN, "MC424", message, hint)
    return None


def _connection_failure(error: Exception) -> PollFailure:
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            detail = quote(cause.verify_message)
            return poll_failure(
                Outcome.UNTRUSTED, "MC422", f"the gateway's certificate is not trusted: {detail}", _CERTIFICATE_HINT
            )
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            message = f"TLS with the gateway fails: {quote(cause.reason or 'no reason given')}"
            return poll_failure(Outcome.UNREACHABLE, "MC421", message, _CONNECTION_HINT)
        if isinstance(cause, socket.gaierror):
            return poll_failure(
                Outcome.UNREACHABLE, "MC421", "the gateway's host name cannot be looked up", _CONNECTION_HINT
            )
    for cause in causes:
        if isinstance(cause, OSError) and cause.errno is not None:
            return poll_failure(
                Outcome.UNREACHABLE, "MC421", f"no connection to the gateway: {_os_reason(cause)}", _CONNECTION_HINT
            )
    return poll_failure(Outcome.UNREACHABLE, "MC421", "no connection to the gateway", _CONNECTION_HINT)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and its causes, including those in groups, nearest first."""
    pending: list[BaseException] = [error]
    seen: set[int] = set()
    while pending:
        cause = pending.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        pending += [nearest for nearest in (cause.__cause__, cause.__context__) if nearest is not None]
        if isinstance(cause, BaseExceptionGroup):
            pending += cause.exceptions


def _os_reason(error: OSError) -> str:
    """Return the system's text for an error number, which names no path and no address."""
    if isinstance(error, ssl.SSLError):
        return error.reason or "they are damaged"
    return os.strerror(error.errno) if error.errno is not None and error.errno > 0 else "no reason given"
