"""Mappings by property have an entry for each property of the schema."""

from __future__ import annotations

from typing import Any

import pytest

from modelconfig.documents.queries import CAPABILITY_OF_DEFAULT
from modelconfig.merge.default_models import CATEGORIES
from modelconfig.merge.merged_models import _NEW
from modelconfig.merge.pipeline import _EMPTY_BASE
from modelconfig.merge.server_config import model_server_config, provider_server_config
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import property_names, required_names
from modelconfig.site.structure import CONFIDENTIAL

GIVEN = {"modelRef", "modelName", "capabilities", "contextWindow"}
"""Required properties of a new model that come from its reference, its override or its preset window."""


def kinds_of(union: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the values of `type` in a tagged union of a site configuration, with the definition of each."""
    definitions = embedded("site")["$defs"]
    branches = [definitions[branch["$ref"].rpartition("/")[2]] for branch in definitions[union]["oneOf"]]
    return [(branch["properties"]["type"]["const"], branch) for branch in branches]


def test_each_default_needs_a_capability() -> None:
    assert tuple(CAPABILITY_OF_DEFAULT) == property_names("model.client", "DefaultModels")
    assert set(CAPABILITY_OF_DEFAULT.values()) <= listed("Capability")


def test_each_required_default_has_a_selection_rule() -> None:
    assert set(CATEGORIES) == required_names("model", "DefaultModels")
    assert {category for categories in CATEGORIES.values() for category in categories} <= listed("ModelCategory")


def test_each_required_property_of_a_new_model_has_a_value() -> None:
    assert set(_NEW) | GIVEN == required_names("model", "Model")


def test_each_required_property_of_a_document_exists_without_a_catalogue() -> None:
    assert {*_EMPTY_BASE, "defaultModels"} == required_names("model", "ModelConfiguration")


@pytest.mark.parametrize(("kind", "definition"), kinds_of("SiteProviderConfig"))
def test_each_kind_of_provider_has_a_location(kind: str, definition: dict[str, Any]) -> None:
    found = provider_server_config(dict.fromkeys(definition["properties"], "x") | {"type": kind})
    assert list(found) == [name for name in property_names("model", "ServerSideProviderConfig") if name in found]
    content = embedded("model")["$defs"]["ServerSideProviderConfig"]["properties"][next(iter(found))]["$ref"]
    known = property_names("model", content.rpartition("/")[2])
    assert set(next(iter(found.values()))) <= set(known)


@pytest.mark.parametrize(("kind", "definition"), kinds_of("SiteModelServerConfig"))
def test_each_kind_of_model_has_a_location(kind: str, definition: dict[str, Any]) -> None:
    found = model_server_config(dict.fromkeys(definition["properties"], "x") | {"type": kind})
    assert len(found) == 1
    content = embedded("model")["$defs"]["ServerSideModelConfig"]["properties"][next(iter(found))]["$ref"]
    assert set(next(iter(found.values()))) <= set(property_names("model", content.rpartition("/")[2]))


def test_every_special_property_exists_in_the_schema() -> None:
    known = {name for node in embedded("site")["$defs"].values() for name in node.get("properties", ())}
    assert known >= CONFIDENTIAL


def listed(definition: str) -> set[str]:
    return {value["const"] for value in embedded("model")["$defs"][definition]["oneOf"]}
