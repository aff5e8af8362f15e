"""Rules on ids and references within the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding
from modelconfig.diagnostics.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext, ModelEntry, ProviderEntry

MOST_SUGGESTIONS = 100
"""Distinct unknown names that get a suggestion; looking for one takes as long as there are candidates."""


def duplicate_model(document: DocumentContext) -> Iterator[Finding]:
    """Find models whose `modelRef` an earlier one has."""
    if len(document.by_ref) == len(document.models):
        return
    for model in document.models:
        first = document.by_ref.get(model.ref, model)
        if first is not model:
            yield Finding(
                model.at("modelRef"),
                f"the model reference {quote(model.ref)} is taken: {first.at('modelRef')} has it",
                "Remove one of the two models, or give this one a reference of its own.",
            )


def duplicate_provider(document: DocumentContext) -> Iterator[Finding]:
    """Find providers whose `id` an earlier one has."""
    first: dict[str, str] = {}
    for provider in document.providers:
        if not provider.id:
            continue
        place = first.setdefault(provider.id, provider.at("id"))
        if place != provider.at("id"):
            yield Finding(
                provider.at("id"),
                f"the provider id {quote(provider.id)} is taken: {place} has it",
                "Merge the two entries into one.",
            )


def unknown_provider(document: DocumentContext) -> Iterator[Finding]:
    """Find models of a provider that is not listed."""
    if not document.has_providers:
        return
    known = {provider.id for provider in document.providers}
    hints: dict[str, str] = {}
    for model in document.models:
        if model.provider in known or not model.provider:
            continue
        if model.provider not in hints:
            offer = did_you_mean(model.provider, known) if len(hints) < MOST_SUGGESTIONS else ""
            hints[model.provider] = f"{offer} Otherwise add it to `providers`." if offer else "Add it to `providers`."
        yield Finding(
            model.at("modelRef"),
            f"{quote(model.ref)} belongs to the provider {quote(model.provider)}, which is not listed",
            hints[model.provider],
        )


def identities_differ_by_case(document: DocumentContext) -> Iterator[Finding]:
    """Find identities that differ only in upper and lower case, so that one is easily taken for the other."""
    identities: list[tuple[str, ProviderEntry | ModelEntry, str]]
    identities = [(provider.id, provider, "id") for provider in document.providers]
    identities += [(model.ref, model, "modelRef") for model in document.models]
    first: dict[str, str] = {}
    for identity, entry, member in identities:
        other = first.setdefault(identity.lower(), identity)
        if other != identity:
            yield Finding(
                entry.at(member),
                f"{quote(identity)} differs from {quote(other)} in upper and lower case only",
                "References are compared exactly: give the two names that nobody confuses, or make them one.",
            )


def provider_without_models(document: DocumentContext) -> Iterator[Finding]:
    """Find providers that serve nothing."""
    if not document.has_models:
        return
    used = {model.provider for model in document.models}
    for provider in document.providers:
        if provider.id and provider.id not in used:
            yield Finding(
                provider.at("id"),
                f"the provider {quote(provider.id)} has no models",
                did_you_mean(provider.id, used) or "Add its models, or remove the provider.",
            )
