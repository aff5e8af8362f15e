"""What one public catalogue says about one model on one route, in common units."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

ROUTES = {
    "gemini": "google",
    "fireworks_ai": "fireworks",
    "fireworks-ai": "fireworks",
}
"""The id of a provider in our catalogue, by the name that a public catalogue has for the same API."""


class Price(NamedTuple):
    """Prices in US dollars per million tokens; None where one is unknown."""

    input: float | None
    output: float | None


NO_PRICE = Price(None, None)
_TOO_LARGE = 1e300
"""Less than what a float can hold, also after a multiplication by a factor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceModel:
    """One row of a public catalogue.

    `name` is the name by which the API of `route` calls the model. Limits are in tokens. `older_prices` were valid
    before `price`. A value that the row does not contain, or that is a placeholder, is None or absent.
    """

    source: str
    route: str
    name: str
    context: int | None = None
    max_input: int | None = None
    max_output: int | None = None
    price: Price = NO_PRICE
    older_prices: tuple[Price, ...] = ()
    capabilities: Mapping[str, bool] = field(default_factory=dict)
    retires: date | None = None
    replacement: str = ""

    @property
    def input_limit(self) -> int | None:
        """The maximum number of input tokens, or the size of the context window where only that is known."""
        return self.max_input or self.context

    @property
    def output_limit(self) -> int | None:
        """The maximum number of output tokens; None where the context window was entered in its place."""
        window = self.context or self.max_input
        return (
            None
            if window is not None and self.max_output is not None and self.max_output >= window
            else self.max_output
        )


class InvalidRow(Exception):
    """A row of a public catalogue that cannot be read; `reason` says why, without a location."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def route_of(provider: str) -> str:
    """Return the provider's id in our catalogue."""
    return ROUTES.get(provider, provider)


def rows_of(value: Any) -> dict[str, Any]:
    """Return an object as it is. Raises InvalidRow for any other value."""
    if not isinstance(value, dict):
        raise InvalidRow("not an object")
    return value


def amount(row: Mapping[str, Any], name: str, factor: float = 1.0) -> float | None:
    """Return a number of a row multiplied by `factor`, or None where it is absent, null or the placeholder 0.

    Raises InvalidRow for anything but a number above 0 that a float can hold.
    """
    value = row.get(name)
    if value is None or value == 0:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < _TOO_LARGE:
        raise InvalidRow(f"{name} is not a positive number")
    return value * factor


def tokens(row: Mapping[str, Any], name: str) -> int | None:
    """Return a number of tokens, or None where it is absent, null or the placeholder 0 or 1. Raises InvalidRow."""
    value = amount(row, name)
    if value is None or value == 1:
        return None
    if value != int(value):
        raise InvalidRow(f"{name} is not an integer")
    return int(value)


def day(row: Mapping[str, Any], name: str) -> date | None:
    """Return a date `YYYY-MM-DD`, or None where it is absent, null or a boolean. Raises InvalidRow."""
    value = row.get(name)
    if value is None or isinstance(value, bool) or value == "":
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InvalidRow(f"{name} is not a date YYYY-MM-DD") from None


def text(row: Mapping[str, Any], name: str) -> str:
    """Return a text, or "" where it is absent or null. Raises InvalidRow."""
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidRow(f"{name} is not a text")
    return value


def flags(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, bool]:
    """Return the capabilities that a row states; `names` has the property of each of our capabilities."""
    return {ours: row[theirs] for ours, theirs in names.items() if isinstance(row.get(theirs), bool)}


Reader = Callable[[Any], Iterator["SourceModel | tuple[str, InvalidRow]"]]
"""Yields the models of a source's JSON value, and the name and the fault of each row that cannot be read.

Raises InvalidRow if the value as a whole has not the shape of the source.
"""


def read_rows(
    rows: Iterable[tuple[str, Any]], read: Callable[[str, Any], Iterable[SourceModel]]
) -> Iterator[SourceModel | tuple[str, InvalidRow]]:
    """Yield what `read` returns for each row, or the row's name and fault."""
    for name, row in rows:
        try:
            yield from read(name, row)
        except InvalidRow as fault:
            yield name, fault
