"""The server view: everything except credentials."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from modelconfig.diagnostics.credentials import HIDDEN
from modelconfig.schema.embedded import embedded
from modelconfig.views.server_view import hide_secrets, plan_of, server_view
from tests.helpers.valid_value_strategies import ValidValues
from tests.helpers.view_documents import document, model, names

if TYPE_CHECKING:
    from collections.abc import Iterator


def credential_locations(node: Any, value: Any, schema: dict[str, Any], *, secret: bool = False) -> Iterator[Any]:
    """Yield the strings of a document that the schema marks as credentials, by an independent traversal."""
    secret = secret or bool(node.get("x-secret"))
    if "$ref" in node:
        yield from credential_locations(schema["$defs"][node["$ref"].rpartition("/")[2]], value, schema, secret=secret)
    elif isinstance(value, str):
        if secret and value:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from credential_locations(node.get("items", {}), item, schema, secret=secret)
    elif isinstance(value, dict):
        for name, item in value.items():
            below = node.get("properties", {}).get(name, node.get("additionalProperties", {}))
            yield from credential_locations(below, item, schema, secret=secret)


@settings(max_examples=100)
@given(ValidValues(embedded("model.consumer")).documents())
def test_the_server_view_hides_every_credential_and_nothing_else(whole: dict[str, Any]) -> None:
    schema = embedded("model.consumer")
    before = copy.deepcopy(whole)
    view = server_view(whole)
    secrets = list(credential_locations({"$ref": schema["$ref"]}, whole, schema))
    assert list(credential_locations({"$ref": schema["$ref"]}, view, schema)) == [HIDDEN] * len(secrets)
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
def test_credentials_are_hidden_at_any_location(config: dict[str, Any], shown: dict[str, Any]) -> None:
    expected = json.loads(json.dumps(shown).replace("*", HIDDEN))
    whole = document(providers=[{"id": "acme", "displayName": "Acme", "serverSideConfig": config}])
    assert server_view(whole)["providers"][0]["serverSideConfig"] == expected
    assert server_view(whole)["models"] is whole["models"]


@settings(max_examples=100)
@given(ValidValues(embedded("site")).documents())
def test_credentials_of_a_site_configuration_are_hidden_by_its_schema(whole: dict[str, Any]) -> None:
    """All variants of a tagged union apply, whatever the value of `type`."""
    dumped = json.dumps(hide_secrets(whole, plan_of("site")))
    assert "accessToken" not in dumped or not re.search(r'"accessToken": "(?!\(hidden\)"|")', dumped)


def test_a_string_with_a_pattern_is_not_hidden_as_a_credential() -> None:
    ref = "acme::v1::sk-abcdefghijklmnopqrstuvwxyz0123"
    assert server_view(document(models=[model(modelRef=ref)]))["models"][0]["modelRef"] == ref
