"""Make the Content-Security-Policy and the HTTP headers of a page."""

import base64
import hashlib
import re
from html import unescape

_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def policy(script: str, style: str, *, connects: bool) -> str:
    """Return the Content-Security-Policy of a page, which allows exactly this script and this style."""
    directives = [
        "default-src 'none'",
        f"script-src {digest(script)}",
        f"style-src {digest(style)}",
        # The icon is embedded in the page.
        "img-src data:",
        *(["connect-src 'self'"] if connects else []),
        "base-uri 'none'",
        "form-action 'none'",
        # The script never turns a text into markup, and must not.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    return "; ".join(directives)


def digest(text: str) -> str:
    """Return the source expression that allows one inline script or style."""
    hashed = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(hashed).decode('ascii')}'"


def page_headers(page: bytes) -> list[tuple[str, str]]:
    """Return the HTTP headers of a page, without its content type.

    The policy is the one in the page, with the directives that only a header can have. `X-Content-Type-Options` is not
    included, because every response has it.
    """
    policy_tag = _META.search(page)
    if policy_tag is None:
        raise ValueError("this is not a page that render_page or render_shell made")
    return [
        ("content-security-policy", unescape(policy_tag[1].decode("utf-8")) + "; frame-ancestors 'none'"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ]
