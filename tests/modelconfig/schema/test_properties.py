"""Names and order of properties, from schemas."""

from __future__ import annotations

from modelconfig.schema.properties import in_order, names_of, property_names, required_names, resolved, successors

SCHEMA = {"$defs": {"Thing": {"type": "object", "properties": {"second": {}, "first": {}}}}}


def test_names_are_in_the_order_of_the_schema() -> None:
    assert names_of(SCHEMA, "Thing") == ("second", "first")
    assert property_names("model", "Provider")[:2] == ("id", "displayName")


def test_required_names_are_those_of_the_schema() -> None:
    assert required_names("site", "SelfHostedModel") == {"provider", "model"}
    assert required_names("site", "ModelFilters") == frozenset()


def test_a_deprecated_property_has_its_replacement() -> None:
    assert successors("site", "SiteModelConfiguration") == {"modelOverridesRecommendedSettings": "selfHostedModels"}
    assert successors("site", "ModelOverride") == {}


def test_known_properties_come_first_and_others_keep_their_order() -> None:
    assert list(in_order({"z": 1, "b": 2, "y": 3, "a": 4}, ("a", "b", "c"))) == ["a", "b", "z", "y"]


def test_references_and_nullable_alternatives_are_resolved() -> None:
    definitions = {"Thing": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/Text"}]}, "Text": {"type": "string"}}
    assert resolved({"$ref": "#/$defs/Thing"}, definitions) == {"type": "string"}
