"""Prices of models, brought to one unit."""

from __future__ import annotations

from typing import Any, Final

MILLIONS: Final = {"mtok": 1, "btok": 1000}
"""Million tokens in each unit that a price may be for."""


def dollars_per_million(cost: dict[str, Any], member: str) -> float | None:
    """Return a price of a ModelCost in US dollars for a million tokens, or None where that cannot be said."""
    price, unit = cost.get(member), cost.get("unit")
    if not isinstance(price, (int, float)) or not isinstance(unit, str) or unit not in MILLIONS:
        return None
    return price / MILLIONS[unit] / 100


def dollars(amount: float) -> str:
    """Return an amount for people: two decimals, or as many as a fraction of a cent needs."""
    exact = f"{amount:,.2f}"
    if float(exact.replace(",", "")) == round(amount, 9):
        return "$" + exact
    return "$" + f"{amount:.9f}".rstrip("0")
