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

    Tiers are left out: models that reason are given more output there than input, on purpose.
    """
    for model in document.models:
        window = object_property(model.value, "contextWindow")
        given, asked = number(window, "maxInputTokens"), number(window, "maxOutputTokens")
        if given is not None and asked is not None and asked > given:
            yield Finding(
                model.at("contextWindow", "maxOutputTokens"),
                f"{quote(model.label)} may write {asked:,} tokens and read only {given:,}",
                "Check that the two are not swapped. They are budgets, so it may be meant.",
            )


def user_share_exceeds_input(document: DocumentContext) -> Iterator[Finding]:
    """Find shares of the input, kept for what the user added, that are larger than the whole input."""
    for model in document.models:
        for path, window in _windows(model):
            given, share = number(window, "maxInputTokens"), number(window, "maxUserInputTokens")
            if given is not None and share is not None and share > given:
                yield Finding(
                    model.at(*path, "maxUserInputTokens"),
                    f"the user's share of {share:,} tokens exceeds the input of {given:,} that it is part of",
                    "Lower `maxUserInputTokens`, or raise `maxInputTokens`.",
                )


def fraction_in_integer(document: DocumentContext) -> Iterator[Finding]:
    """Find budgets written as 45000.0 or 4.5e4: integers to JSON Schema, but not to every language's reader."""
    budgets = document.properties("ContextWindow")
    for model in document.models:
        for path, window in _windows(model):
            for name, value in window.items():
                if isinstance(value, float) and value.is_integer() and name in budgets:
                    yield Finding(
                        model.at(*path, name),
                        f"`{name}` is an integer, but written with a fraction or an exponent",
                        f"Write {value:.0f}: readers in some languages refuse the other form.",
                    )


def tier_window_shrinks(document: DocumentContext) -> Iterator[Finding]:
    """Find tiers that get fewer tokens in all than the tier below them.

    Input and output are added up, because a model may trade one for the other. A tier that is not named has the
    model's own window; tiers below the model's are not served and do not count.
    """
    # The schema has them from the lowest to the highest.
    ranks = document.properties("ModelConfigAllTiers")
    for model in document.models:
        tiers = object_property(model.value, "modelConfigAllTiers")
        if not tiers:
            continue
        own = _total(object_property(model.value, "contextWindow"))
        tier = string_property(model.value, "tier")
        served = ranks[ranks.index(tier) :] if tier in ranks else ranks
        below, below_total = "", None
        for name in served:
            total = _total(object_property(object_property(tiers, name), "contextWindow")) if name in tiers else own
            if total is not None and below_total is not None and total < below_total:
                yield Finding(
                    model.at("modelConfigAllTiers", name) if name in tiers else model.at("contextWindow"),
                    f"the tier `{name}` gets {total:,} tokens in all, fewer than the {below_total:,} of `{below}`",
                    "Give the higher tier at least as much, or check that the two are not swapped.",
                )
            below, below_total = name, total


def tiers_without_enterprise(document: DocumentContext) -> Iterator[Finding]:
    """Find models with settings by tier and none for `enterprise`, which clients read unguarded."""
    for model in document.models:
        tiers = model.value.get("modelConfigAllTiers")
        if isinstance(tiers, dict) and tiers.get("enterprise") is None:
            yield Finding(
                model.at("modelConfigAllTiers"),
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
    given, asked = number(window, "maxInputTokens"), number(window, "maxOutputTokens")
    return None if given is None or asked is None else given + asked
