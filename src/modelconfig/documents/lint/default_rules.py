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

MOST_CANDIDATES = 5_000
"""References that a misspelt one is compared with; each takes a while."""


def unknown_default(document: DocumentContext) -> Iterator[Finding]:
    """Find default models that are not in the list."""
    if not document.has_models:
        return
    for role, ref in _roles(document):
        if ref not in document.by_ref:
            offer = did_you_mean(ref, _candidates(document, ref))
            yield Finding(
                join("/defaultModels", role),
                f"the default model {quote(ref)} is not in `models`",
                offer or "Name a listed model, or list this one.",
            )


def deprecated_default(document: DocumentContext) -> Iterator[Finding]:
    """Find default models that are deprecated: clients hide them and still have to use them."""
    for role, model in _known(document):
        if string_property(model.value, "status") == "deprecated":
            yield Finding(
                join("/defaultModels", role),
                f"the default model {quote(model.ref)} is deprecated, and clients hide deprecated models",
                "Choose one that stays.",
            )


def unfit_default(document: DocumentContext) -> Iterator[Finding]:
    """Find default models that cannot do what they are the default for."""
    for role, model in _known(document):
        needed = CAPABILITY_OF_DEFAULT.get(role)
        if needed is None or model.capabilities is None or needed in model.capabilities:
            continue
        has = f"it has {listing(model.capabilities)}" if model.capabilities else "it has none"
        yield Finding(
            join("/defaultModels", role),
            f"the default model {quote(model.ref)} lacks the capability {quote(needed)}: {has}",
            f"Choose a model with {quote(needed)}.",
        )


def _roles(document: DocumentContext) -> Iterator[tuple[str, str]]:
    """Yield each default once: `unlimitedChat` is a copy of `fallbackChat` in what clients receive."""
    fallback = dict(document.defaults).get("fallbackChat")
    for role, ref in document.defaults:
        if role != "unlimitedChat" or ref != fallback:
            yield role, ref


def _known(document: DocumentContext) -> Iterator[tuple[str, ModelEntry]]:
    for role, ref in _roles(document):
        if ref in document.by_ref:
            yield role, document.by_ref[ref]


def _candidates(document: DocumentContext, ref: str) -> list[str]:
    """Return the references to compare with: those of the same provider, where it has any, and not endlessly many."""
    provider = ref.partition("::")[0] + "::"
    alike = [known for known in document.by_ref if known.startswith(provider)] or list(document.by_ref)
    return alike[:MOST_CANDIDATES]
