"""Rules that compare budgets, prices and days of checks with what the catalogue records about their sources."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from codegen.catalog.catalog_days import calendar_day, checks
from codegen.catalog.catalog_entries import CatalogEntry
from codegen.catalog.prices import PRICES, prices_on, recorded_prices
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.documents.pricing import dollars, power_of_ten, same_price
from modelconfig.jsontext.pointers import join

_MAX_PRICE_RATIO = 20
"""Known prices of output are 1 to 10 times those of input. A lower price of output is a rule for every document."""


def value_problems(entry: CatalogEntry, today: date) -> Iterator[Problem]:
    """Yield the problems of the values of one model, with pointers in its file."""
    yield from _checks_are_not_in_the_future(entry, today)
    yield from _budgets_are_within_limits(entry)
    cost = entry.source.get("cost")
    if cost:
        yield from _condition_is_complete(cost, entry.pointer + "/cost")
        yield from _prices_are_recorded(cost, entry.pointer + "/cost", today)
        yield from _price_ratios_are_likely(cost, entry.pointer + "/cost")


def _checks_are_not_in_the_future(entry: CatalogEntry, today: date) -> Iterator[Problem]:
    for pointer, days in checks(entry.source, entry.pointer):
        for source, text in days.items():
            day = calendar_day(text)
            if day is not None and day > today:
                message = f"the check of {quote(source)} on {day} is later than the revision of {today}"
                hint = "Correct the day, or set a later revision in catalog.yaml."
                yield error("MC284", message, hint=hint, pointer=join(pointer, source))


def _budgets_are_within_limits(entry: CatalogEntry) -> Iterator[Problem]:
    limits = entry.source.get("limits", {})
    highest = {
        "maxInputTokens": limits.get("input", limits.get("context")),
        "maxOutputTokens": limits.get("output", limits.get("context")),
    }
    tiers = entry.model.get("modelConfigAllTiers", {}).values()
    windows = [entry.model["contextWindow"], *(tier["contextWindow"] for tier in tiers)]
    pointer = entry.pointer + ("/window" if "window" in entry.source else "/contextWindow")
    for name, limit in highest.items():
        budget = max(window[name] for window in windows)
        if limit is not None and budget > limit:
            message = (
                f"the budget `{name}` of {quote(entry.ref)} is {budget:,}, above the limit of the model, {limit:,}"
            )
            yield error("MC280", message, hint="Use a smaller window, or correct the limit.", pointer=pointer)


def _condition_is_complete(cost: dict[str, Any], pointer: str) -> Iterator[Problem]:
    if ("until" in cost) != ("then" in cost):
        given, missing = ("until", "then") if "until" in cost else ("then", "until")
        hint = "`then` has the prices that are valid after the day `until`."
        message = f"`{given}` needs `{missing}`"
        yield error("MC285", message, hint=hint, pointer=f"{pointer}/{given}", at_key=True)


def _prices_are_recorded(cost: dict[str, Any], pointer: str, today: date) -> Iterator[Problem]:
    """Report a price that no recorded source has."""
    prices = prices_on(cost, today)
    for name in PRICES:
        ours = prices[name]
        recorded = {source: values[name] for source, values in recorded_prices(cost).items()}
        if not recorded or any(same_price(ours, theirs) for theirs in recorded.values()):
            continue
        source, theirs = next(iter(recorded.items()))
        message = f"the {name} price is {dollars(ours)} per million tokens; {quote(source)} has {dollars(theirs)}"
        if ours and theirs and (factor := power_of_ten(ours / theirs)):
            message += f", about {factor:,} times {'less' if ours > theirs else 'more'}"
        yield error(
            "MC283", message, hint="Correct the price, in dollars per million tokens.", pointer=f"{pointer}/{name}"
        )


def _price_ratios_are_likely(cost: dict[str, Any], pointer: str) -> Iterator[Problem]:
    """Report an output price that is too high for its input price, under any condition."""
    prices = [(pointer, cost), *([(pointer + "/then", cost["then"])] if "then" in cost else [])]
    prices += [(f"{pointer}/tiers/{index}/prices", tier["prices"]) for index, tier in enumerate(cost.get("tiers", ()))]
    for place, price in prices:
        if price["output"] > _MAX_PRICE_RATIO * price["input"]:
            message = (
                f"the output price {dollars(price['output'])} is more than {_MAX_PRICE_RATIO} times the input price"
            )
            message += f" {dollars(price['input'])}"
            hint = "Check both prices."
            yield warning("MC282", message, hint=hint, pointer=place + "/output")
