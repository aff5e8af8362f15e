"""Mask the values of a site configuration in excerpts, except those known to be public.

The text may be invalid, on one line, or contain credentials in unexpected locations: what is not recognised is hidden.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import may_be_credential_name, may_hold_credential
from modelconfig.diagnostics.excerpt import Mask
from modelconfig.diagnostics.json_tokens import TOKEN, decoded, stars
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.reader import NOTHING, parse_json
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import resolved
from modelconfig.site.structure import CONFIDENTIAL

if TYPE_CHECKING:
    import re


def mask_of(text: str) -> Mask:
    """Return the function that hides, in a line of this text, everything that is not known to be public."""
    lines: list[str] = []

    def mask(line: str, number: int) -> str:
        if not lines:
            lines.extend(masked(text).split("\n"))
        return lines[number - 1][: len(line)] if number <= len(lines) else "*" * len(line)

    return mask


def masked(text: str) -> str:
    """Return the text with `*` in place of what is not known to be public, and spaces in place of comments.

    Lengths and line breaks stay. Public are the words of the schema and, in valid text, property names that do not look
    like credentials, and values that are at a public location of the schema.
    """
    text = strip_comments(text)
    value, _ = parse_json(text)
    is_valid = value is not NOTHING
    public_values = {token for token in _public_values(value, _root()) if not may_hold_credential(token)}

    def mask_token(token: re.Match[str]) -> str:
        text = token.group()
        if token.lastgroup == "word":
            return text if text in {"true", "false", "null"} or text in public_values else stars(text)
        if token.lastgroup != "string":
            return text
        content = decoded(text)
        is_name = token["name"] is not None
        is_public = is_valid and not may_be_credential_name(content) if is_name else content in public_values
        if token["quote"] is not None and (is_public or content in known_words()):
            return text
        closing = token["quote"] or ""
        return f'"{stars(text[1 : len(text) - len(closing)])}{closing}'

    return TOKEN.sub(mask_token, text)


@cache
def known_words() -> frozenset[str]:
    """Return every property name and every enumerated value of the schemas: words that are never secret."""
    definitions = [node for name in ("site", "model") for node in embedded(name)["$defs"].values()]
    names = {name for definition in definitions for name in definition.get("properties", ())}
    nodes = [node for part in definitions for node in (*part.get("properties", {}).values(), *part.get("oneOf", ()))]
    return frozenset(names | {node["const"] for node in nodes if isinstance(node.get("const"), str)})


@cache
def _root() -> Any:
    """Return the schema of both shapes: what is public does not depend on the shape of the file."""
    definitions = embedded("site")["$defs"]
    site, section = definitions["SiteConfiguration"], definitions["SiteModelConfiguration"]
    return {"type": "object", "properties": {**site["properties"], **section["properties"]}}


def _public_values(value: Any, node: Any) -> Iterator[str]:
    """Yield the strings, and the numbers as JSON, at locations of a value that are public by its subschema.

    Values of unknown properties, secrets, server-side settings and unions are not public.
    """
    if node is None or node.get("x-secret") is True or node.get("x-visibility") == "server":
        return
    node = resolved(node, embedded("site")["$defs"])
    if node.get("x-secret") is True:
        return
    types = node.get("type", ())
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in CONFIDENTIAL:
                yield from _public_values(item, node.get("properties", {}).get(name))
    elif isinstance(value, list):
        for item in value:
            yield from _public_values(item, node.get("items"))
    elif isinstance(value, str) and "string" in types:
        yield value
    elif isinstance(value, int | float) and ("integer" in types or "number" in types):
        yield json.dumps(value)
