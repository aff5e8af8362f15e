"""Validate a site configuration's structure, with its own severities."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from modelconfig.diagnostics.credentials import may_hold_credential
from modelconfig.diagnostics.problem import Problem, Severity
from modelconfig.documents.refs import check_ref
from modelconfig.jsontext import pointers
from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker
from modelconfig.site.shapes import SECTION, is_misspelt_section

CONFIDENTIAL = frozenset({"serverSideConfig", "endpoint", "systemPreInstruction", "user"})
"""Properties of a site configuration with free text or addresses: never quoted, though not marked as credentials."""
UNSET: Final = -1
"""The value of a sampling setting that counts as absent."""
_SAMPLING_NAMES: Final = ("TopK", "TopP", "Temperature", "MaxTokens")
"""The ends of the names of sampling settings."""
_METHOD: Final = "^[A-Z-]*$"
"""The pattern of HTTP methods: servers may have others than those that the schema lists for editors."""


def check_structure(site: Mapping[str, Any]) -> list[Problem]:
    """Return the problems of a site configuration under the strict schema.

    An unknown property is a warning, everything else an error. Secrets are not quoted.
    """
    if is_valid(site):
        return []
    problems = [problem for problem in _checker().problems(site) if not _is_reported_as_misplaced(problem)]
    return [adapted for problem in problems for adapted in _adapted(problem, site)]


def is_valid(site: Mapping[str, Any]) -> bool:
    """Return whether a site configuration has no problem in `check_structure`."""
    return _checker().is_valid(site)


def _adapted(problem: Problem, site: Mapping[str, Any]) -> list[Problem]:
    """Return a problem with its severity for site configurations; a malformed reference part by part."""
    if problem.code == "MC105":
        tokens = pointers.split(problem.pointer)
        if tokens[-1] == "modelRef" or tokens[1:2] == ["defaultModels"]:
            ref = value_at(site, tokens)
            if not may_hold_credential(ref):
                return [replace(part_problem, pointer=problem.pointer) for part_problem in check_ref(ref)] or [problem]
    # Sourcegraph ignores unknown properties.
    return [replace(problem, severity=Severity.WARNING) if problem.code == "MC103" else problem]


def is_unset(name: str, value: Any) -> bool:
    """Return whether a property of a client-side configuration is a sampling setting that counts as absent."""
    return name.endswith(_SAMPLING_NAMES) and value == UNSET


def value_at(site: Any, tokens: Iterable[str]) -> Any:
    """Return the value along the tokens of a pointer. Raises LookupError if there is none."""
    for token in tokens:
        site = site[int(token)] if isinstance(site, list) else site[token]
    return site


def _is_reported_as_misplaced(problem: Problem) -> bool:
    """Return whether this is a misspelt `modelConfiguration` among the properties of a bare configuration."""
    tokens = pointers.split(problem.pointer) if problem.code == "MC103" else []
    return len(tokens) == 2 and tokens[0] == SECTION and is_misspelt_section(tokens[1])


@cache
def _checker() -> Checker:
    from modelconfig.schema.validator import Checker

    schema = embedded("site")
    definitions = {name: _with_confidential(node) for name, node in schema["$defs"].items()}
    method, sampling = definitions["AccessTokenQueryMethod"], definitions["ClientSideOpenAICompatible"]
    method["pattern"] = _METHOD
    del method["oneOf"]
    sampling["properties"] = {
        name: {**node, "minimum": UNSET} if "minimum" in node and name.endswith(_SAMPLING_NAMES) else node
        for name, node in sampling["properties"].items()
    }
    return Checker({**schema, "$defs": definitions})


def _with_confidential(definition: Mapping[str, Any]) -> dict[str, Any]:
    """Return a definition whose confidential properties are marked as credentials."""
    properties = definition.get("properties", {})
    hidden = {name: {**node, "x-secret": True} for name, node in properties.items() if name in CONFIDENTIAL}
    return {**definition, "properties": {**properties, **hidden}} if hidden else dict(definition)
