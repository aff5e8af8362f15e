"""Rules on what a public document must not contain, and on its revision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import is_credential, is_server_side
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding
from modelconfig.documents.queries import properties_below
from modelconfig.documents.revisions import parse
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import resolved

if TYPE_CHECKING:
    from modelconfig.documents.lint.document_context import DocumentContext, Schema

NO_BASE_REVISION = "-"
"""The revision that an instance without base models writes."""
_NAMES = frozenset({"revision", "displayName", "modelName"})
"""Strings that are not searched, although the schema allows any value."""
_LISTS = frozenset({"providers", "models"})
"""Arrays whose items are searched one by one."""


def server_side_config(document: DocumentContext) -> Iterator[Finding]:
    """Find settings for how the server reaches a provider, in any letter case of the property's name."""
    for pointer, name, value in _unrestricted_properties(document):
        if is_server_side(name) and value is not None:
            hint = "Remove it before the document is published; it belongs in a site configuration."
            yield Finding(pointer, f"{quote(name)} is only for the server", hint, at_key=True)


def credential(document: DocumentContext) -> Iterator[Finding]:
    """Find public properties that look like a credential. Messages never contain values."""
    for pointer, name, value in _unrestricted_properties(document):
        if is_credential(name, value):
            hint = "Remove it, and replace the credential if the document has been published."
            yield Finding(pointer, f"the value of {quote(name)} looks like a credential", hint, at_key=True)


def unparsable_revision(document: DocumentContext) -> Iterator[Finding]:
    """Find a revision of an invalid format, which is older than any valid one."""
    revision = document.root.get("revision")
    if isinstance(revision, str) and revision not in {"", NO_BASE_REVISION} and parse(revision) is None:
        message = f"the revision {quote(revision)} does not match YYYY-MM-DD.N, so every valid revision is newer"
        yield Finding("/revision", message, "Write YYYY-MM-DD.N, such as 2026-11-22.1.")


def _unrestricted_properties(document: DocumentContext) -> Iterator[tuple[str, str, Any]]:
    """Yield each property with unrestricted content: unknown ones, and client- and server-side configs."""
    objects = [("ModelConfiguration", "", document.root)]
    objects += [("Provider", provider.pointer_to(), provider.value) for provider in document.providers]
    objects += [("Model", model.pointer_to(), model.value) for model in document.models]
    restricted = {
        definition: _restricted_properties(document, definition)
        for definition in ("ModelConfiguration", "Provider", "Model")
    }
    for definition, pointer, value in objects:
        for name, item in value.items():
            if name not in restricted[definition]:
                property_pointer = join(pointer, name)
                yield property_pointer, name, item
                if not is_server_side(name):
                    yield from properties_below(item, property_pointer)


def _restricted_properties(document: DocumentContext, definition: str) -> frozenset[str]:
    """Return the properties that are not searched: names, lists searched item by item, and restricted values."""
    properties = document.definitions[definition]["properties"]
    return frozenset(
        name
        for name, node in properties.items()
        if name in _NAMES | _LISTS or _is_restricted(node, document.definitions, ())
    )


def _is_restricted(node: Schema, definitions: Schema, visited: tuple[int, ...]) -> bool:
    """Return whether the schema allows no free text: each string has enumerated values or a pattern."""
    schema = resolved(node, definitions)
    if id(schema) in visited:
        return True
    visited = (*visited, id(schema))
    kind = schema.get("type")
    if kind == "object":
        properties = schema.get("properties", {}).values()
        return bool(properties) and all(_is_restricted(child, definitions, visited) for child in properties)
    if kind == "array":
        return _is_restricted(schema["items"], definitions, visited)
    if kind == "string":
        return not schema.keys().isdisjoint({"pattern", "oneOf", "const"})
    return kind in {"integer", "number", "boolean"}
