"""Hide the values of an excerpt that may contain credentials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modelconfig.diagnostics.credentials import mentions_credential

if TYPE_CHECKING:
    from modelconfig.diagnostics.excerpt import Mask

_VALUE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"(?P<name>\s*:)?|$)|[^\s,:\[\]{}"]+')
_HARMLESS = re.compile(r"true|false|null|-?[0-9.]{1,16}")


def mask_for(text: str) -> Mask | None:
    """Return a mask of the text's values, or None when nothing in the text mentions a credential."""
    return mask_values if mentions_credential(text) else None


def mask_values(line: str, _number: int) -> str:
    """Return the line with `*` for every character of string values and unquoted words; names and numbers stay."""
    return _VALUE.sub(_hidden, line)


def _hidden(match: re.Match[str]) -> str:
    text = match.group()
    if match["name"] is not None or _HARMLESS.fullmatch(text):
        return text
    if text.startswith('"'):
        closed = len(text) > 1 and text.endswith('"')
        return '"' + "*" * (len(text) - 1 - closed) + '"' * closed
    return "*" * len(text)
