"""The part of a site configuration that can be merged: valid, and without unknown properties."""

from collections.abc import Mapping
from typing import Any

from modelconfig.diagnostics.problem import Problem, Severity
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import resolved
from modelconfig.schema.validator import embedded_validator
from modelconfig.site.rules.site_rules import RULES, check_rules
from modelconfig.site.shapes import SECTION
from modelconfig.site.structure import check_structure, is_valid


def document_problems(document: Any) -> list[Problem]:
    """Return what prevents a JSON value from being a base document, or a merged one from being accepted by readers."""
    return embedded_validator("model.consumer").problems(document)


def sanitize_site(site: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, list[Problem]]:
    """Return the site configuration without unknown properties and no problems, or None and its errors."""
    if is_valid(site):
        # The schema is closed, so a valid configuration has no unknown properties.
        return site, []
    problems = [problem for problem in check_structure(site) if problem.severity is Severity.ERROR]
    return (None, problems) if problems else (without_unknown_properties(site), [])


def without_unknown_properties(site: Mapping[str, Any]) -> dict[str, Any]:
    """Return a site configuration without unknown properties; null items of arrays stay."""
    schema = embedded("site")
    known: dict[str, Any] = _without_unknown_properties(dict(site), schema, schema["$defs"])
    return known


def forbidden_settings(configuration: Mapping[str, Any]) -> list[Problem]:
    """Return the problems of settings that are errors whatever the configuration is merged with."""
    return check_rules({}, {SECTION: configuration}, [rule for rule in RULES if rule.severity is Severity.ERROR])


def _without_unknown_properties(value: Any, node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    """Return a value that is valid in the lenient profile, without properties that are unknown to the strict schema."""
    schema = resolved(node, definitions)
    if isinstance(value, list):
        return [_without_unknown_properties(item, schema["items"], definitions) for item in value]
    if not isinstance(value, dict):
        return value
    if "oneOf" in schema:
        schema = _variant(value, schema["oneOf"], definitions)
    properties, additional = schema.get("properties", {}), schema.get("additionalProperties")
    known_properties = {}
    for name, item in value.items():
        if name in properties:
            known_properties[name] = _without_unknown_properties(item, properties[name], definitions)
        elif isinstance(additional, dict):
            known_properties[name] = _without_unknown_properties(item, additional, definitions)
    return known_properties


def _variant(value: Mapping[str, Any], variants: Any, definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the alternative of a tagged union that describes the value."""
    candidates = (resolved(variant, definitions) for variant in variants)
    return next(candidate for candidate in candidates if candidate["properties"]["type"]["const"] == value.get("type"))
