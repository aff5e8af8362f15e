"""Rules on prices.

They find values that no provider charges, not values that are out of date.
"""

from collections.abc import Iterator

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, object_property, string_property
from modelconfig.documents.lint.document_context import DocumentContext, DocumentItem, number
from modelconfig.documents.pricing import MILLIONS

MIN_PENNIES, MAX_PENNIES = 0.5, 100_000
"""Minimum and maximum of plausible prices, in US cents per million tokens, with a margin around all known prices."""


def placeholder_cost(document: DocumentContext) -> Iterator[Finding]:
    """Find prices of one cent for input and output: placeholders for unknown prices."""
    for model, _, input_price, output_price in _prices(document):
        if input_price == 1 == output_price:
            message = f"{quote(model.label)} has the prices 1 and 1, which are placeholders"
            hint = "Set the prices, or omit the property until they are known."
            yield Finding(model.pointer_to("estimatedModelCost"), message, hint, at_key=True)


def output_cheaper_than_input(document: DocumentContext) -> Iterator[Finding]:
    """Find models whose output is cheaper than their input, which no provider offers."""
    for model, _, input_price, output_price in _prices(document):
        if output_price < input_price:
            message = (
                f"the output of {quote(model.label)} costs {output_price:,} cents, less than the input"
                f" with {input_price:,}"
            )
            pointer = model.pointer_to("estimatedModelCost", "outputTokenPennies")
            yield Finding(pointer, message, "Check that the two prices are not swapped.")


def implausible_cost(document: DocumentContext) -> Iterator[Finding]:
    """Find prices that are wrong by a factor of about a hundred: dollars instead of cents, or the wrong unit."""
    for model, unit, input_price, output_price in _prices(document):
        if input_price == 1 == output_price or unit not in MILLIONS:
            continue
        for name, price in (("inputTokenPennies", input_price), ("outputTokenPennies", output_price)):
            pennies = price / MILLIONS[unit]
            if price and not MIN_PENNIES <= pennies <= MAX_PENNIES:
                comparison = "low" if pennies < MIN_PENNIES else "high"
                message = f"{price:,} per {unit} is {pennies:,g} US cents per million tokens, implausibly {comparison}"
                hint = "Check the unit, and that the price is in cents and not in dollars."
                yield Finding(model.pointer_to("estimatedModelCost", name), message, hint)
                break


def _prices(document: DocumentContext) -> Iterator[tuple[DocumentItem, str, float, float]]:
    """Yield the models with both prices: the model, the unit, the input price, the output price."""
    for model in document.models:
        cost = object_property(model.value, "estimatedModelCost")
        input_price, output_price = number(cost, "inputTokenPennies"), number(cost, "outputTokenPennies")
        if input_price is not None and output_price is not None:
            yield model, string_property(cost, "unit"), input_price, output_price
