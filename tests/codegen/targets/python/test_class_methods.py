"""Methods of the generated classes: find a model, compute a price; left out where the schema has other types."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest

from codegen.pipeline import check_schemas, emit_types
from modelconfig.documents.pricing import dollars_per_million
from modelconfig_types import Model, ModelConfiguration, ModelCost, ModelCostUnit
from tests.codegen.schema.schema_cases import ROOT, cases

CONFIGURATION = ModelConfiguration.from_json(json.loads((ROOT / "models.json").read_text("utf-8")))


def with_cost(unit: str, input_price: float, output_price: float) -> Model:
    cost = ModelCost(unit=unit, input_token_pennies=input_price, output_token_pennies=output_price)
    return dataclasses.replace(CONFIGURATION.models[0], estimated_model_cost=cost)


def test_a_model_is_found_by_its_whole_reference() -> None:
    assert [CONFIGURATION.model(model.model_ref) for model in CONFIGURATION.models] == list(CONFIGURATION.models)
    for ref in ("claude-sonnet-4-latest", "", "anthropic::2024-10-22::CLAUDE-SONNET-4-LATEST"):
        with pytest.raises(KeyError, match=re.escape(repr(ref))):
            CONFIGURATION.model(ref)


def test_of_models_with_one_reference_the_first_is_found() -> None:
    first, second = (dataclasses.replace(CONFIGURATION.models[0], display_name=name) for name in ("one", "two"))
    assert dataclasses.replace(CONFIGURATION, models=(first, second)).model(first.model_ref) is first


@pytest.mark.parametrize(
    ("model", "tokens", "dollars"),
    [
        (with_cost("mtok", 300, 1500), (1_000_000, 0), 3.0),
        (with_cost("mtok", 300, 1500), (0, 1_000_000), 15.0),
        (with_cost("mtok", 300, 1500), (1000, 500), 0.0105),
        (with_cost("mtok", 0.5, 7.5), (2_000_000, 1_000_000), 0.085),
        (with_cost("btok", 300_000, 1_500_000), (1000, 500), 0.0105),
        (with_cost("mtok", 0, 0), (1000, 500), 0.0),
        (with_cost("mtok", 300, 1500), (0, 0), 0.0),
        (with_cost("later", 300, 1500), (1000, 500), None),
        (dataclasses.replace(CONFIGURATION.models[0], estimated_model_cost=None), (1000, 500), None),
    ],
)
def test_the_price_of_a_request_is_in_dollars(model: Model, tokens: tuple[int, int], dollars: float | None) -> None:
    assert model.cost_usd(*tokens) == (None if dollars is None else pytest.approx(dollars))
    assert model.cost_usd(input_tokens=tokens[0], output_tokens=tokens[1]) == model.cost_usd(*tokens)


def test_each_unit_of_the_schema_has_a_price() -> None:
    for unit in ModelCostUnit:
        assert with_cost(unit, 1, 1).cost_usd(1, 1) is not None


def test_prices_equal_those_of_the_command_line() -> None:
    for model in CONFIGURATION.models:
        cost = model.estimated_model_cost
        if cost is not None:
            assert model.cost_usd(1_000_000, 0) == pytest.approx(
                dollars_per_million(cost.to_json(), "inputTokenPennies")
            )


@pytest.mark.parametrize(("case", "exist"), [("classes-with-methods", True), ("classes-without-methods", False)])
def test_the_methods_exist_if_the_properties_have_the_types_that_they_read(case: str, *, exist: bool) -> None:
    (folder,) = [folder for folder in cases("valid") if folder.name == case]
    code = "".join(emit_types(check_schemas(folder)[0]).values())
    assert "class ModelConfiguration(JsonObject)" in code
    assert ("def model(" in code, "def cost_usd(" in code) == (exist, exist)
