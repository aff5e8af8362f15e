"""Rules on context windows and those of tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, object_property, string_property
from modelconfig.documents.lint.document_context import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext, ModelEntry


def output_exceeds_input(document: DocumentContext) -> Iterator[Finding]:
    """Find models whose own output budget exceeds their input budget.

    Tiers are not checked: there, models that reason have more output than input on purpose.
    """
    for model in document.models:
        window = object_property(model.value, "contextWindow")
        input_tokens, output_tokens = number(window, "maxInputTokens"), number(window, "maxOutputTokens")
        if input_tokens is not None and output_tokens is not None and output_tokens > input_tokens:
            yield Finding(
                model.pointer_to("contextWindow", "maxOutputTokens"),
                f"{quote(model.label)} may write {output_tokens:,} tokens and read only {input_tokens:,}",
                "Check that the two are not swapped. They are budgets, so it may be meant.",
            )


def user_share_exceeds_input(document: DocumentContext) -> Iterator[Finding]:
    """Find shares of the input for context added by the user that are larger than the whole input."""
    for model in document.models:
        for path, window in _windows(model):
            input_tokens, share = number(window, "maxInputTokens"), number(window, "maxUserInputTokens")
            if input_tokens is not None and share is not None and share > input_tokens:
                yield Finding(
                    model.pointer_to(*path, "maxUserInputTokens"),
                    f"the user's share of {share:,} tokens exceeds the input of {input_tokens:,} that it is part of",
                    "Lower `maxUserInputTokens`, or raise `maxInputTokens`.",
                )


def fraction_in_integer(document: DocumentContext) -> Iterator[Finding]:
    """Find budgets written as 45000.0 or 4.5e4: integers in JSON Schema, but not for the parser of every language."""
    budgets = document.properties("ContextWindow")
    for model in document.models:
        for path, window in _windows(model):
            for name, value in window.items():
                if isinstance(value, float) and value.is_integer() and name in budgets:
                    yield Finding(
                        model.pointer_to(*path, name),
                        f"`{name}` is an integer, but written with a fraction or an exponent",
                        f"Write {value:.0f}: readers in some languages refuse the other form.",
                    )


def tier_window_shrinks(document: DocumentContext) -> Iterator[Finding]:
    """Find tiers with fewer tokens in total than the tier below them.

    Input and output are added, because a model may exchange one for the other. A tier that is not listed has the
    model's own window. Tiers below that of the model are not served, and are ignored.
    """
    # The schema lists tiers from the lowest to the highest.
    tiers_in_order = document.properties("ModelConfigAllTiers")
    for model in document.models:
        tiers = object_property(model.value, "modelConfigAllTiers")
        if not tiers:
            continue
        own_total = _total(object_property(model.value, "contextWindow"))
        tier = string_property(model.value, "tier")
        served = tiers_in_order[tiers_in_order.index(tier) :] if tier in tiers_in_order else tiers_in_order
        lower_tier, lower_total = "", None
        for name in served:
            total = (
                _total(object_property(object_property(tiers, name), "contextWindow")) if name in tiers else own_total
            )
            if total is not None and lower_total is not None and total < lower_total:
                yield Finding(
                    model.pointer_to("modelConfigAllTiers", name)
                    if name in tiers
                    else model.pointer_to("contextWindow"),
                    f"the tier `{name}` gets {total:,} tokens in all, fewer than the {lower_total:,} of `{lower_tier}`",
                    "Give the higher tier at least as much, or check that the two are not swapped.",
                )
            lower_tier, lower_total = name, total


def tiers_without_enterprise(document: DocumentContext) -> Iterator[Finding]:
    """Find models with settings by tier but not for `enterprise`, which clients read without a check."""
    for model in document.models:
        tiers = model.value.get("modelConfigAllTiers")
        if isinstance(tiers, dict) and tiers.get("enterprise") is None:
            yield Finding(
                model.pointer_to("modelConfigAllTiers"),
                f"{quote(model.label)} has no `enterprise` in `modelConfigAllTiers`, and clients crash without it",
                "Add `enterprise`, or remove `modelConfigAllTiers`.",
                at_key=True,
            )


def _windows(model: ModelEntry) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    yield ("contextWindow",), object_property(model.value, "contextWindow")
    for name, tier in object_property(model.value, "modelConfigAllTiers").items():
        if isinstance(tier, dict):
            yield ("modelConfigAllTiers", name, "contextWindow"), object_property(tier, "contextWindow")


def _total(window: dict[str, Any]) -> float | None:
    input_tokens, output_tokens = number(window, "maxInputTokens"), number(window, "maxOutputTokens")
    return None if input_tokens is None or output_tokens is None else input_tokens + output_tokens
