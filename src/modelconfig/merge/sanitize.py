"""What of a site configuration can be merged: nothing that is broken, and no member that the schema does not know."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.problem import Severity
from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker
from modelconfig.site.rules import model_rules, provider_rules
from modelconfig.site.rules.site_rules import RULES, check_rules
from modelconfig.site.shapes import SECTION
from modelconfig.site.structure import check_structure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.diagnostics.problem import Problem


@cache
def validator_of(name: str) -> Checker:
    """Return the checker of a shipped schema; compiling one takes longer than most documents do."""
    return Checker(embedded(name))


def sanitized(site: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, list[Problem]]:
    """Return the site configuration without unknown members in what is merged, or None and what is broken."""
    if validator_of("site").is_valid(site):
        # The strict schema is closed, so there is nothing unknown to be left out.
        return site, []
    problems = [one for one in check_structure(site) if one.severity is Severity.ERROR]
    if problems:
        return None, problems
    schema = embedded("site")
    known: dict[str, Any] = _known(dict(site), schema, schema["$defs"])
    return known, []


def forbidden_settings(configuration: Mapping[str, Any]) -> list[Problem]:
    """Return what no configuration may say, whatever it is merged with."""
    return check_rules({}, {SECTION: configuration}, _FORBIDDING)


_ALONE: Final = (provider_rules.invalid_endpoint, model_rules.display_name_of_too_many_bytes)
_FORBIDDING: Final = tuple(rule for rule in RULES if rule.check in _ALONE)
"""The rules with errors that need to see the site configuration alone."""


def _known(value: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    """Return a value that a tolerant reader accepts without what the strict schema does not know."""
    while True:
        if "$ref" in schema:
            schema = definitions[schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema and value is not None:
            schema = schema["anyOf"][0]
        else:
            break
    if isinstance(value, list):
        return [_known(item, schema.get("items", {}), definitions) for item in value]
    if not isinstance(value, dict):
        return value
    variants = schema.get("oneOf")
    if variants:
        return _known(value, _variant(value, variants, definitions), definitions)
    others = schema.get("additionalProperties")
    properties = schema.get("properties", {})
    kept = {}
    for name, item in value.items():
        inner = properties.get(name, others if isinstance(others, dict) else None)
        if inner is not None:
            kept[name] = _known(item, inner, definitions)
    return kept


def _variant(value: Any, variants: Any, definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    found = (definitions[variant["$ref"].rpartition("/")[2]] for variant in variants)
    return next(one for one in found if one["properties"]["type"]["const"] == value.get("type"))
