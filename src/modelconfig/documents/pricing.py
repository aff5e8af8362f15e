"""Prices of models, converted to dollars per million tokens."""

from typing import Any, Final

MILLIONS: Final = {"mtok": 1, "btok": 1000}
"""Million tokens in each unit of a price."""


def dollars_per_million(cost: dict[str, Any], price_name: str) -> float | None:
    """Return the price `price_name` of a ModelCost in US dollars per million tokens, or None if it is unknown."""
    price, unit = cost.get(price_name), cost.get("unit")
    if not isinstance(price, (int, float)) or not isinstance(unit, str) or unit not in MILLIONS:
        return None
    return price / MILLIONS[unit] / 100


def dollars(amount: float) -> str:
    """Return an amount as text: two decimals, or as many as a fraction of a cent needs."""
    rounded = f"{amount:,.2f}"
    if float(rounded.replace(",", "")) == round(amount, 9):
        return "$" + rounded
    return "$" + f"{amount:.9f}".rstrip("0")
