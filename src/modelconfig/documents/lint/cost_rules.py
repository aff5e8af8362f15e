"""Rules on prices.

They look for values that no provider asks, not for values that are out of date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, object_property, string_property
from modelconfig.documents.lint.document_context import number
from modelconfig.documents.pricing import MILLIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.documents.lint.document_context import DocumentContext, ModelEntry

LEAST_PENNIES, MOST_PENNIES = 0.5, 100_000
"""US cents for a million tokens between which every known price lies, with room to spare."""


def placeholder_cost(document: DocumentContext) -> Iterator[Finding]:
    """Find prices of one cent each way, which stand for a price that nobody looked up."""
    for model, _, given, asked in _prices(document):
        if given == 1 == asked:
            yield Finding(
                model.at("estimatedModelCost"),
                f"the cost of {quote(model.label)} is 1 and 1, a placeholder",
                "Give the price, or remove the member until it is known.",
                at_key=True,
            )


def output_cheaper_than_input(document: DocumentContext) -> Iterator[Finding]:
    """Find models that write for less than they read, the other way round than everywhere."""
    for model, _, given, asked in _prices(document):
        if asked < given:
            yield Finding(
                model.at("estimatedModelCost", "outputTokenPennies"),
                f"{quote(model.label)} writes for {asked:,} and reads for {given:,} cents",
                "Check that the two are not swapped.",
            )


def implausible_cost(document: DocumentContext) -> Iterator[Finding]:
    """Find prices a hundred times off what models cost: dollars for cents, or the wrong unit."""
    for model, unit, given, asked in _prices(document):
        if given == 1 == asked or unit not in MILLIONS:
            continue
        for name, price in (("inputTokenPennies", given), ("outputTokenPennies", asked)):
            pennies = price / MILLIONS[unit]
            if price and not LEAST_PENNIES <= pennies <= MOST_PENNIES:
                little = pennies < LEAST_PENNIES
                yield Finding(
                    model.at("estimatedModelCost", name),
                    f"{price:,} per {unit} is {pennies:,g} US cents for a million tokens, "
                    f"implausibly {'little' if little else 'much'}",
                    "Check the unit, and that the price is in cents and not in dollars.",
                )
                break


def _prices(document: DocumentContext) -> Iterator[tuple[ModelEntry, str, float, float]]:
    for model in document.models:
        cost = object_property(model.value, "estimatedModelCost")
        given, asked = number(cost, "inputTokenPennies"), number(cost, "outputTokenPennies")
        if given is not None and asked is not None:
            yield model, string_property(cost, "unit"), given, asked
