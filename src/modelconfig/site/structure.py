"""The structure of a site configuration: the strict schema, with the severities that suit an administrator's file."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig import pointers
from modelconfig.problems import Severity
from modelconfig.schemas import embedded
from modelconfig.site.names import without_names
from modelconfig.site.shapes import SECTION, is_near_miss

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.problems import Problem
    from modelconfig.validation import Checker

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
    found = _checker().problems(site)
    return without_names(_weighed(one) for one in found if not _is_reported_by_reading(one))


def _weighed(found: Problem) -> Problem:
    """Return an unknown member as a warning: today's system ignores it."""
    return replace(found, severity=Severity.WARNING) if found.code == "MC103" else found


def _is_reported_by_reading(found: Problem) -> bool:
    """Tell whether this is a misspelt `modelConfiguration` among the members of a bare configuration."""
    tokens = pointers.split(found.pointer) if found.code == "MC103" else []
    return len(tokens) == 2 and tokens[0] == SECTION and is_near_miss(tokens[1])


@cache
def _checker() -> Checker:
    from modelconfig.validation import Checker

    schema = embedded("site")
    definitions = dict(schema["$defs"])
    for name, members in _UNQUOTED.items():
        properties = dict(definitions[name]["properties"])
        properties.update({member: {**properties[member], "x-secret": True} for member in members})
        definitions[name] = {**definitions[name], "properties": properties}
    return Checker({**schema, "$defs": definitions})
