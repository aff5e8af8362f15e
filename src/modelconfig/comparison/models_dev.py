"""Read `api.json` of models.dev: providers by id, each with its models by id.

Prices are in US dollars per million tokens. There are no dates of retirement.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from modelconfig.comparison.source_model import (
    NO_PRICE,
    InvalidRow,
    Price,
    SourceModel,
    amount,
    flags,
    read_rows,
    route_of,
    rows_of,
    tokens,
)

SOURCE = "models.dev"


def read(value: Any, _day: date | None) -> Iterator[SourceModel | tuple[str, InvalidRow]]:
    """Yield the rows of all providers. Raises InvalidRow."""
    providers = rows_of(value)
    if not any(
        isinstance(provider, dict) and isinstance(provider.get("models"), dict) for provider in providers.values()
    ):
        raise InvalidRow("no provider has an object of models")
    for provider_id, provider in providers.items():
        models = provider.get("models") if isinstance(provider, dict) else None
        if isinstance(models, dict):
            rows = ((f"{provider_id}/{name}", row) for name, row in models.items())
            yield from read_rows(rows, _models)
        else:
            yield provider_id, InvalidRow("not a provider with an object of models")


def _models(path: str, value: Any) -> Iterator[SourceModel]:
    row = rows_of(value)
    provider, _, name = path.partition("/")
    cost, limit = (rows_of(row.get(part, {})) for part in ("cost", "limit"))
    capabilities = flags(row, {"tools": "tool_call", "reasoning": "reasoning"})
    inputs = rows_of(row.get("modalities", {})).get("input")
    if isinstance(inputs, list):
        capabilities["vision"] = "image" in inputs
    yield SourceModel(
        source=SOURCE,
        route=route_of(provider),
        name=name,
        context=tokens(limit, "context"),
        max_input=tokens(limit, "input"),
        max_output=tokens(limit, "output"),
        price=Price(amount(cost, "input"), amount(cost, "output")) if cost else NO_PRICE,
        capabilities=capabilities,
    )
