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

NOT_SUPPLIED = "-"
"""The revision that an instance without supplied models writes."""
_NAMES = frozenset({"revision", "displayName", "modelName"})
"""Texts that are not searched, although the schema leaves them open."""
_LISTS = frozenset({"providers", "models"})
"""Arrays whose items are searched one by one."""


def server_side_config(document: DocumentContext) -> Iterator[Finding]:
    """Find what tells how the server reaches a provider, whatever the case of the member's name."""
    for pointer, name, value in _open_places(document):
        if is_server_side(name) and value is not None:
            yield Finding(
                pointer,
                f"{quote(name)} is for the server alone",
                "Remove it before the document is published; it belongs in a site configuration.",
                at_key=True,
            )


def credential(document: DocumentContext) -> Iterator[Finding]:
    """Find members that everybody may read and that look like a credential. Values are never repeated."""
    for pointer, name, value in _open_places(document):
        if is_credential(name, value):
            yield Finding(
                pointer,
                f"the value of {quote(name)} looks like a credential",
                "Remove it, and replace the credential if the document has been published.",
                at_key=True,
            )


def unparsable_revision(document: DocumentContext) -> Iterator[Finding]:
    """Find a revision whose form ranks below every other edition."""
    revision = document.root.get("revision")
    if isinstance(revision, str) and revision not in {"", NOT_SUPPLIED} and parse(revision) is None:
        yield Finding(
            "/revision",
            f"the revision {quote(revision)} is no day and counter, so every edition that has them counts as newer",
            "Write YYYY-MM-DD.N, such as 2026-11-22.1.",
        )


def _open_places(document: DocumentContext) -> Iterator[tuple[str, str, Any]]:
    """Yield every place whose content the schema leaves open: unknown members, client- and server-side configs."""
    owners = [("ModelConfiguration", "", document.root)]
    owners += [("Provider", provider.at(), provider.value) for provider in document.providers]
    owners += [("Model", model.at(), model.value) for model in document.models]
    plain = {kind: _plain_properties(document, kind) for kind in ("ModelConfiguration", "Provider", "Model")}
    for kind, pointer, value in owners:
        if value.keys() <= plain[kind]:
            continue
        for name, item in value.items():
            if name in plain[kind]:
                continue
            place = join(pointer, name)
            yield place, name, item
            if not is_server_side(name):
                yield from properties_below(item, place)


def _plain_properties(document: DocumentContext, definition: str) -> frozenset[str]:
    """Return the properties that need no search: names, lists that are searched item by item, and what is closed."""
    properties = document.definitions[definition]["properties"]
    return frozenset(name for name, node in properties.items() if name in _NAMES | _LISTS or _is_closed(node, document))


def _is_closed(node: Schema, document: DocumentContext) -> bool:
    """Return whether the schema leaves no room for free text: each text has listed values or a pattern."""
    waiting = [node]
    seen: set[int] = set()
    while waiting:
        found = resolved(waiting.pop(), document.definitions)
        if id(found) in seen:
            continue
        seen.add(id(found))
        kind = found.get("type")
        if kind == "object" and found.get("properties"):
            waiting += found["properties"].values()
        elif kind == "array":
            waiting.append(found["items"])
        elif kind == "string":
            if found.keys().isdisjoint({"pattern", "oneOf", "const"}):
                return False
        elif kind not in {"integer", "number", "boolean"}:
            return False
    return True
