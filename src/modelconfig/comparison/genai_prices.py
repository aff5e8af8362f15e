"""Read the data of genai-prices: a list of providers, each with a list of models.

The data exist as JSON and, in the Python package, as `data.py`: calls of constructors with keyword arguments, which are
parsed and never run. Prices are in US dollars per million tokens. A model has a list of prices where they changed: each
is valid from its start date, the first one from the beginning.
"""

import ast
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from modelconfig.comparison.source_model import (
    NO_PRICE,
    InvalidRow,
    Price,
    SourceModel,
    amount,
    day,
    route_of,
    rows_of,
    text,
    tokens,
)

SOURCE = "genai-prices"


def parse_python(source: str) -> Any:
    """Return the value of `providers` in `data.py` as a JSON value. Raises InvalidRow."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise InvalidRow("not a Python file") from None
    for statement in statements:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
            return _json(statement.value)
    raise InvalidRow("no annotated variable is assigned")


def read(value: Any, day_of_prices: date | None) -> Iterator[SourceModel | tuple[str, InvalidRow]]:
    """Yield the models of all providers with the prices of a day. Raises InvalidRow."""
    if not isinstance(value, list) or not all(isinstance(item, dict) and "models" in item for item in value):
        raise InvalidRow("not an array of providers with models")
    for provider in value:
        route = route_of(text(provider, "id"))
        models = provider["models"] if isinstance(provider["models"], list) else []
        for row in models:
            try:
                yield from _models(route, row, day_of_prices)
            except InvalidRow as fault:
                yield f"{route}/{_id(row)}", fault


def _models(route: str, value: Any, day_of_prices: date | None) -> Iterator[SourceModel]:
    row = rows_of(value)
    prices = _prices(row.get("prices"), day_of_prices)
    for name in dict.fromkeys((_id(row), *_exact_names(row.get("match")))):
        yield SourceModel(
            source=SOURCE,
            route=route,
            name=name,
            context=tokens(row, "context_window"),
            price=prices[0],
            older_prices=tuple(prices[1:]),
        )


def _id(row: Any) -> str:
    name = row.get("id") if isinstance(row, dict) else None
    return name if isinstance(name, str) else ""


def _exact_names(clause: Any) -> Iterator[str]:
    """Yield the names that a match clause contains as a whole: a prefix or a pattern may match other models too."""
    if isinstance(clause, dict):
        for kind, value in clause.items():
            if kind == "equals" and isinstance(value, str):
                yield value
            elif kind.strip("_") == "or" and isinstance(value, list):
                for item in value:
                    yield from _exact_names(item)


def _prices(value: Any, day_of_prices: date | None) -> list[Price]:
    """Return the price of a day, and after it the earlier ones. Prices of some hours of the day are left out."""
    if isinstance(value, dict):
        return [_price(value)]
    if not isinstance(value, list) or not value:
        return [NO_PRICE]
    valid = []
    for item in map(rows_of, value):
        constraint = rows_of(item.get("constraint") or {})
        start = day(constraint, "start_date")
        if not constraint or (start is not None and day_of_prices is not None and start <= day_of_prices):
            valid.append(_price(rows_of(item.get("prices"))))
    return valid[::-1] or [NO_PRICE]


def _price(row: dict[str, Any]) -> Price:
    return Price(*(amount(_base(row.get(name)), "base") for name in ("input_mtok", "output_mtok")))


def _base(value: Any) -> dict[str, Any]:
    """Return a price with tiers by the size of the prompt, whose base is the price of small prompts."""
    return value if isinstance(value, dict) else {"base": value}


def _json(node: ast.expr) -> Any:
    """Return the JSON value of an expression: a constructor call is an object of its keyword arguments."""
    match node:
        case ast.Constant(value=None | str() | int() | float() as value):
            return value
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return [_json(item) for item in items]
        case ast.Dict(keys=names, values=values):
            pairs = zip(names, values, strict=True)
            texts = ((name.value, value) for name, value in pairs if isinstance(name, ast.Constant))
            return {name: _json(value) for name, value in texts if isinstance(name, str)}
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.Call(func=ast.Name(id="Decimal"), args=[ast.Constant(value=str() as digits)]):
            return _number(digits)
        case ast.Call(func=ast.Attribute(attr="date"), args=[*parts], keywords=[]):
            return _date(map(_json, parts))
        case ast.Call(args=[], keywords=keywords):
            return {word.arg: _json(word.value) for word in keywords if word.arg}
    return None


def _date(parts: Iterable[Any]) -> str:
    try:
        return date(*parts).isoformat()
    except (TypeError, ValueError, OverflowError):
        return "invalid"


def _number(digits: str) -> float | str:
    try:
        return float(digits)
    except ValueError:
        return digits
