"""Prices of models, converted to dollars per million tokens."""

from math import isclose, log10
from typing import Any, Final

MILLIONS: Final = {"mtok": 1, "btok": 1000}
"""Million tokens in each unit of a price."""
_ROUNDING: Final = 0.01
"""Relative difference of two prices that are the same: sources round."""
_SAME_POWER: Final = 0.05
"""Difference of the decimal logarithm of a ratio from an integer, for a factor of about 10, 100 and so on."""


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


def same_price(one: float, other: float) -> bool:
    """Return whether two prices are equal, except for rounding."""
    return isclose(one, other, rel_tol=_ROUNDING)


def power_of_ten(ratio: float) -> int:
    """Return the power of ten, 10 or more, that a positive ratio or its inverse is close to, or 0."""
    power = log10(ratio)
    return 10 ** abs(round(power)) if round(power) and abs(power - round(power)) <= _SAME_POWER else 0
