"""Rules on ids and references within the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import related
from modelconfig.diagnostics.rule import Finding
from modelconfig.diagnostics.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext, ModelEntry, ProviderEntry

MAX_SUGGESTIONS = 100
"""Maximum number of distinct unknown names that get a suggestion; each search compares all candidates."""


def duplicate_model(document: DocumentContext) -> Iterator[Finding]:
    """Find models with the `modelRef` of an earlier model."""
    if len(document.by_ref) == len(document.models):
        return
    for model in document.models:
        first = document.by_ref.get(model.ref, model)
        if first is not model:
            yield Finding(
                model.pointer_to("modelRef"),
                f"duplicate model reference {quote(model.ref)}",
                "Remove one of the two models, or change the reference of this one.",
                related=(related("first model with this reference", first.pointer_to("modelRef")),),
            )


def duplicate_provider(document: DocumentContext) -> Iterator[Finding]:
    """Find providers with the `id` of an earlier provider."""
    first_pointers: dict[str, str] = {}
    for provider in document.providers:
        if not provider.id:
            continue
        first_pointer = first_pointers.setdefault(provider.id, provider.pointer_to("id"))
        if first_pointer != provider.pointer_to("id"):
            yield Finding(
                provider.pointer_to("id"),
                f"duplicate provider id {quote(provider.id)}",
                "Merge the two providers into one.",
                related=(related("first provider with this id", first_pointer),),
            )


def unknown_provider(document: DocumentContext) -> Iterator[Finding]:
    """Find models whose provider is not in `providers`."""
    if not document.has_providers:
        return
    provider_ids = {provider.id for provider in document.providers}
    hints: dict[str, str] = {}
    for model in document.models:
        if model.provider in provider_ids or not model.provider:
            continue
        if model.provider not in hints:
            suggestion = did_you_mean(model.provider, provider_ids) if len(hints) < MAX_SUGGESTIONS else ""
            hints[model.provider] = (
                f"{suggestion} Otherwise add it to `providers`." if suggestion else "Add it to `providers`."
            )
        yield Finding(
            model.pointer_to("modelRef"),
            f"{quote(model.ref)} belongs to the provider {quote(model.provider)}, which is not listed",
            hints[model.provider],
        )


def identities_differ_by_case(document: DocumentContext) -> Iterator[Finding]:
    """Find identities that differ only in letter case, and are easily confused."""
    identities: list[tuple[str, ProviderEntry | ModelEntry, str]]
    identities = [(provider.id, provider, "id") for provider in document.providers]
    identities += [(model.ref, model, "modelRef") for model in document.models]
    first: dict[str, str] = {}
    for identity, entry, property_name in identities:
        other = first.setdefault(identity.lower(), identity)
        if other != identity:
            yield Finding(
                entry.pointer_to(property_name),
                f"{quote(identity)} differs from {quote(other)} in upper and lower case only",
                "References are compared exactly: give the two names that nobody confuses, or make them one.",
            )


def provider_without_models(document: DocumentContext) -> Iterator[Finding]:
    """Find providers without models."""
    if not document.has_models:
        return
    used_ids = {model.provider for model in document.models}
    for provider in document.providers:
        if provider.id and provider.id not in used_ids:
            yield Finding(
                provider.pointer_to("id"),
                f"the provider {quote(provider.id)} has no models",
                did_you_mean(provider.id, used_ids) or "Add its models, or remove the provider.",
            )
