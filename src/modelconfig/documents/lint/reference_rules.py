"""Rules on ids and references within the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import related
from modelconfig.diagnostics.rule import Finding
from modelconfig.diagnostics.suggestions import did_you_mean

if TYPE_CHECKING:
    from modelconfig.documents.lint.document_context import DocumentContext, DocumentItem

MAX_SUGGESTIONS = 100
"""Maximum number of distinct unknown names that get a suggestion; each search compares all candidates."""


def duplicate_model(document: DocumentContext) -> Iterator[Finding]:
    """Find models with the `modelRef` of an earlier model."""
    return _duplicates(document.models, "modelRef", "model reference")


def duplicate_provider(document: DocumentContext) -> Iterator[Finding]:
    """Find providers with the `id` of an earlier provider."""
    return _duplicates(document.providers, "id", "provider id")


def unknown_provider(document: DocumentContext) -> Iterator[Finding]:
    """Find models whose provider is not in `providers`."""
    if not document.has("providers"):
        return
    provider_ids = {provider.identity for provider in document.providers}
    hints: dict[str, str] = {}
    for model in document.models:
        provider = model.provider
        if provider in provider_ids or not provider:
            continue
        if provider not in hints:
            suggestion = did_you_mean(provider, provider_ids) if len(hints) < MAX_SUGGESTIONS else ""
            hints[provider] = f"{suggestion} Otherwise add" if suggestion else "Add"
            hints[provider] += " it to `providers`."
        message = f"the provider {quote(provider)} of {quote(model.identity)} is not in `providers`"
        yield Finding(model.pointer_to("modelRef"), message, hints[provider])


def identities_differ_by_case(document: DocumentContext) -> Iterator[Finding]:
    """Find identities that differ only in letter case, and are easily confused."""
    first: dict[str, DocumentItem] = {}
    for name, entries in (("id", document.providers), ("modelRef", document.models)):
        for entry in entries:
            other = first.setdefault(entry.identity.lower(), entry)
            if other.identity != entry.identity:
                message = f"{quote(entry.identity)} differs from {quote(other.identity)} only in letter case"
                hint = "Use one spelling if both are the same; otherwise choose names that cannot be confused."
                yield Finding(entry.pointer_to(name), message, hint)


def provider_without_models(document: DocumentContext) -> Iterator[Finding]:
    """Find providers without models."""
    if not document.has("models"):
        return
    used_ids = {model.provider for model in document.models}
    for provider in document.providers:
        if provider.identity and provider.identity not in used_ids:
            message = f"the provider {quote(provider.identity)} has no models"
            hint = did_you_mean(provider.identity, used_ids) or "Add its models, or remove the provider."
            yield Finding(provider.pointer_to("id"), message, hint)


def _duplicates(entries: Iterable[DocumentItem], name: str, description: str) -> Iterator[Finding]:
    first_entries: dict[str, DocumentItem] = {}
    for entry in entries:
        first = first_entries.setdefault(entry.identity, entry)
        if entry.identity and first is not entry:
            message = f"duplicate {description} {quote(entry.identity)}"
            hint = f"Remove one of the two {entry.kind}s, or change its `{name}`."
            first_location = related(f"first {entry.kind}", first.pointer_to(name))
            yield Finding(entry.pointer_to(name), message, hint, related=(first_location,))
