"""Describe exceptions of the HTTP client: its own messages may quote addresses, response bytes and passwords."""

import re
import socket
import ssl
from collections.abc import Iterator
from typing import Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.server.polling.outcomes import Outcome, PollFailure
from modelconfig.storage.files import os_reason

DAMAGED_HINT: Final = "Check the gateway and the proxies in between: one of them truncates or changes responses."
_CONNECTION_HINT: Final = (
    "Check the URL in --gateway and the network. If a proxy is needed, set HTTPS_PROXY, HTTP_PROXY and NO_PROXY."
)
_PROXY_STATUS = re.compile(r"[1-9][0-9]{2}\b", re.ASCII)


def client_failure(error: Exception) -> PollFailure:
    """Return why no client can be created: certificates or proxies that the environment names."""
    if isinstance(error, OSError):
        hint = "Set SSL_CERT_FILE or SSL_CERT_DIR to a readable file or folder of certificates."
        reason = _tls_reason(error) if isinstance(error, ssl.SSLError) else os_reason(error)
        return PollFailure(Outcome.UNTRUSTED, "MC422", f"cannot read the trusted certificates: {reason}", hint)
    hint = "Correct HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY in the server's environment."
    if isinstance(error, ImportError):
        hint += " SOCKS proxies are not supported."
    return _unreachable("the HTTP client cannot use the proxy settings of the environment", hint)


def failure_of(error: Exception) -> PollFailure | None:
    """Return the failure for an exception of a poll; None for an exception of neither client nor system."""
    import httpx2

    if isinstance(error, (httpx2.ConnectTimeout, httpx2.PoolTimeout)):
        message = "the connection to the gateway was not established in time"
        return PollFailure(Outcome.TIMEOUT, "MC423", message, _CONNECTION_HINT)
    if isinstance(error, httpx2.ProxyError):
        # The status only: in the rest a proxy may repeat what it was sent, including a password.
        status = _PROXY_STATUS.match(str(error))
        return _unreachable(f"the proxy responds with status {status[0]}" if status else "the proxy fails")
    if isinstance(error, httpx2.ConnectError):
        return _connection_failure(error)
    if isinstance(error, (httpx2.InvalidURL, httpx2.UnsupportedProtocol, UnicodeError)):
        return _unreachable("the host name of the gateway cannot be resolved")
    if isinstance(error, (httpx2.HTTPError, OSError)):
        message = "the response is damaged: it is not HTTP, or is incomplete"
        return PollFailure(Outcome.BROKEN, "MC424", message, DAMAGED_HINT)
    return None


def _connection_failure(error: Exception) -> PollFailure:
    """Return the failure for the most specific cause of a connection error."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            hint = "Renew the certificate, or set SSL_CERT_FILE or SSL_CERT_DIR to the authority that signed it."
            message = f"the gateway's certificate is not trusted: {quote(cause.verify_message)}"
            return PollFailure(Outcome.UNTRUSTED, "MC422", message, hint)
        if isinstance(cause, ssl.SSLError):
            return _unreachable(f"the TLS handshake with the gateway fails: {_tls_reason(cause)}")
        if isinstance(cause, socket.gaierror):
            return _unreachable("the host name of the gateway cannot be resolved")
    reasons = [os_reason(cause) for cause in causes if isinstance(cause, OSError) and cause.errno is not None]
    return _unreachable(": ".join(["no connection to the gateway", *reasons[:1]]))


def _unreachable(message: str, hint: str = _CONNECTION_HINT) -> PollFailure:
    return PollFailure(Outcome.UNREACHABLE, "MC421", message, hint)


def _tls_reason(error: ssl.SSLError) -> str:
    """Return the reason of OpenSSL, a constant such as WRONG_VERSION_NUMBER."""
    return quote(error.reason or "no reason given")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and its causes, including those in groups."""
    yield error
    grouped = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for cause in (error.__cause__ or error.__context__, *grouped):
        if cause is not None:
            yield from _causes(cause)
