"""Mask the values of a site configuration in excerpts, except those known to be public.

The text may be invalid, on one line, or contain credentials in unexpected locations: what is not recognised is hidden.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import may_hold_credential
from modelconfig.schema.embedded import embedded
from modelconfig.site.property_names import CONFIDENTIAL, is_safe_name, known_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.diagnostics.excerpt import Mask

_TOKEN = re.compile(
    r'(?P<string>"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*(?P<close>")?)(?P<name>[ \t\r\n]*:)?'
    r"|(?P<comment>//[^\r\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/)?)"
    r"|(?P<mark>[{}\[\],:])"
    r"|(?P<word>[^\s\"{}\[\],:]+)"
)
_NON_SPACE = re.compile(r"[^\s]")
_NUMBER = re.compile(r"-?[0-9][0-9.eE+-]*")

_Node = Any
"""A subschema, or None where no value is known to be public."""


def mask_of(text: str) -> Mask:
    """Return the function that hides, in a line of this text, everything that is not known to be public."""
    lines: list[str] = []

    def mask(line: str, number: int) -> str:
        if not lines:
            lines.extend(masked(text).split("\n"))
        return lines[number - 1][: len(line)] if number <= len(lines) else "*" * len(line)

    return mask


def masked(text: str) -> str:
    """Return the text with `*` in place of what is not known to be public; lengths and line breaks stay."""
    scan = _MaskingScan()
    return _TOKEN.sub(scan.mask_token, text)


class _MaskingScan:
    """One pass over one text. After the first syntax error only known words are shown."""

    def __init__(self) -> None:
        self.stack: list[tuple[str, _Node]] = []
        self.node: _Node = _root()
        """The subschema of the next value, where a value is expected."""
        self.expects_value = True
        self.is_malformed = False

    def mask_token(self, match: re.Match[str]) -> str:
        """Return one token with its confidential parts hidden."""
        kind = match.lastgroup if match.lastgroup not in {"close", "name"} else "string"
        if kind == "comment":
            return match.group()[:2] + _stars(match.group()[2:])
        if kind == "mark":
            self.read_punctuation(match.group())
            return match.group()
        if kind == "word":
            return self.mask_word(match.group())
        return self.mask_string(match)

    def read_punctuation(self, char: str) -> None:
        if char in "{[":
            node = self.read_value()
            self.stack.append((char, node))
            self.node, self.expects_value = (_item(node), True) if char == "[" else (None, False)
        elif char in "}]":
            opening = self.stack.pop()[0] if self.stack else ""
            self.is_malformed = self.is_malformed or opening + char not in {"{}", "[]"}
            self.node, self.expects_value = None, False
        elif char == ",":
            opening, node = self.stack[-1] if self.stack else ("", None)
            self.is_malformed = self.is_malformed or not opening
            self.node, self.expects_value = (_item(node), True) if opening == "[" else (None, False)
        else:
            # The colon after a name is part of the token of the name.
            self.is_malformed = True

    def read_value(self) -> _Node:
        """Return the subschema of the current value, or None where it is unknown or a value is not allowed."""
        self.is_malformed = self.is_malformed or not self.expects_value
        node, self.node, self.expects_value = self.node, None, False
        return None if self.is_malformed else node

    def mask_word(self, text: str) -> str:
        node = self.read_value()
        if text in {"true", "false", "null"}:
            return text
        if _NUMBER.fullmatch(text):
            return text if _is_number(node) else _stars(text)
        self.is_malformed = True
        return _stars(text)

    def mask_string(self, match: re.Match[str]) -> str:
        token, after = match["string"], match["name"] or ""
        if match["close"] is None:
            self.is_malformed = True
            return '"' + _stars(token[1:]) + after
        content = token[1:-1]
        if match["name"] is not None:
            opening, node = self.stack[-1] if self.stack else ("", None)
            self.is_malformed = self.is_malformed or opening != "{" or self.expects_value
            self.node, self.expects_value = _property_node(node, content), True
            return (token if is_safe_name(content) else f'"{_stars(content)}"') + after
        public = _is_text(self.read_value()) and not may_hold_credential(content)
        return token if public or content in known_words() else f'"{_stars(content)}"'


def _stars(text: str) -> str:
    return _NON_SPACE.sub("*", text)


@cache
def _root() -> _Node:
    """Return the schema of both shapes: what is public does not depend on the shape of the file."""
    definitions = embedded("site")["$defs"]
    site, section = definitions["SiteConfiguration"], definitions["SiteModelConfiguration"]
    return {"type": "object", "properties": {**site["properties"], **section["properties"]}}


def _property_node(node: _Node, name: str) -> _Node:
    if node is None or name in CONFIDENTIAL:
        return None
    return _resolved(node.get("properties", {}).get(name))


def _item(node: _Node) -> _Node:
    return None if node is None else _resolved(node.get("items"))


def _resolved(node: Mapping[str, Any] | None) -> _Node:
    """Return the schema behind references, or the alternative that is not null; None for secrets and unions."""
    while node is not None:
        if node.get("x-secret") is True or node.get("x-visibility") == "server":
            return None
        if "$ref" in node:
            node = embedded("site")["$defs"][node["$ref"].rpartition("/")[2]]
        elif "anyOf" in node:
            node = next((branch for branch in node["anyOf"] if branch.get("type") != "null"), None)
        else:
            return node
    return None


def _types(node: _Node) -> Any:
    return () if node is None else node.get("type", ())


def _is_text(node: _Node) -> bool:
    return "string" in _types(node)


def _is_number(node: _Node) -> bool:
    return "integer" in _types(node) or "number" in _types(node)
