"""Rules on context windows and those of tiers."""

from collections.abc import Iterator
from typing import Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, object_property, string_property
from modelconfig.documents.lint.document_context import DocumentContext, DocumentItem, number

_USER_INPUT = "maxUserInputTokens"


def output_exceeds_input(document: DocumentContext) -> Iterator[Finding]:
    """Find models whose own output budget exceeds their input budget.

    Tiers are not checked: there, models that reason have more output than input on purpose.
    """
    for model in document.models:
        window = object_property(model.value, "contextWindow")
        input_tokens, output_tokens = number(window, "maxInputTokens"), number(window, "maxOutputTokens")
        if input_tokens is not None and output_tokens is not None and output_tokens > input_tokens:
            message = (
                f"{quote(model.label)} has {output_tokens:,} output tokens, more than {input_tokens:,} input tokens"
            )
            hint = "Check that the two numbers are not swapped. If they are intended, ignore the warning."
            yield Finding(model.pointer_to("contextWindow", "maxOutputTokens"), message, hint)


def user_share_exceeds_input(document: DocumentContext) -> Iterator[Finding]:
    """Find shares of the input for the conversation that are larger than the whole input."""
    for model, path, share, input_tokens in _user_shares(document):
        if share > input_tokens:
            message = f"`maxUserInputTokens` ({share:,}) exceeds `maxInputTokens` ({input_tokens:,})"
            yield Finding(model.pointer_to(*path), message, "Lower `maxUserInputTokens`, or raise `maxInputTokens`.")


def user_share_equals_input(document: DocumentContext) -> Iterator[Finding]:
    """Find shares of the input for the conversation that leave nothing for context, and so have no effect."""
    for model, path, share, input_tokens in _user_shares(document):
        if share == input_tokens:
            message = f"`maxUserInputTokens` is all of `maxInputTokens` ({input_tokens:,}), and has no effect"
            yield Finding(model.pointer_to(*path), message, "Lower `maxUserInputTokens`, or omit it.")


def fraction_in_integer(document: DocumentContext) -> Iterator[Finding]:
    """Find budgets written as 45000.0 or 4.5e4: integers in JSON Schema, but not for the parser of every language."""
    budgets = document.properties("ContextWindow")
    for model, path, window in _windows(document):
        for name, value in window.items():
            if isinstance(value, float) and value.is_integer() and name in budgets:
                message = f"the integer `{name}` is written with a fraction or an exponent"
                hint = f"Write {value:.0f}: parsers of some languages reject the other notation."
                yield Finding(model.pointer_to(*path, name), message, hint)


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
        tier = string_property(model.value, "tier")
        served = tiers_in_order[tiers_in_order.index(tier) :] if tier in tiers_in_order else tiers_in_order
        lower_tier, lower_total = "", None
        for name in served:
            path = ("modelConfigAllTiers", name) if name in tiers else ("contextWindow",)
            total = _total(object_property(tiers, name) if name in tiers else model.value)
            if total is not None and lower_total is not None and total < lower_total:
                message = (
                    f"tier `{name}` has {total:,} tokens in total, fewer than tier `{lower_tier}` with {lower_total:,}"
                )
                hint = "Give the higher tier at least as many tokens, or check that the two windows are not swapped."
                yield Finding(model.pointer_to(*path), message, hint)
            lower_tier, lower_total = name, total


def tiers_without_enterprise(document: DocumentContext) -> Iterator[Finding]:
    """Find models with settings by tier but not for `enterprise`, which clients read without a check."""
    for model in document.models:
        tiers = model.value.get("modelConfigAllTiers")
        if isinstance(tiers, dict) and tiers.get("enterprise") is None:
            message = f"{quote(model.label)} has `modelConfigAllTiers` without `enterprise`, which makes clients crash"
            hint = "Add `enterprise`, or remove `modelConfigAllTiers`."
            yield Finding(model.pointer_to("modelConfigAllTiers"), message, hint, at_key=True)


def _windows(document: DocumentContext) -> Iterator[tuple[DocumentItem, tuple[str, ...], dict[str, Any]]]:
    """Yield each context window: the model, the path in it, the window."""
    for model in document.models:
        yield model, ("contextWindow",), object_property(model.value, "contextWindow")
        for name, tier in object_property(model.value, "modelConfigAllTiers").items():
            if isinstance(tier, dict):
                yield model, ("modelConfigAllTiers", name, "contextWindow"), object_property(tier, "contextWindow")


def _user_shares(document: DocumentContext) -> Iterator[tuple[DocumentItem, tuple[str, ...], float, float]]:
    """Yield each share of the input for the conversation: the model, the path in it, the share, the whole input."""
    for model, path, window in _windows(document):
        if _USER_INPUT not in window:
            continue
        input_tokens, share = number(window, "maxInputTokens"), number(window, _USER_INPUT)
        if input_tokens is not None and share is not None:
            yield model, (*path, _USER_INPUT), share, input_tokens


def _total(owner: dict[str, Any]) -> float | None:
    """Return the sum of the input and output tokens of a model or tier, or None where one of them is missing."""
    window = object_property(owner, "contextWindow")
    input_tokens, output_tokens = number(window, "maxInputTokens"), number(window, "maxOutputTokens")
    return None if input_tokens is None or output_tokens is None else input_tokens + output_tokens
