"""Addresses of a gateway: which may be polled, and how they are shown."""

from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from modelconfig.diagnostics.credentials import without_query_credentials
from modelconfig.diagnostics.phrases import printable, quote
from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.publish.tree_layout import DOCUMENT
from modelconfig.server.local_hosts import is_local
from modelconfig.storage.digests import digest

_EXAMPLE = "Set --gateway to a URL such as https://gateway.example.com/llm-models.json."
_NO_CREDENTIAL = "Remove it from --gateway: the document is public, and no credential is sent for it."


class Address(NamedTuple):
    """The URL to poll, and the URL as it is shown: without its query."""

    url: str
    shown: str

    @property
    def digest(self) -> str:
        """Return a digest that identifies the address without revealing it."""
        return digest(self.url.encode())

    @property
    def secure(self) -> bool:
        """Whether the connection is encrypted."""
        return self.url.startswith("https:")

    @property
    def host(self) -> str:
        """Return the name or the IP address of the host."""
        return urlsplit(self.url).hostname or ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The warning about documents that cross a network without encryption."""
        if self.secure or is_local(self.host):
            return ()
        message = "the gateway is polled without encryption, so anyone on the network could change the document"
        return (warning("MC466", message, hint="Set --gateway to a URL that starts with https://."),)


class _UnusableURL(Exception):
    """A URL that is not polled: the reason, and the hint. Neither quotes it."""

    def __init__(self, reason: str, hint: str = _EXAMPLE) -> None:
        super().__init__(reason)
        self.hint = hint


def gateway_address(text: str) -> tuple[Address | None, Problem | None]:
    """Return the address that an operator has given, or the problem with it, which never quotes the address."""
    try:
        parts = _split(text.strip())
    except _UnusableURL as unusable:
        return None, error("MC420", f"invalid URL of the gateway: {unusable}", hint=unusable.hint)
    if not parts.path or parts.path.endswith("/"):
        parts = parts._replace(path=f"{parts.path or '/'}{DOCUMENT}")
    return _address(parts), None


def redirected(address: Address, location: str, *, other_hosts: bool = False) -> tuple[Address | None, str]:
    """Return the target of a redirect, or why it is not followed. It may be of another host if that is allowed."""
    try:
        target = _address(_split(urljoin(address.url, location.strip())))
    except ValueError:
        return None, "its target is not a URL"
    except _UnusableURL as unusable:
        return None, f"invalid target: {unusable}"
    if address.secure and not target.secure:
        return None, "it leads from https to http, where anyone on the network could change the document"
    if target.host != address.host and not other_hosts:
        return None, f"it leads to another host, {quote(target.host)} (--poll-redirects)"
    return target, ""


def _split(text: str) -> SplitResult:
    """Return the parts of a URL that may be polled. Raises _UnusableURL."""
    if not text.isprintable() or any(char in text for char in ' \\"<>^`{|}'):
        raise _UnusableURL("it contains a character that is not allowed in a URL")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise _UnusableURL("its host or port is malformed") from None
    if parts.scheme not in ("http", "https"):
        raise _UnusableURL("it does not start with http:// or https://")
    if "@" in parts.netloc:
        raise _UnusableURL("it contains user information", _NO_CREDENTIAL)
    if not host:
        raise _UnusableURL("it has no host")
    if port == 0:
        raise _UnusableURL("port 0 is not valid")
    if without_query_credentials(text) != text:
        raise _UnusableURL("its query contains a key, token or signature", _NO_CREDENTIAL)
    return parts._replace(fragment="")


def _address(parts: SplitResult) -> Address:
    shown = parts._replace(query="").geturl() + ("?…" if parts.query else "")
    return Address(parts.geturl(), printable(shown))
