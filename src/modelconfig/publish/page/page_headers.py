"""The policy that a page lives under: what its own markup says of it, and what only an HTTP header can say."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape

_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def policy(script: str, style: str, *, connects: bool) -> str:
    """Return the Content-Security-Policy of a page: exactly this script and this style, and nothing from elsewhere."""
    directives = [
        "default-src 'none'",
        f"script-src {digest(script)}",
        f"style-src {digest(style)}",
        # The icon stands in the page itself.
        "img-src data:",
        *(["connect-src 'self'"] if connects else []),
        "base-uri 'none'",
        "form-action 'none'",
        # Nothing in the script turns a text into markup, and nothing may begin to.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    return "; ".join(directives)


def digest(text: str) -> str:
    """Return the source expression that allows one inline script or style."""
    hashed = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(hashed).decode('ascii')}'"


def page_headers(page: bytes) -> list[tuple[str, str]]:
    """Return the header fields that a page is to be sent with, beside its content type.

    The policy is the one that stands in the page, with what a page cannot say of itself. `X-Content-Type-Options` is
    not among them, because it belongs to every answer.
    """
    found = _META.search(page)
    if found is None:
        raise ValueError("this is not a page that render_page or render_shell made")
    return [
        ("content-security-policy", unescape(found[1].decode("utf-8")) + "; frame-ancestors 'none'"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ]
