"""Addresses of a gateway: which may be polled, and how they are shown."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from modelconfig.diagnostics.credentials import without_query_credentials
from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.storage.digests import digest

DOCUMENT = "llm-models.json"
"""The file name of the document on a gateway; appended to an address that ends in a slash or has no path."""

_DEFAULT_PORTS = {"http": 80, "https": 443}


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


def gateway_address(text: str) -> tuple[Address | None, Problem | None]:
    """Return the address that an operator has given, or the problem with it, which never quotes the address."""
    parts, reason = _split(text.strip())
    if parts is None:
        return None, error("MC420", f"the gateway's address cannot be used: {reason[0]}", hint=reason[1])
    if parts.path in ("", "/") or parts.path.endswith("/"):
        parts = parts._replace(path=f"{parts.path or '/'}{DOCUMENT}")
    return _address(parts), None


def redirected(address: Address, location: str) -> tuple[Address | None, str]:
    """Return the target of a redirect, or why it is not followed."""
    try:
        target = urljoin(address.url, location.strip())
    except ValueError:
        return None, "its target is no URL"
    parts, reason = _split(target)
    if parts is None:
        return None, f"its target cannot be used: {reason[0]}"
    target_address = _address(parts)
    if address.secure and not target_address.secure:
        return None, "it leads from https to http, where anybody on the way could change the document"
    return target_address, ""


def _split(text: str) -> tuple[SplitResult | None, tuple[str, str]]:
    """Return the parts of a URL that may be polled, or what is wrong with it and the hint."""
    example = "Give a URL such as https://gateway.example.com/llm-models.json."
    if not text.isprintable() or any(char in text for char in ' \\"<>^`{|}'):
        return None, ("there is a character in it that no URL has", example)
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None, ("its host or port is malformed", example)
    if parts.scheme not in _DEFAULT_PORTS:
        return None, ("it does not begin with http:// or https://", example)
    if "@" in parts.netloc:
        hint = "Remove the user information: the document is public, and no credential is sent for it."
        return None, ("there is user information in it", hint)
    if not host or port == 0:
        return None, ("there is no host in it" if not host else "no server has the port 0", example)
    if without_query_credentials(text) != text:
        hint = "Remove it: the document is public, and no credential is sent for it."
        return None, ("there is a key, token or signature in its query", hint)
    return parts._replace(fragment=""), ("", "")


def _address(parts: SplitResult) -> Address:
    shown = parts._replace(query="").geturl() + ("?…" if parts.query else "")
    return Address(parts.geturl(), printable(shown))
