"""Rules on what a public document must not contain, and on its revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import is_credential, is_server_side
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding
from modelconfig.documents.queries import properties_below
from modelconfig.documents.revisions import parse
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

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
            yield Finding(
                pointer,
                f"{quote(name)} is for the server alone",
                "Remove it before the document is published; it belongs in a site configuration.",
                at_key=True,
            )


def credential(document: DocumentContext) -> Iterator[Finding]:
    """Find public properties that look like a credential. Messages never contain values."""
    for pointer, name, value in _unrestricted_properties(document):
        if is_credential(name, value):
            yield Finding(
                pointer,
                f"the value of {quote(name)} looks like a credential",
                "Remove it, and replace the credential if the document has been published.",
                at_key=True,
            )


def unparsable_revision(document: DocumentContext) -> Iterator[Finding]:
    """Find a revision of an invalid format, which is older than any valid one."""
    revision = document.root.get("revision")
    if isinstance(revision, str) and revision not in {"", NO_BASE_REVISION} and parse(revision) is None:
        yield Finding(
            "/revision",
            f"the revision {quote(revision)} is no day and counter, so every edition that has them counts as newer",
            "Write YYYY-MM-DD.N, such as 2026-11-22.1.",
        )


def _unrestricted_properties(document: DocumentContext) -> Iterator[tuple[str, str, Any]]:
    """Yield each property with unrestricted content: unknown ones, and client- and server-side configs."""
    owners = [("ModelConfiguration", "", document.root)]
    owners += [("Provider", provider.pointer_to(), provider.value) for provider in document.providers]
    owners += [("Model", model.pointer_to(), model.value) for model in document.models]
    unsearched = {kind: _unsearched_properties(document, kind) for kind in ("ModelConfiguration", "Provider", "Model")}
    for kind, pointer, value in owners:
        if value.keys() <= unsearched[kind]:
            continue
        for name, item in value.items():
            if name in unsearched[kind]:
                continue
            property_pointer = join(pointer, name)
            yield property_pointer, name, item
            if not is_server_side(name):
                yield from properties_below(item, property_pointer)


def _unsearched_properties(document: DocumentContext, definition: str) -> frozenset[str]:
    """Return the properties that are not searched: names, lists searched item by item, and restricted values."""
    properties = document.definitions[definition]["properties"]
    return frozenset(
        name for name, node in properties.items() if name in _NAMES | _LISTS or _is_restricted(node, document)
    )


def _is_restricted(node: Schema, document: DocumentContext) -> bool:
    """Return whether the schema allows no free text: each string has enumerated values or a pattern."""
    pending = [node]
    seen: set[int] = set()
    while pending:
        subschema = resolved(pending.pop(), document.definitions)
        if id(subschema) in seen:
            continue
        seen.add(id(subschema))
        kind = subschema.get("type")
        if kind == "object" and subschema.get("properties"):
            pending += subschema["properties"].values()
        elif kind == "array":
            pending.append(subschema["items"])
        elif kind == "string":
            if subschema.keys().isdisjoint({"pattern", "oneOf", "const"}):
                return False
        elif kind not in {"integer", "number", "boolean"}:
            return False
    return True
