"""The valid parts of an invalid site configuration, and which problems of merging them it has too.

Only a valid configuration can be merged, and all problems are reported at once: values with errors are removed first.
"""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cache
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem, Severity
from modelconfig.jsontext import pointers
from modelconfig.schema.properties import required_names
from modelconfig.site.shapes import SECTION
from modelconfig.site.structure import value_at

_PROVIDERS: Final = rf"/{SECTION}/providerOverrides(/[0-9]+(/defaultModelConfig)?)?"
_FILTERS: Final = rf"/{SECTION}/sourcegraph(/modelFilters.*)?"
_MODELS: Final = rf"/{SECTION}/[A-Za-z]+(/[0-9]+(/(capabilities|category|defaultModelConfig))?)?"
_DEFAULTS: Final = rf"/{SECTION}/defaultModels/.*"
_RULES_FOR_ITEMS: Final = (
    *("MC207", "MC212", "MC213", "MC214", "MC215", "MC216", "MC222", "MC223", "MC231", "MC232", "MC233"),
    *("MC235", "MC236", "MC237", "MC241", "MC242", "MC243", "MC247"),
)
"""The codes of rules for documents that are about one model or provider."""
_DEPENDENCIES: Final = {
    **dict.fromkeys(_RULES_FOR_ITEMS, f"ITEM(/.*)?|{_PROVIDERS}"),
    "MC205": f"{_MODELS}|{_FILTERS}|{_DEFAULTS}",
    "MC208": f"{_MODELS}|{_PROVIDERS}|{_FILTERS}",
    "MC330": "",
    "MC331": "",
    "MC332": f"ITEM/capabilities|{_PROVIDERS}|{_FILTERS}",
    "MC333": f"{_PROVIDERS}|{_FILTERS}",
    "MC334": f"ITEM/serverSideConfig|/{SECTION}/sourcegraph",
    "MC335": "",
    **dict.fromkeys(("MC336", "MC337", "MC338"), f"{_MODELS}|{_FILTERS}|{_DEFAULTS}"),
}
"""By code of a problem of merging or of the merged document: the pointers on which it depends, beside its own.

`ITEM` is the problem's item.
"""


def removed_pointers(problems: Iterable[Problem]) -> set[str]:
    """Return the pointers to the values that are removed because of the errors among the problems."""
    return {_removed_pointer(problem.pointer) for problem in problems if problem.severity is Severity.ERROR}


def without_values(site: Mapping[str, Any], removed: set[str]) -> dict[str, Any] | None:
    """Return a site configuration in the whole shape without values, or None where nothing is left to merge.

    A removed item of an array is null, so that no other item moves.
    """
    if not isinstance(site.get(SECTION), dict) or not removed.isdisjoint({"", f"/{SECTION}"}):
        return None
    rest = deepcopy(dict(site))
    # A value is removed before what contains it.
    for pointer in sorted(removed, key=len, reverse=True):
        *path, last = pointers.split(pointer)
        parent = value_at(rest, path)
        if isinstance(parent, list):
            parent[int(last)] = None
        else:
            del parent[last]
    return rest


def is_independent(problem: Problem, removed: set[str]) -> bool:
    """Return whether a problem of merging does not depend on removed values: the whole configuration has it too."""
    if problem.code not in _DEPENDENCIES or problem.file:
        return False
    item = pointers.of(pointers.split(problem.pointer)[:3])
    dependencies = re.compile(_DEPENDENCIES[problem.code].replace("ITEM", item))
    return not any(map(dependencies.fullmatch, removed))


def _removed_pointer(pointer: str) -> str:
    """Return the pointer to what is removed for an error: a property of an item at most, else the item or more."""
    tokens = pointers.split(pointer)[: 4 if pointer.startswith(f"/{SECTION}/") else 1]
    is_identity = len(tokens) == 4 and tokens[3] in _identities()
    return pointers.of(tokens[:3] if is_identity else tokens)


@cache
def _identities() -> frozenset[str]:
    """Return the properties that identify an item of a list."""
    definitions = ("ProviderOverride", "ModelOverride", "SelfHostedModel")
    # The second part of a self-hosted model's reference has a default.
    return frozenset({"apiVersion"}).union(*(required_names("site", name) for name in definitions))
