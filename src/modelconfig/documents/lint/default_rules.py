"""Rules on the default models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.rule import Finding, string_property
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.queries import CAPABILITY_OF_DEFAULT
from modelconfig.jsontext.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext, ModelEntry

MAX_CANDIDATES = 5_000
"""References that a misspelt one is compared with; each comparison takes time."""


def unknown_default(document: DocumentContext) -> Iterator[Finding]:
    """Find default models that are not in `models`."""
    if not document.has_models:
        return
    for role, ref in _roles(document):
        if ref not in document.by_ref:
            suggestion = did_you_mean(ref, _candidates(document, ref))
            yield Finding(
                join("/defaultModels", role),
                f"the default model {quote(ref)} is not in `models`",
                suggestion or "Name a listed model, or list this one.",
            )


def deprecated_default(document: DocumentContext) -> Iterator[Finding]:
    """Find deprecated default models, which clients hide although they use them."""
    for role, model in _listed_defaults(document):
        if string_property(model.value, "status") == "deprecated":
            yield Finding(
                join("/defaultModels", role),
                f"the default model {quote(model.ref)} is deprecated, and clients hide deprecated models",
                "Choose one that stays.",
            )


def unfit_default(document: DocumentContext) -> Iterator[Finding]:
    """Find default models without the capability that their role requires."""
    for role, model in _listed_defaults(document):
        required_capability = CAPABILITY_OF_DEFAULT.get(role)
        if required_capability is None or model.capabilities is None or required_capability in model.capabilities:
            continue
        description = f"it has {listing(model.capabilities)}" if model.capabilities else "it has none"
        yield Finding(
            join("/defaultModels", role),
            f"the default model {quote(model.ref)} lacks the capability {quote(required_capability)}: {description}",
            f"Choose a model with {quote(required_capability)}.",
        )


def _roles(document: DocumentContext) -> Iterator[tuple[str, str]]:
    """Yield each default once: in documents for clients `unlimitedChat` is a copy of `fallbackChat`."""
    fallback = dict(document.defaults).get("fallbackChat")
    for role, ref in document.defaults:
        if role != "unlimitedChat" or ref != fallback:
            yield role, ref


def _listed_defaults(document: DocumentContext) -> Iterator[tuple[str, ModelEntry]]:
    for role, ref in _roles(document):
        if ref in document.by_ref:
            yield role, document.by_ref[ref]


def _candidates(document: DocumentContext, ref: str) -> list[str]:
    """Return the references to compare with: those of the same provider if it has models, else all, up to the limit."""
    provider = ref.partition("::")[0] + "::"
    refs = [known_ref for known_ref in document.by_ref if known_ref.startswith(provider)] or list(document.by_ref)
    return refs[:MAX_CANDIDATES]
