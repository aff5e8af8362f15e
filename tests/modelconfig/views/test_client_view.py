"""The client view, tested with documents generated from the schema."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.diagnostics.credentials import HIDDEN, folded
from modelconfig.documents.loader import load_document
from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker
from modelconfig.views.client_view import client_view
from modelconfig.views.server_view import server_view
from modelconfig_types.model import ModelConfiguration
from tests.helpers.strategies import documents, json_values
from tests.helpers.valid_value_strategies import ValidValues
from tests.helpers.view_documents import CANARY, document, model, names

FORMS = ["serverSideConfig", "SERVERSIDECONFIG", "serversideconfig", "server_side_config", "\u017ferverSideConfig"]
UNKNOWN = {
    "future": st.recursive(
        st.sampled_from([CANARY, 1]),
        lambda below: st.lists(below, max_size=2) | st.dictionaries(st.sampled_from([*FORMS, "x"]), below, max_size=2),
        max_leaves=4,
    ),
    **dict.fromkeys(FORMS, json_values),
}
VALID_DOCUMENTS = ValidValues(embedded("model.consumer"), members=UNKNOWN)
OTHER = {"maxInputTokens": 132_000, "maxOutputTokens": 8_192, "maxUserInputTokens": 18_000}
CLIENT = Checker(embedded("model.client"))


@settings(max_examples=150)
@given(VALID_DOCUMENTS.documents())
def test_the_client_view_is_valid_against_the_client_schema_and_its_types(whole: dict[str, Any]) -> None:
    before = copy.deepcopy(whole)
    view = client_view(whole)
    assert CLIENT.problems(view) == []
    assert ModelConfiguration.from_json(view).to_json() == view
    assert whole == before
    assert client_view(view) == view
    assert list(view) == [name for name in whole if folded(name) != "serversideconfig"]


@settings(max_examples=150)
@given(documents("ModelConfiguration"), st.sampled_from(FORMS), json_values)
def test_server_side_config_is_removed_at_any_depth(whole: dict[str, Any], form: str, value: Any) -> None:
    """The property is added to every object, also where the document does not match the schema."""

    def planted(node: Any) -> Any:
        if isinstance(node, list):
            return [planted(item) for item in node]
        return {**{k: planted(v) for k, v in node.items()}, form: value} if isinstance(node, dict) else node

    view = client_view(planted(whole))
    assert "serversideconfig" not in {folded(name) for name in names(view)}
    assert "reasoningeffort" not in {folded(name) for model in view["models"] for name in model}


@pytest.mark.parametrize("value", [[], "text", 7, {}, [[]], {"models": 3}, [3, {"modelRef": 4}, {"id": []}]])
def test_values_of_wrong_types_raise_nothing(value: Any) -> None:
    for whole in (document(models=value), document(providers=value), document(defaultModels=value)):
        assert client_view(whole) == whole
        assert server_view(whole) == whole


def test_unknown_properties_are_kept() -> None:
    whole = document(
        models=[model(future={"deep": [{"x": 1}]}, status="dormant")],
        providers=[{"id": "acme", "displayName": "Acme", "clientSideConfig": {"future": True}}],
        later=[1, {"x": "y"}],
    )
    assert client_view(whole) == whole


def test_a_required_array_that_is_null_becomes_empty() -> None:
    whole = document(models=[model(capabilities=None)], providers=None)
    assert client_view(whole) == document(models=[model(capabilities=[])], providers=[])


@settings(max_examples=150)
@given(documents("ModelConfiguration"), json_values)
def test_the_client_view_has_no_null(whole: dict[str, Any], value: Any) -> None:
    whole = {**whole, "later": [value, None, {"a": None, "b": [None]}], "models": [*whole["models"], {"x": None}, None]}
    assert None not in _values(client_view(whole))


def test_server_side_properties_are_removed_whatever_their_case() -> None:
    visible = model(capabilities=["chat", "reasoning"], future={"reasoningEffort": "a member of another object"})
    whole = document(
        models=[{**visible, "reasoningEffort": "low", "ReasoningEffort": "low", "serverSideConfig": {"x": [1]}}]
    )
    assert client_view(whole) == document(models=[visible])


def test_untouched_parts_are_shared() -> None:
    whole = document(models=[model(), model(serverSideConfig={"openAICompatible": {}})])
    view = client_view(whole)
    assert view["models"][0] is whole["models"][0]
    assert view["models"][1]["contextWindow"] is whole["models"][1]["contextWindow"]
    assert view["providers"] is whole["providers"]
    complete = client_view(load_document())
    assert client_view(complete)["models"] is complete["models"]


@pytest.mark.parametrize(
    "tiers", [{}, {"enterprise": {"contextWindow": OTHER}}, {"pro": {"contextWindow": OTHER}, "free": None}]
)
def test_every_tier_has_a_window_where_one_has(tiers: dict[str, Any]) -> None:
    """Clients read the window of their tier without a check; a tier without one has that of the model."""
    own = {"maxInputTokens": 45_000, "maxOutputTokens": 4_000, "maxUserInputTokens": None, "serverSideConfig": CANARY}
    visible = {"maxInputTokens": 45_000, "maxOutputTokens": 4_000}
    whole = document(models=[model(contextWindow=own, modelConfigAllTiers={**tiers, "later": 1})])
    view = client_view(whole)["models"][0]["modelConfigAllTiers"]
    assert list(view) == ["free", "pro", "enterprise", "later"]
    assert view == {
        **{name: tiers.get(name) or {"contextWindow": visible} for name in ("free", "pro", "enterprise")},
        "later": 1,
    }


def test_a_model_without_windows_by_tier_gets_none() -> None:
    tiers: Any
    for tiers in (None, [], "text"):
        view = client_view(document(models=[model(modelConfigAllTiers=tiers)]))["models"][0]
        assert view.get("modelConfigAllTiers") == tiers


def test_the_copy_of_the_fallback_property_equals_it() -> None:
    ref = "acme::v1::large"
    chosen = {"chat": ref, "fallbackChat": ref, "fastChat": ref, "codeCompletion": ref}
    view = client_view(document(defaultModels=chosen))
    assert list(view["defaultModels"].items()) == [
        ("chat", ref),
        ("fastChat", ref),
        ("codeCompletion", ref),
        ("fallbackChat", ref),
        ("unlimitedChat", ref),
    ]
    assert client_view(document(defaultModels={**chosen, "unlimitedChat": "a::b::c"})) == view


@pytest.mark.parametrize("source", [{}, {"fallbackChat": None}])
def test_a_copy_without_its_source_is_omitted(source: dict[str, Any]) -> None:
    chosen = {"chat": "acme::v1::large"}
    view = client_view(document(defaultModels={**chosen, **source, "unlimitedChat": CANARY}))
    assert view["defaultModels"] == chosen


@pytest.mark.parametrize("given", [{}, {"displayName": None}, {"displayName": ""}, {"displayName": " \u3000"}])
def test_display_names_are_filled_in(given: dict[str, Any]) -> None:
    bare = {name: value for name, value in model().items() if name != "displayName"}
    view = client_view(document(models=[bare | given], providers=[{"id": "acme", **given}]))
    assert view["models"] == [model(displayName="large")]
    assert view["providers"] == [{"id": "acme", "displayName": 'Provider "acme"'}]
    assert list(view["models"][0])[:2] == ["modelRef", "displayName"] or given


def test_a_generated_display_name_is_within_its_limit() -> None:
    whole = document(models=[model(modelRef=f"acme::v1::{'l' * 500}", displayName="")])
    view = client_view(whole | {"providers": [{"id": "p" * 500}]})
    assert CLIENT.problems(view) == []
    assert [len(view[part][0]["displayName"]) for part in ("models", "providers")] == [128, 128]


@pytest.mark.parametrize(
    "joined", ["serverSideConfig ", "server.side.config", "server side config", "Server_Side-Config"]
)
@pytest.mark.parametrize("invisible", ["", "\u200b", "\ufeff", "\u0000"])
def test_invisible_characters_in_a_property_name_do_not_bypass_the_client_view(joined: str, invisible: str) -> None:
    name = joined[:6] + invisible + joined[6:]
    view = client_view(document(unknown=[{name: {"accessToken": "canary"}}]))
    assert view["unknown"] == [{}]
    assert server_view(document(unknown={f"access{invisible}.token ": "canary"}))["unknown"].popitem()[1] == HIDDEN


def _values(value: Any) -> list[Any]:
    """Return a JSON value and all values in it."""
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(deeper for child in children for deeper in _values(child))]
