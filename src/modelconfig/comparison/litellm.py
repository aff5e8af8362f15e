"""Read litellm's price map, `model_prices_and_context_window.json`: one object, its rows by the name of the model.

Prices are in US dollars per token. A name begins with the route where another route has the same model.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from modelconfig.comparison.source_model import (
    InvalidRow,
    Price,
    SourceModel,
    amount,
    day,
    flags,
    read_rows,
    route_of,
    rows_of,
    text,
    tokens,
)

SOURCE = "litellm"
_EXAMPLE = "sample_spec"
_MODES = frozenset({"", "chat", "completion", "responses"})
_PER_TOKEN = 1_000_000
_CAPABILITIES = {"vision": "supports_vision", "tools": "supports_function_calling", "reasoning": "supports_reasoning"}


def read(value: Any, _day: date | None) -> Iterator[SourceModel | tuple[str, InvalidRow]]:
    """Yield the rows of a price map. Raises InvalidRow."""
    rows = rows_of(value)
    if not any(isinstance(row, dict) and "litellm_provider" in row for row in rows.values()):
        raise InvalidRow("no row has a litellm_provider")
    return read_rows(((name, row) for name, row in rows.items() if name != _EXAMPLE), _models)


def _models(name: str, value: Any) -> Iterator[SourceModel]:
    row = rows_of(value)
    provider = text(row, "litellm_provider")
    if text(row, "mode") not in _MODES:
        return
    yield SourceModel(
        source=SOURCE,
        route=route_of(provider),
        name=name.removeprefix(provider + "/"),
        max_input=tokens(row, "max_input_tokens"),
        max_output=tokens(row, "max_output_tokens"),
        price=Price(amount(row, "input_cost_per_token", _PER_TOKEN), amount(row, "output_cost_per_token", _PER_TOKEN)),
        capabilities=flags(row, _CAPABILITIES),
        retires=day(row, "deprecation_date"),
        replacement=text(row, "successor_model").removeprefix(provider + "/"),
    )
