"""Hide the values of an excerpt that may contain credentials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modelconfig.diagnostics.credentials import mentions_credential
from modelconfig.diagnostics.json_tokens import TOKEN, stars

if TYPE_CHECKING:
    from modelconfig.diagnostics.excerpt import Mask

_HARMLESS = re.compile(r"true|false|null|-?[0-9.]{1,16}")


def mask_for(text: str) -> Mask | None:
    """Return a mask of the text's values, or None when nothing in the text mentions a credential."""
    return mask_values if mentions_credential(text) else None


def mask_values(line: str, _number: int) -> str:
    """Return the line with `*` for every character of string values, words and comments; names and numbers stay."""
    return TOKEN.sub(_hidden, line)


def _hidden(token: re.Match[str]) -> str:
    text, kind = token.group(), token.lastgroup
    if kind == "string":
        closing = token["quote"] or ""
        return text if token["name"] is not None else f'"{"*" * (len(text) - 1 - len(closing))}{closing}'
    is_hidden = kind == "comment" or (kind == "word" and not _HARMLESS.fullmatch(text))
    return stars(text) if is_hidden else text
