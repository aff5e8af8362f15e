"""Rules on capabilities and categories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.rule import Finding

if TYPE_CHECKING:
    from modelconfig.documents.lint.document_context import DocumentContext

REFINEMENTS = frozenset({"vision", "reasoning", "tools", "fallback"})
"""Capabilities that only refine `chat` or `edit`, and have no effect without one of them."""


def no_capability(document: DocumentContext) -> Iterator[Finding]:
    """Find models without any capability, which no feature can use."""
    for model in document.models:
        if model.value.get("capabilities") == []:
            message = f"{quote(model.label)} has no capabilities, so no feature can use it"
            yield Finding(model.pointer_to("capabilities"), message, "Add a capability, or remove the model.")


def no_main_capability(document: DocumentContext) -> Iterator[Finding]:
    """Find models with capabilities that only refine `chat` or `edit`, and neither of these.

    A model with an unknown capability is not reported: that may be the one that they refine.
    """
    for model in document.models:
        capabilities = model.capabilities
        if capabilities and REFINEMENTS.issuperset(capabilities):
            message = f"{quote(model.label)} has {listing(capabilities)}, but neither `chat` nor `edit`"
            hint = "Add `chat` or `edit`: clients offer only models with one of them."
            yield Finding(model.pointer_to("capabilities"), message, hint)


def effort_without_reasoning(document: DocumentContext) -> Iterator[Finding]:
    """Find models with a reasoning effort and without the capability `reasoning`."""
    for model in document.models:
        capabilities = model.capabilities
        has_effort = model.value.get("reasoningEffort") is not None
        if has_effort and capabilities is not None and "reasoning" not in capabilities:
            message = f"{quote(model.label)} has `reasoningEffort`, but not the capability `reasoning`"
            hint = "Add the capability, or remove `reasoningEffort`: APIs reject it for models that do not reason."
            yield Finding(model.pointer_to("reasoningEffort"), message, hint, at_key=True)


def deprecated_category(document: DocumentContext) -> Iterator[Finding]:
    """Find models of the category `deprecated`, which does not describe their strength and does not hide them."""
    for model in document.models:
        if model.value.get("category") == "deprecated":
            message = f"{quote(model.label)} has the category `deprecated`, which is a status, not a category"
            hint = "Set the status `deprecated`, and the category that the model had, or `other`."
            yield Finding(model.pointer_to("category"), message, hint)
