"""Hide in excerpts what may be a credential."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modelconfig.diagnostics.credentials import (
    may_be_credential_name,
    may_hold_credential,
    mentions_credential,
    starts_credential,
)
from modelconfig.diagnostics.json_tokens import TOKEN, decoded, stars

if TYPE_CHECKING:
    from modelconfig.diagnostics.excerpt import Mask

_COMMENT_LINE = re.compile(r"^[ \t]*(?:#|//)[^\r\n]*", re.MULTILINE)
_HARMLESS = re.compile(r"true|false|null|-?[0-9.]{1,16}")


def mask_for(text: str) -> Mask:
    """Return a mask of every value if a credential is mentioned anywhere in the text, otherwise of what may be one.

    A line that is a comment, such as one about tokens, does not hide the values of other lines.
    """
    return mask_values if mentions_credential(_COMMENT_LINE.sub("", text)) else mask_mentioned


def mask_mentioned(line: str, number: int) -> str:
    """Return the line with `*` for what may be a credential, and for every value if the line mentions one."""
    return mask_values(line, number) if mentions_credential(line) else mask_credentials(line, number)


def mask_values(line: str, _number: int) -> str:
    """Return the line with `*` for every character of string values, words and comments.

    Numbers stay, and names that do not look like a credential.
    """
    return TOKEN.sub(_without_value, line)


def mask_credentials(line: str, _number: int) -> str:
    """Return the line with `*` for every character of the names and values that may be a credential."""
    return TOKEN.sub(_without_credential, line)


def _without_value(token: re.Match[str]) -> str:
    text, kind = token.group(), token.lastgroup
    if kind == "string":
        return _without_credential(token) if token["name"] is not None else _hidden(token)
    is_hidden = kind == "comment" or (kind == "word" and not _HARMLESS.fullmatch(text))
    return stars(text) if is_hidden else text


def _without_credential(token: re.Match[str]) -> str:
    if token.lastgroup in ("mark", "space", "other") or _HARMLESS.fullmatch(token.group()):
        return token.group()
    content = decoded(token.group())
    if token.lastgroup == "string" and token["name"] is not None:
        is_hidden = may_be_credential_name(content)
    elif token.lastgroup == "string" and token["quote"] is None:
        is_hidden = may_hold_credential(content) or starts_credential(content)
    else:
        is_hidden = may_hold_credential(content)
    return _hidden(token) if is_hidden else token.group()


def _hidden(token: re.Match[str]) -> str:
    text = token.group()
    if token.lastgroup != "string":
        return stars(text)
    closing = token["quote"] or ""
    return f'"{"*" * (len(text) - 1 - len(closing))}{closing}'
