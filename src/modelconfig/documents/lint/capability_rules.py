"""Rules on capabilities and categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext

REFINEMENTS = frozenset({"vision", "reasoning", "tools", "fallback"})
"""Capabilities that only refine `chat` or `edit`, and have no effect without one of them."""


def no_capability(document: DocumentContext) -> Iterator[Finding]:
    """Find models without any capability, which no feature can use."""
    for model in document.models:
        if model.value.get("capabilities") == []:
            yield Finding(
                model.pointer_to("capabilities"),
                f"{quote(model.label)} has no capability, so nothing can use it",
                "Name what it may be used for, such as `chat`, or remove the model.",
            )


def helper_capability_alone(document: DocumentContext) -> Iterator[Finding]:
    """Find models with capabilities that only refine `chat` or `edit`, and neither of these.

    A model with an unknown capability is not reported: that may be the one that they refine.
    """
    for model in document.models:
        if model.capabilities and REFINEMENTS.issuperset(model.capabilities):
            yield Finding(
                model.pointer_to("capabilities"),
                f"{quote(model.label)} has {listing(model.capabilities)} and neither `chat` nor `edit`",
                "Add `chat` or `edit`: by these clients offer a model; the others only say how.",
            )


def effort_without_reasoning(document: DocumentContext) -> Iterator[Finding]:
    """Find models with a reasoning effort and without the capability `reasoning`."""
    for model in document.models:
        if model.value.get("reasoningEffort") is None or model.capabilities is None:
            continue
        if "reasoning" not in model.capabilities:
            yield Finding(
                model.pointer_to("reasoningEffort"),
                f"{quote(model.label)} has a reasoning effort and lacks the capability `reasoning`",
                "Add the capability, or remove the effort: APIs refuse it for models that do not reason.",
                at_key=True,
            )


def deprecated_category(document: DocumentContext) -> Iterator[Finding]:
    """Find models of the category `deprecated`, which does not describe their strength and does not hide them."""
    for model in document.models:
        if model.value.get("category") == "deprecated":
            yield Finding(
                model.pointer_to("category"),
                f"{quote(model.label)} has the category `deprecated`, which is a maturity and not a strength",
                "Write the status `deprecated`, and the category that the model had, or `other`.",
            )
