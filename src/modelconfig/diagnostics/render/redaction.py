"""What an excerpt must not show: the values in a document that may hold credentials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.diagnostics.render.excerpt import Mask

# Names and looks, wherever they stand: the text may be too broken to know what is a name and what a value.
_NAMES = (
    "accesstoken access_token access-token apikey api_key api-key authorization authtoken auth_token basicauth"
    " basic_auth bearer credential licencekey licensekey license_key passphrase passwd password privatekey private_key"
    " secret serversideconfig"
).split()
_MARKS = (
    "sk-",
    "sgp_",
    "slk_",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "xox",
    "aiza",
    "ya29.",
    "akia",
    "asia",
    "@",
)
_LOOKS = re.compile(
    r"\b(?:sk-|sgp_|slk_|gh[a-z]_|github_pat_|glpat-|xox[a-z]-|aiza|ya29\.|akia|asia)[a-z0-9_-]{12}"
    r'|://[^/?#\s@"]{1,200}@'
)
_VALUE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"(?P<name>\s*:)?|$)|[^\s,:\[\]{}"]+')
_HARMLESS = re.compile(r"true|false|null|-?[0-9.]{1,16}")


def mask_for(text: str) -> Mask | None:
    """Return what hides the values of a text in excerpts, or None when nothing in it hints at a credential."""
    # Substrings first, at the speed of memory: excerpts are shown of large files too.
    lower = text.lower()
    if any(name in lower for name in _NAMES) or (any(mark in lower for mark in _MARKS) and _LOOKS.search(lower)):
        return mask_values
    return None


def mask_values(line: str, _number: int) -> str:
    """Return the line with every character of its string values and stray words as `*`, names and numbers kept."""
    return _VALUE.sub(_hidden, line)


def _hidden(found: re.Match[str]) -> str:
    text = found.group()
    if found["name"] is not None or _HARMLESS.fullmatch(text):
        return text
    if text.startswith('"'):
        closed = len(text) > 1 and text.endswith('"')
        return '"' + "*" * (len(text) - 1 - closed) + '"' * closed
    return "*" * len(text)
