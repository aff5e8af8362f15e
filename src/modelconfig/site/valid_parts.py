"""The problems that merging finds in the valid parts of an invalid site configuration.

Only a valid configuration can be merged, and all problems are reported at once: parts with errors are removed first.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import Severity, map_pointers
from modelconfig.jsontext import pointers
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import property_names, required_names
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from modelconfig.diagnostics.problem import Problem

_ITEM_CODES = frozenset({"MC330", "MC331", "MC334", "MC335"})
"""Codes of problems that depend on one item, or on two with the same identity."""
_MODEL_CODES = frozenset({"MC332", "MC333"})
"""Codes of problems that depend on one model, all providers and all filters."""
_DEFAULTS_CODES = frozenset({"MC336", "MC337", "MC338"})
"""Codes of problems of the default models, which depend on all models and their capabilities."""
_MISSING_PROPERTIES = {"MC332": "capabilities", "MC334": "serverSideConfig"}
"""The property that is reported as missing, by code."""
_ITEM_DEFINITIONS = ("ProviderOverride", "ModelOverride", "SelfHostedModel")
_DECISIVE = frozenset({"capabilities", "category", "status", "defaultModelConfig", "modelFilters"})
"""Properties that affect, like identities, which models exist, their capabilities, and the default models."""


class ValidParts:
    """A site configuration in the whole shape without the parts that have errors.

    `site` is None where nothing is left to merge.
    """

    def __init__(self, site: Mapping[str, Any], problems: Iterable[Problem]) -> None:
        error_paths = [pointers.split(problem.pointer) for problem in problems if problem.severity is Severity.ERROR]
        self._error_prefixes = {tuple(tokens[:4]) for tokens in error_paths}
        self._decisive_errors = {
            tokens[1] for tokens in error_paths if len(tokens) > 1 and not _harmless().intersection(tokens[1:4])
        }
        self._original_indexes: dict[str, list[int]] = {}
        self.site = self._without_errors(site, error_paths)

    def problems_of_whole(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that the whole configuration has too, with its pointers."""
        codes = set(_ITEM_CODES)
        if not self._decisive_errors & {"providerOverrides", "sourcegraph"}:
            codes |= _MODEL_CODES
        if not self._decisive_errors:
            codes |= _DEFAULTS_CODES
        moved = [map_pointers(problem, self._original_pointer) for problem in problems if problem.code in codes]
        return [problem for problem in moved if not self._is_caused_by_removal(problem)]

    def _is_caused_by_removal(self, problem: Problem) -> bool:
        """Return whether a problem reports a property as missing that was only removed for its errors."""
        name = _MISSING_PROPERTIES.get(problem.code)
        return name is not None and (*pointers.split(problem.pointer)[:3], name) in self._error_prefixes

    def _without_errors(self, site: Mapping[str, Any], error_paths: Iterable[Sequence[str]]) -> dict[str, Any] | None:
        root = dict(site)
        if not isinstance(root.get(SECTION), dict):
            return None
        section = root[SECTION] = dict(root[SECTION])
        by_property: dict[str, list[Sequence[str]]] = {}
        for tokens in error_paths:
            if tokens[:1] != [SECTION]:
                root.pop(tokens[0] if tokens else SECTION, None)
            elif len(tokens) == 1:
                return None
            else:
                by_property.setdefault(tokens[1], []).append(tokens[2:])
        for name, paths in by_property.items():
            value = section.pop(name, None)
            if isinstance(value, list) and all(paths):
                section[name] = list(self._valid_items(name, value, paths))
            elif isinstance(value, dict) and all(paths):
                removed = {path[0] for path in paths}
                section[name] = {key: part for key, part in value.items() if key not in removed}
        return root

    def _valid_items(self, name: str, items: Sequence[Any], paths: Iterable[Sequence[str]]) -> Iterator[Any]:
        """Yield the items without properties that have errors, but no item whose identity has one."""
        removed_by_index: dict[int, set[str]] = {}
        for path in paths:
            removed_by_index.setdefault(int(path[0]), set()).update(path[1:2] or ["id"])
        indexes = self._original_indexes[name] = []
        for index, item in enumerate(items):
            removed = removed_by_index.get(index, set())
            if removed & _identities():
                continue
            indexes.append(index)
            yield {key: part for key, part in item.items() if key not in removed} if removed else item

    def _original_pointer(self, pointer: str) -> str:
        tokens: list[str | int] = list(pointers.split(pointer))
        if len(tokens) > 2 and tokens[1] in self._original_indexes:
            tokens[2] = self._original_indexes[str(tokens[1])][int(tokens[2])]
        return pointers.of(tokens)


@cache
def _identities() -> frozenset[str]:
    """Return the properties that identify an item of a list."""
    # The second part of a self-hosted model's reference has a default.
    return frozenset({"apiVersion"}).union(*(required_names("site", name) for name in _ITEM_DEFINITIONS))


@cache
def _harmless() -> frozenset[str]:
    """Return the properties that do not affect which models exist, their capabilities, and the default models."""
    section = embedded("site")["$defs"]["SiteModelConfiguration"]["properties"]
    strings = (name for name, node in section.items() if node.get("type") == "string")
    item_properties = (
        name for definition in ("SourcegraphModels", *_ITEM_DEFINITIONS) for name in property_names("site", definition)
    )
    return frozenset({*strings, *item_properties}) - _DECISIVE - _identities()
