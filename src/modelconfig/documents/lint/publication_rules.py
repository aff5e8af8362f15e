"""Rules on what a document that others can read must not hold, and on how readers tell its editions apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import is_credential, is_server_side
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding
from modelconfig.documents.queries import properties_below
from modelconfig.documents.revisions import parse
from modelconfig.jsontext.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext

NOT_SUPPLIED = "-"
"""The revision that an instance without supplied models writes."""

# Members whose content the schema closes and that hold no free text but names; the rest is searched.
_PLAIN_MEMBERS = {
    "root": frozenset({"schemaVersion", "revision", "providers", "models", "defaultModels"}),
    "provider": frozenset({"id", "displayName"}),
    "model": frozenset(
        {
            "modelRef",
            "displayName",
            "modelName",
            "capabilities",
            "category",
            "status",
            "tier",
            "contextWindow",
            "reasoningEffort",
            "estimatedModelCost",
            "modelConfigAllTiers",
        }
    ),
}


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
    owners = [("root", "", document.root)]
    owners += [("provider", provider.at(), provider.value) for provider in document.providers]
    owners += [("model", model.at(), model.value) for model in document.models]
    for kind, pointer, value in owners:
        if value.keys() <= _PLAIN_MEMBERS[kind]:
            continue
        for name, item in value.items():
            if name in _PLAIN_MEMBERS[kind]:
                continue
            place = join(pointer, name)
            yield place, name, item
            if not is_server_side(name):
                yield from properties_below(item, place)
