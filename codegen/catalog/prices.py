"""Prices of the catalogue in US dollars per million tokens, and their conversion to cents per unit of the document."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from codegen.catalog.catalog_days import calendar_day
from modelconfig.documents.pricing import MILLIONS

PRICES: Final = ("input", "output")
_DEFAULT_UNIT: Final = "mtok"
_CENTS: Final = 100


def prices_on(cost: dict[str, Any], day: date) -> dict[str, Any]:
    """Return a cost with the prices of a day: after `until`, those of `then`."""
    until = calendar_day(cost.get("until"))
    return {**cost, **cost["then"]} if "then" in cost and until is not None and until < day else cost


def recorded_prices(cost: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the prices of each source on the day of its check: those of the model where nothing else is recorded."""
    recorded: dict[str, dict[str, Any]] = {
        source: {name: prices_on(cost, day)[name] for name in PRICES}
        for source, text in cost.get("checked", {}).items()
        if (day := calendar_day(text)) is not None
    }
    recorded |= cost.get("recorded", {})
    return recorded


def wire_cost(cost: dict[str, Any]) -> dict[str, Any]:
    """Return a cost in the unit of the document, in cents, as the companion of the document has it."""
    unit = cost.get("unit", _DEFAULT_UNIT)
    converted = {"unit": unit, **cost, **_in_cents(cost, unit)}
    if "then" in cost:
        converted["then"] = _in_cents(cost["then"], unit)
    if "tiers" in cost:
        converted["tiers"] = [{**tier, "prices": _in_cents(tier["prices"], unit)} for tier in cost["tiers"]]
    recorded = recorded_prices(cost)
    return converted | ({"recorded": recorded} if recorded else {})


def _in_cents(prices: dict[str, Any], unit: str) -> dict[str, Any]:
    """Convert dollars per million tokens exactly: binary fractions make 110.00000000000001 cents of 1.1 dollars."""
    cents = {name: Decimal(str(prices[name])) * _CENTS * MILLIONS[unit] for name in PRICES}
    return {name: int(amount) if amount == int(amount) else float(amount) for name, amount in cents.items()}
