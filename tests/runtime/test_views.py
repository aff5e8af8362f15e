"""The views of a document: who sees what, on documents made from the schema and on schemas with more in them."""

from __future__ import annotations

import copy
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.pipeline import check_schemas, derive_schemas
from codegen.walk import subschemas
from modelconfig.credentials import HIDDEN, folded, without_query_credentials, without_user_info
from modelconfig.documents import load_document
from modelconfig.schemas import embedded
from modelconfig.validation import Checker
from modelconfig.views import client_view, server_view
from modelconfig.views.client import _FILLERS, project
from modelconfig.views.plan import compile_plan
from modelconfig.views.server import hide_secrets, plan_of
from modelconfig_types.model import ModelConfiguration
from tests.fitting import Fitting
from tests.strategies import SCHEMA, documents, json_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FORMS = ["serverSideConfig", "SERVERSIDECONFIG", "serversideconfig", "server_side_config", "\u017ferverSideConfig"]
CANARY = "canary"
UNKNOWN = {
    "future": st.recursive(
        st.sampled_from([CANARY, 1]),
        lambda below: st.lists(below, max_size=2) | st.dictionaries(st.sampled_from([*FORMS, "x"]), below, max_size=2),
        max_leaves=4,
    ),
    **dict.fromkeys(FORMS, json_values),
}
FITTING = Fitting(embedded("model.consumer"), members=UNKNOWN)
CLIENT = Checker(embedded("model.client"))


def model(**members: Any) -> dict[str, Any]:
    return {
        "modelRef": "acme::v1::large",
        "displayName": "Large",
        "modelName": "large",
        "capabilities": ["chat"],
        "category": "speed",
        "status": "stable",
        "tier": "free",
        "contextWindow": {"maxInputTokens": 45000, "maxOutputTokens": 4000},
        **members,
    }


def document(**members: Any) -> dict[str, Any]:
    ref = "acme::v1::large"
    return {
        "schemaVersion": "1.0",
        "revision": "1",
        "providers": [{"id": "acme", "displayName": "Acme"}],
        "models": [model()],
        "defaultModels": {"chat": ref, "fastChat": ref, "codeCompletion": ref},
        **members,
    }


def names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from names(item)


# The client view.


@settings(max_examples=150)
@given(FITTING.documents())
def test_the_client_view_fits_the_client_schema_and_its_types(whole: dict[str, Any]) -> None:
    before = copy.deepcopy(whole)
    view = client_view(whole)
    assert CLIENT.problems(view) == []
    assert ModelConfiguration.from_json(view).to_json() == view
    assert whole == before
    assert client_view(view) == view
    assert list(view) == [name for name in whole if folded(name) != "serversideconfig"]


@settings(max_examples=150)
@given(documents("ModelConfiguration"), st.sampled_from(FORMS), json_values)
def test_no_server_side_config_is_left_at_any_depth(whole: dict[str, Any], form: str, value: Any) -> None:
    """Planted in every object, also where shapes are other than the schema's."""

    def planted(node: Any) -> Any:
        if isinstance(node, list):
            return [planted(item) for item in node]
        return {**{k: planted(v) for k, v in node.items()}, form: value} if isinstance(node, dict) else node

    view = client_view(planted(whole))
    assert "serversideconfig" not in {folded(name) for name in names(view)}
    assert "reasoningeffort" not in {folded(name) for model in view["models"] for name in model}


@pytest.mark.parametrize("value", [[], "text", 7, None, {}, [[]], {"models": 3}, [3, {"modelRef": 4}, {"id": []}]])
def test_odd_shapes_are_borne(value: Any) -> None:
    for whole in (document(models=value), document(providers=value), document(defaultModels=value)):
        assert client_view(whole) == whole
        assert server_view(whole) == whole


def test_what_the_schema_does_not_know_stays() -> None:
    whole = document(
        models=[model(future={"deep": [{"x": 1}]}, status="dormant")],
        providers=[{"id": "acme", "displayName": "Acme", "clientSideConfig": {"future": True}}],
        future=None,
    )
    assert client_view(whole) == whole


def test_what_the_server_keeps_is_gone_also_under_another_case() -> None:
    kept = model(capabilities=["chat", "reasoning"], future={"reasoningEffort": "a member of another object"})
    whole = document(
        models=[{**kept, "reasoningEffort": "low", "ReasoningEffort": "low", "serverSideConfig": {"x": [1]}}]
    )
    assert client_view(whole) == document(models=[kept])


def test_untouched_parts_are_shared() -> None:
    whole = document(models=[model(), model(serverSideConfig={"openAICompatible": {}})])
    view = client_view(whole)
    assert view["models"][0] is whole["models"][0]
    assert view["models"][1]["contextWindow"] is whole["models"][1]["contextWindow"]
    assert view["providers"] is whole["providers"]
    supplied = load_document()
    assert client_view(supplied)["models"] is supplied["models"]


def test_the_second_name_of_the_fallback_follows_it() -> None:
    ref = "acme::v1::large"
    chosen = {"chat": ref, "fallbackChat": ref, "fastChat": ref, "codeCompletion": ref}
    view = client_view(document(defaultModels=chosen))
    assert list(view["defaultModels"].items()) == [
        ("chat", ref),
        ("fallbackChat", ref),
        ("unlimitedChat", ref),
        ("fastChat", ref),
        ("codeCompletion", ref),
    ]
    assert client_view(document(defaultModels={**chosen, "unlimitedChat": "a::b::c"})) == view


@pytest.mark.parametrize("source", [{}, {"fallbackChat": None}])
def test_a_copy_without_its_source_is_none(source: dict[str, Any]) -> None:
    chosen = {"chat": "acme::v1::large", **source}
    view = client_view(document(defaultModels={**chosen, "unlimitedChat": CANARY}))
    assert view["defaultModels"] == chosen


@pytest.mark.parametrize("given", [{}, {"displayName": None}, {"displayName": ""}, {"displayName": " \u3000"}])
def test_display_names_are_filled_in(given: dict[str, Any]) -> None:
    bare = {name: value for name, value in model().items() if name != "displayName"}
    view = client_view(document(models=[bare | given], providers=[{"id": "acme", **given}]))
    assert view["models"] == [model(displayName="large")]
    assert view["providers"] == [{"id": "acme", "displayName": 'Provider "acme"'}]
    assert list(view["models"][0])[:2] == ["modelRef", "displayName"] or given


def test_a_name_that_is_filled_in_fits_its_limit() -> None:
    whole = document(models=[model(modelRef=f"acme::v1::{'l' * 500}", displayName="")])
    view = client_view(whole | {"providers": [{"id": "p" * 500}]})
    assert CLIENT.problems(view) == []
    assert [len(view[part][0]["displayName"]) for part in ("models", "providers")] == [128, 128]


# Schemas of tomorrow.


def derived(tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Return the derived schemas of a copy of the repository's, after a change of `model.json`."""
    shutil.copytree(SCHEMA, tmp_path / "schema")
    file = tmp_path / "schema" / "model.json"
    schema = json.loads(file.read_bytes())
    change(schema)
    file.write_text(json.dumps(schema), encoding="utf-8")
    sources, problems = check_schemas(tmp_path / "schema")
    assert problems == []
    return derive_schemas(sources).schemas


def filled(node: dict[str, Any], schema: dict[str, Any]) -> Any:
    """Return a value with every member that the schema describes, each array with one item."""
    if "$ref" in node:
        return filled(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    if "properties" in node:
        return {name: filled(member, schema) for name, member in node["properties"].items()}
    if "items" in node:
        return [filled(node["items"], schema)]
    return "text"


def test_a_field_marked_as_the_servers_is_hidden_on_the_day_it_is_added(tmp_path: Path) -> None:
    """In every record that clients see, whatever the new field holds."""
    records = {name for name, node in embedded("model.client")["$defs"].items() if "properties" in node}
    assert len(records) >= 9
    new: dict[str, dict[str, Any]] = {
        "newText": {"type": "string"},
        "newList": {"type": "array", "items": {"type": "string"}},
        "newMap": {"type": "object", "additionalProperties": {"type": "string"}},
        "newRecord": {"$ref": "#/$defs/NewRecord"},
    }

    def add(schema: dict[str, Any]) -> None:
        inner = {"newText": {"type": "string", "description": "New."}}
        record = {"type": "object", "properties": inner, "additionalProperties": False, "description": "New."}
        schema["$defs"]["NewRecord"] = record
        for record in records:
            for name, node in new.items():
                added = {**node, "x-visibility": "server", "description": "New."}
                schema["$defs"][record]["properties"][name] = added

    schemas = derived(tmp_path, add)
    plan = compile_plan(schemas["model.consumer"], schemas["model.client"])
    whole = filled(schemas["model.consumer"], schemas["model.consumer"])
    everything = list(names(whole))
    assert all(everything.count(name) >= len(records) for name in new)
    assert not set(names(project(whole, plan))) & set(new)
    shouted = json.loads(json.dumps(whole).replace('"new', '"NEW_'))
    assert not {name for name in names(project(shouted, plan)) if name.startswith("NEW_")}


def test_a_field_that_the_client_schema_lacks_is_hidden_too() -> None:
    consumer = copy.deepcopy(embedded("model.consumer"))
    consumer["$defs"]["ContextWindow"]["properties"]["lost"] = {"type": "string"}
    whole = document(models=[model(contextWindow={"maxInputTokens": 1, "lost": CANARY})])
    view = project(whole, compile_plan(consumer, embedded("model.client")))
    assert view["models"][0]["contextWindow"] == {"maxInputTokens": 1}


def test_a_credential_never_reaches_clients_whatever_its_visibility() -> None:
    consumer, client = copy.deepcopy(embedded("model.consumer")), copy.deepcopy(embedded("model.client"))
    new = {
        "key": {"type": "string", "x-secret": True},
        "keys": {"type": "array", "items": {"type": "string", "x-secret": True}},
        "byName": {"type": "object", "additionalProperties": {"type": "string", "x-secret": True}},
    }
    for schema in (consumer, client):
        schema["$defs"]["ContextWindow"]["properties"] |= copy.deepcopy(new)
    window = {"key": CANARY, "keys": [CANARY], "byName": {"a": CANARY}}
    view = project(document(models=[model(contextWindow=window)]), compile_plan(consumer, client))
    assert view["models"][0]["contextWindow"] == {"keys": [], "byName": {}}


def test_no_credential_stands_where_clients_look_today() -> None:
    assert [node for _, node in subschemas(embedded("model.client")) if "x-secret" in node] == []


def test_every_member_that_clients_always_find_can_be_filled_in() -> None:
    """One that nobody knows how to fill would break the view of a document without it."""
    always = {
        (definition, name)
        for definition, node in embedded("model.client")["$defs"].items()
        for name, member in node.get("properties", {}).items()
        if member.get("x-client-required")
    }
    assert always == set(_FILLERS)


def test_a_definition_that_contains_itself_is_followed() -> None:
    schema = {
        "$ref": "#/$defs/Tree",
        "$defs": {
            "Tree": {
                "properties": {
                    "leaf": {"type": "string", "x-visibility": "server"},
                    "trees": {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
                }
            }
        },
    }
    tree = {"leaf": 1, "trees": [{"leaf": 1, "trees": [{"leaf": 1, "kept": 1}]}]}
    assert project(tree, compile_plan(schema)) == {"trees": [{"trees": [{"kept": 1}]}]}


# The server view.


def secret_places(node: Any, value: Any, schema: dict[str, Any], *, secret: bool = False) -> Iterator[Any]:
    """Yield the texts of a document that the schema marks as credentials, by a walk of our own."""
    secret = secret or bool(node.get("x-secret"))
    if "$ref" in node:
        yield from secret_places(schema["$defs"][node["$ref"].rpartition("/")[2]], value, schema, secret=secret)
    elif isinstance(value, str):
        if secret and value:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from secret_places(node.get("items", {}), item, schema, secret=secret)
    elif isinstance(value, dict):
        for name, item in value.items():
            below = node.get("properties", {}).get(name, node.get("additionalProperties", {}))
            yield from secret_places(below, item, schema, secret=secret)


@settings(max_examples=100)
@given(Fitting(embedded("model.consumer")).documents())
def test_the_server_view_hides_every_credential_and_nothing_else(whole: dict[str, Any]) -> None:
    schema = embedded("model.consumer")
    before = copy.deepcopy(whole)
    view = server_view(whole)
    secrets = list(secret_places({"$ref": schema["$ref"]}, whole, schema))
    assert list(secret_places({"$ref": schema["$ref"]}, view, schema)) == [HIDDEN] * len(secrets)
    assert list(names(view)) == list(names(whole))
    assert json.dumps(view).count(HIDDEN) == len(secrets) + json.dumps(whole).count(HIDDEN)
    assert whole == before
    assert server_view(view) == view
    assert server_view(whole, reveal=True) == whole
    assert secrets or view == whole


@pytest.mark.parametrize(
    ("config", "shown"),
    [
        (
            {"openAICompatible": {"endpoints": [{"url": "https://h/v1", "headers": {"X-Key": "c", "X-Empty": ""}}]}},
            {"openAICompatible": {"endpoints": [{"url": "https://h/v1", "headers": {"X-Key": "*", "X-Empty": ""}}]}},
        ),
        (
            {"azureOpenAi": {"endpoint": "https://u:c@h/x", "accessTokenQuery": {"basicAuth": {"password": "c"}}}},
            {"azureOpenAi": {"endpoint": "https://*@h/x", "accessTokenQuery": {"basicAuth": {"password": "*"}}}},
        ),
        (
            {"genericProvider": {"endpoint": "https://h?key=sk-0123456789abcdefg", "accessToken": None}},
            {"genericProvider": {"endpoint": "*", "accessToken": None}},
        ),
        ({"awsBedrock": {"accessToken": 12345}}, {"awsBedrock": {"accessToken": "*"}}),
        ({"awsBedrock": {"accessToken": ["c", {"a": "c"}]}}, {"awsBedrock": {"accessToken": ["*", {"a": "*"}]}}),
        (
            {"genericProvider": {"googleWorkloadIdentityConfig": {"credentialsFile": "/f", "credentialsJSON": "c"}}},
            {"genericProvider": {"googleWorkloadIdentityConfig": {"credentialsFile": "/f", "credentialsJSON": "*"}}},
        ),
        (
            {"future": {"apiKey": "c", "keys": {"secret": ["c", 1]}}},
            {"future": {"apiKey": "*", "keys": {"secret": ["*", 1]}}},
        ),
    ],
)
def test_credentials_are_hidden_wherever_they_stand(config: dict[str, Any], shown: dict[str, Any]) -> None:
    wanted = json.loads(json.dumps(shown).replace("*", HIDDEN))
    whole = document(providers=[{"id": "acme", "displayName": "Acme", "serverSideConfig": config}])
    assert server_view(whole)["providers"][0]["serverSideConfig"] == wanted
    assert server_view(whole)["models"] is whole["models"]


@settings(max_examples=100)
@given(Fitting(embedded("site")).documents())
def test_credentials_of_a_site_configuration_are_hidden_by_its_schema(whole: dict[str, Any]) -> None:
    """The kinds of a tagged union all count, whatever `type` says."""
    dumped = json.dumps(hide_secrets(whole, plan_of("site")))
    assert "accessToken" not in dumped or not re.search(r'"accessToken": "(?!\(hidden\)"|")', dumped)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://user:word@host/x", "https://*@host/x"),
        ("https://user@host", "https://*@host"),
        ("https://user:w@rd@host/", "https://*@host/"),
        ("https://user:wo/rd@host/", "https://*@host/"),
        ("https://user:wo?rd@host/", "https://*@host/"),
        ("//user:word@host", "//*@host"),
        ("user:word@host:80/x", "*@host:80/x"),
        ("jdbc:mysql://user:word@host", "jdbc:mysql://*@host"),
        ("either https://a:b@c or https://d:e@f/x", "either https://*@c or https://*@f/x"),
        ("https://host:8080/models/x@001", "https://host:8080/models/x@001"),
        ("https://host/models/x@001", "https://host/models/x@001"),
        ("https://user:w rd@host/", "https://*@host/"),
        ("https://host:8080 or ask me@host", "https://host:8080 or ask me@host"),
        ("user:" + 3000 * "w" + "@host", "*"),
        ("starcoder2-7b@v1", "starcoder2-7b@v1"),
        ("https://host:8080/v1", "https://host:8080/v1"),
    ],
)
def test_user_information_is_taken_out_of_urls(text: str, shown: str) -> None:
    assert without_user_info(text) == shown.replace("*", HIDDEN)
    assert without_user_info(without_user_info(text)) == shown.replace("*", HIDDEN)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://host/v1?key=canary", "https://host/v1?key=*"),
        (
            "https://host/v1?api-version=2024-10-21&api%2Dkey=ca%20nary&x=1",
            "https://host/v1?api-version=2024-10-21&api%2Dkey=*&x=1",
        ),
        ("https://host/?sv=1&sig=canary%3D#access_token=canary", "https://host/?sv=1&sig=*#access_token=*"),
        ("https://host/?x=1;Subscription-Key=can=ary", "https://host/?x=1;Subscription-Key=*"),
        ("https://host/?X-Amz-Signature=canary&max_tokens=5", "https://host/?X-Amz-Signature=*&max_tokens=5"),
        ("https://host/?alt=json&monkey", "https://host/?alt=json&monkey"),
        ("what does ?key=value mean", "what does ?key=value mean"),
    ],
)
def test_keys_are_taken_out_of_the_queries_of_urls(text: str, shown: str) -> None:
    wanted = shown.replace("*", HIDDEN)
    assert without_query_credentials(text) == wanted
    assert without_query_credentials(wanted) == wanted
    assert server_view(document(unknown=text))["unknown"] == wanted


@pytest.mark.parametrize(
    "joined", ["serverSideConfig ", "server.side.config", "server side config", "Server_Side-Config"]
)
@pytest.mark.parametrize("invisible", ["", "\u200b", "\ufeff", "\u0000"])
def test_what_is_around_the_letters_of_a_name_hides_nothing_from_the_client_view(joined: str, invisible: str) -> None:
    name = joined[:6] + invisible + joined[6:]
    view = client_view(document(unknown=[{name: {"accessToken": "canary"}}]))
    assert view["unknown"] == [{}]
    assert server_view(document(unknown={f"access{invisible}.token ": "canary"}))["unknown"].popitem()[1] == HIDDEN
