"""What an excerpt must not show: the values in a document that may hold credentials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.reporting.excerpt import Mask

# Names and looks, wherever they stand: the text may be too broken to know what is a name and what a value.
_SUSPECT = re.compile(
    r"server[_-]?side[_-]?config|(?:access|auth|bearer|refresh|secret)[_-]?token|(?:api|access|private|secret|licen[cs]e)[_-]?key"
    r"|passw|passphrase|credential|secret|authorization|basic[_-]?auth|BEGIN [A-Z ]*PRIVATE KEY"
    r"|\b(?:sk-|sgp_|slk_|gh[a-z]_|github_pat_|glpat-|xox[a-z]-|AIza|ya29\.|AKIA|ASIA)[A-Za-z0-9_-]{12}"
    r'|://[^/?#\s@"]{1,200}@',
    re.IGNORECASE,
)
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*(?:"(?P<name>\s*:)?|$)|[^\s,:\[\]{}"]+')
_HARMLESS = re.compile(r"true|false|null|-?[0-9.]{1,16}")


def mask_for(text: str) -> Mask | None:
    """Return what hides the values of a text in excerpts, or None when nothing in it hints at a credential."""
    return mask_values if _SUSPECT.search(text) else None


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
