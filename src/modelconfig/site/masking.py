"""Mask the values of a site configuration in excerpts, except those known to be public.

The text may be broken, on one line, or hold credentials where nobody expects them; so what is not recognised is hidden.
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
_INK = re.compile(r"[^\s]")
_NUMBER = re.compile(r"-?[0-9][0-9.eE+-]*")

_Node = Any
"""A part of the schema, or None where nothing is known to be public."""


def mask_of(text: str) -> Mask:
    """Return what hides, in a line of this text, everything that is not known to be public."""
    lines: list[str] = []

    def mask(line: str, number: int) -> str:
        if not lines:
            lines.extend(masked(text).split("\n"))
        return lines[number - 1][: len(line)] if number <= len(lines) else "*" * len(line)

    return mask


def masked(text: str) -> str:
    """Return a text of the same length and line breaks in which `*` stands for what is not known to be public."""
    scan = _MaskingScan()
    return _TOKEN.sub(scan.take, text)


class _MaskingScan:
    """One pass over one text. From the first place that breaks the grammar on, only words that are known are shown."""

    def __init__(self) -> None:
        self.stack: list[tuple[str, _Node]] = []
        self.node: _Node = _root()
        """What the next value is, where a value is due."""
        self.due = True
        self.broken = False

    def take(self, found: re.Match[str]) -> str:
        """Return what to show of one token."""
        kind = found.lastgroup if found.lastgroup not in {"close", "name"} else "string"
        if kind == "comment":
            return found.group()[:2] + _stars(found.group()[2:])
        if kind == "mark":
            self.mark(found.group())
            return found.group()
        if kind == "word":
            return self.word(found.group())
        return self.string(found)

    def mark(self, char: str) -> None:
        if char in "{[":
            node = self.value()
            self.stack.append((char, node))
            self.node, self.due = (_item(node), True) if char == "[" else (None, False)
        elif char in "}]":
            opened = self.stack.pop()[0] if self.stack else ""
            self.broken = self.broken or opened + char not in {"{}", "[]"}
            self.node, self.due = None, False
        elif char == ",":
            opened, node = self.stack[-1] if self.stack else ("", None)
            self.broken = self.broken or not opened
            self.node, self.due = (_item(node), True) if opened == "[" else (None, False)
        else:
            # The colon after a name is taken together with it.
            self.broken = True

    def value(self) -> _Node:
        """Return what the value is that comes now, or None where nothing is known of it or none may come."""
        self.broken = self.broken or not self.due
        node, self.node, self.due = self.node, None, False
        return None if self.broken else node

    def word(self, text: str) -> str:
        node = self.value()
        if text in {"true", "false", "null"}:
            return text
        if _NUMBER.fullmatch(text):
            return text if _is_number(node) else _stars(text)
        self.broken = True
        return _stars(text)

    def string(self, found: re.Match[str]) -> str:
        token, after = found["string"], found["name"] or ""
        if found["close"] is None:
            self.broken = True
            return '"' + _stars(token[1:]) + after
        content = token[1:-1]
        if found["name"] is not None:
            opened, node = self.stack[-1] if self.stack else ("", None)
            self.broken = self.broken or opened != "{" or self.due
            self.node, self.due = _member(node, content), True
            return (token if is_safe_name(content) else f'"{_stars(content)}"') + after
        public = _is_text(self.value()) and not may_hold_credential(content)
        return token if public or content in known_words() else f'"{_stars(content)}"'


def _stars(text: str) -> str:
    return _INK.sub("*", text)


@cache
def _root() -> _Node:
    """Return the schema of either shape: what is public does not depend on which one the file has."""
    definitions = embedded("site")["$defs"]
    whole, bare = definitions["SiteConfiguration"], definitions["SiteModelConfiguration"]
    return {"type": "object", "properties": {**whole["properties"], **bare["properties"]}}


def _member(node: _Node, name: str) -> _Node:
    if node is None or name in CONFIDENTIAL:
        return None
    return _resolved(node.get("properties", {}).get(name))


def _item(node: _Node) -> _Node:
    return None if node is None else _resolved(node.get("items"))


def _resolved(node: Mapping[str, Any] | None) -> _Node:
    """Return the schema that a reference, or the form that is not null, leads to; None for secrets and unions."""
    while node is not None:
        if node.get("x-secret") is True or node.get("x-visibility") == "server":
            return None
        if "$ref" in node:
            node = embedded("site")["$defs"][node["$ref"].rpartition("/")[2]]
        elif "anyOf" in node:
            node = next((form for form in node["anyOf"] if form.get("type") != "null"), None)
        else:
            return node
    return None


def _types(node: _Node) -> Any:
    return () if node is None else node.get("type", ())


def _is_text(node: _Node) -> bool:
    return "string" in _types(node)


def _is_number(node: _Node) -> bool:
    return "integer" in _types(node) or "number" in _types(node)
