"""The structure of a site configuration: the strict schema, with the severities that suit an administrator's file."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import may_hold_credential
from modelconfig.diagnostics.problem import Severity
from modelconfig.documents.refs import check_ref
from modelconfig.jsontext import pointers
from modelconfig.schema.embedded import embedded
from modelconfig.site.property_names import without_names
from modelconfig.site.shapes import SECTION, is_near_miss

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.validator import Checker

_UNQUOTED = {
    "SiteModelConfiguration": ("systemPreInstruction",),
    "SourcegraphModels": ("endpoint",),
    "ProviderOverride": ("serverSideConfig",),
    "DefaultModelConfig": ("serverSideConfig",),
    "ModelOverride": ("serverSideConfig",),
    "SelfHostedModelOverride": ("serverSideConfig",),
    "CompletionsConfiguration": ("endpoint", "user"),
}
"""Members whose values messages never quote, though the schema does not call them credentials."""


def check_structure(site: Mapping[str, Any]) -> list[Problem]:
    """Return what does not fit the schema. An unknown member is a warning, all else an error; no secret is quoted."""
    found = [one for one in _checker().problems(site) if not _is_reported_by_reading(one)]
    return without_names(told for one in found for told in _in_our_words(one, site))


def _in_our_words(found: Problem, site: Mapping[str, Any]) -> list[Problem]:
    """Return a problem with the severity that it has here; a malformed reference part by part."""
    if found.code == "MC105":
        tokens = pointers.split(found.pointer)
        if tokens[-1] == "modelRef" or tokens[1:2] == ["defaultModels"]:
            ref = _value_at(site, tokens)
            if not may_hold_credential(ref):
                return [replace(one, pointer=found.pointer) for one in check_ref(ref)] or [found]
    # Today's system ignores what it does not know.
    return [replace(found, severity=Severity.WARNING) if found.code == "MC103" else found]


def _value_at(site: Any, tokens: list[str]) -> Any:
    for token in tokens:
        site = site[int(token)] if isinstance(site, list) else site[token]
    return site


def _is_reported_by_reading(found: Problem) -> bool:
    """Tell whether this is a misspelt `modelConfiguration` among the members of a bare configuration."""
    tokens = pointers.split(found.pointer) if found.code == "MC103" else []
    return len(tokens) == 2 and tokens[0] == SECTION and is_near_miss(tokens[1])


@cache
def _checker() -> Checker:
    from modelconfig.schema.validator import Checker

    schema = embedded("site")
    definitions = dict(schema["$defs"])
    for name, members in _UNQUOTED.items():
        properties = dict(definitions[name]["properties"])
        properties.update({member: {**properties[member], "x-secret": True} for member in members})
        definitions[name] = {**definitions[name], "properties": properties}
    return Checker({**schema, "$defs": definitions})
