"""Readers of every release accept the current documents, and current readers accept those of every release."""

from __future__ import annotations

import copy
import json
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import modelconfig_types
from codegen.schema.profiles import without_unreferenced
from codegen.schema.traversal import Schema, transform
from modelconfig.views.client_view import client_view
from tests.codegen.evolution.old_readers import RELEASES, OldReader, Validators, today
from tests.codegen.schema.schema_cases import ROOT
from tests.helpers.strategies import documents, equal_json
from tests.helpers.valid_value_strategies import ValidValues

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLISHED = json.loads((ROOT / "models.json").read_text("utf-8"))
TYPES = {"site": "SiteConfiguration", "completions": "CompletionsConfiguration"}
LATER = {"zz later": st.sampled_from(["kept", {"kept": [None]}])}
MANY = settings(max_examples=60, suppress_health_check=list(HealthCheck))


def published(schema: Schema) -> Schema:
    """Return the properties of published documents: none that are server-side."""

    def shown(node: Schema) -> Schema:
        if "properties" not in node:
            return node
        members = {name: it for name, it in node["properties"].items() if it.get("x-visibility") != "server"}
        return {**node, "properties": members}

    return without_unreferenced(transform(schema, shown))


def as_written(schema: Schema) -> Schema:
    """Return the client schema without null in place of an array, which clients accept and servers never write."""

    def shown(node: Schema) -> Schema:
        return {**node, "type": "array"} if node.get("type") == ["array", "null"] else node

    return transform(schema, shown)


@cache
def validators(old: OldReader, name: str) -> Validators:
    """Return the validators of one schema of a release."""
    return Validators(old.schema(name))


@pytest.fixture(scope="module", params=RELEASES, ids=lambda release: release.version)
def old(request: pytest.FixtureRequest) -> Iterator[OldReader]:
    """Yield a release; the import of its types writes nothing into its folder."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    yield OldReader(request.param)
    sys.dont_write_bytecode = before


def test_there_are_releases() -> None:
    assert RELEASES


@pytest.mark.parametrize("schema", ["model.consumer", "model.client"])
def test_schemas_of_a_release_accept_the_published_catalogue(old: OldReader, schema: str) -> None:
    document = client_view(PUBLISHED) if schema == "model.client" else PUBLISHED
    assert Validators(old.schema(schema)).faults(document) == []


def test_types_of_a_release_accept_the_published_catalogue(old: OldReader) -> None:
    assert old.types.ModelConfiguration is not modelconfig_types.ModelConfiguration
    value = old.types.ModelConfiguration.from_json(copy.deepcopy(PUBLISHED))
    assert value.to_json() == PUBLISHED


def test_a_reader_of_a_release_still_rejects_invalid_documents(old: OldReader) -> None:
    wrong = {**PUBLISHED, "models": [{**PUBLISHED["models"][0], "modelRef": 5}]}
    assert len({fault.partition(":")[0] for fault in Validators(old.schema("model.consumer")).faults(wrong)}) == 2
    with pytest.raises(old.types.ShapeError):
        old.types.ModelConfiguration.from_json(wrong)


@MANY
@given(ValidValues(published(today("model")), members=LATER).documents())
def test_readers_of_a_release_accept_current_documents(old: OldReader, document: Any) -> None:
    assert validators(old, "model.consumer").faults(document) == []
    written = old.types.ModelConfiguration.from_json(document).to_json()
    assert equal_json(written, document)


@MANY
@given(ValidValues(as_written(today("model.client")), members=LATER).documents())
def test_clients_of_a_release_accept_current_client_documents(old: OldReader, document: Any) -> None:
    assert validators(old, "model.client").faults(document) == []


@MANY
@given(ValidValues(published(today("model")), members=LATER).documents())
def test_clients_of_a_release_accept_the_current_view_of_current_documents(old: OldReader, document: Any) -> None:
    assert validators(old, "model.client").faults(client_view(document)) == []


@MANY
@given(documents("ModelConfiguration"))
def test_types_of_a_release_accept_every_current_shape(old: OldReader, document: Any) -> None:
    assert equal_json(old.types.ModelConfiguration.from_json(document).to_json(), document)


@pytest.mark.parametrize("name", ["model", *TYPES])
def test_current_readers_accept_documents_of_a_release(old: OldReader, name: str) -> None:
    # An administrator's file is checked strictly, whatever version it was written for.
    reader = Validators(today("model.consumer" if name == "model" else name))
    types = getattr(modelconfig_types, TYPES.get(name, "ModelConfiguration"))

    @MANY
    @given(ValidValues(old.written.strict[name]).documents())
    def taken(document: Any) -> None:
        assert reader.faults(document) == []
        value = types.from_json(document)
        # Null reads as absent, so the text may differ where the value does not.
        assert types.from_json(value.to_json()) == value

    taken()
