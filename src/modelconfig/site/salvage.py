"""The problems that merging finds in the valid parts of an invalid site configuration.

Merging needs a sound configuration, and people want all problems at once; so the faulty parts are taken out first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import Severity
from modelconfig.jsontext import pointers
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import property_names, required_names
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from modelconfig.diagnostics.problem import Problem

_OF_ITEMS = frozenset({"MC330", "MC331", "MC334", "MC335"})
"""What one item shows, or two of the same name."""
_OF_MODELS = frozenset({"MC332", "MC333"})
"""What one model shows where all providers and filters are known."""
_OF_THE_RESULT = frozenset({"MC336", "MC337", "MC338"})
"""What the defaults show where it is known which models there are and what they can do."""
_MISSED = {"MC332": "capabilities", "MC334": "serverSideConfig"}
"""The member whose lack a problem is about."""
_ITEMS = ("ProviderOverride", "ModelOverride", "SelfHostedModel")
_DECISIVE = frozenset({"capabilities", "category", "status", "defaultModelConfig", "modelFilters"})
"""Properties that decide, beside identities, which models there are, what they can do, and which are the defaults."""
_PLACE = re.compile("item (?P<number>[0-9]+) of `(?P<member>[A-Za-z]+)`")


class Salvage:
    """A site configuration in the whole shape, without the parts in which there are errors.

    `site` is None where nothing worth merging is left.
    """

    def __init__(self, site: Mapping[str, Any], found: Iterable[Problem]) -> None:
        faulty = [pointers.split(one.pointer) for one in found if one.severity is Severity.ERROR]
        self._faulty = {tuple(tokens[:4]) for tokens in faulty}
        self._touched = {
            tokens[1] for tokens in faulty if len(tokens) > 1 and not _harmless().intersection(tokens[1:4])
        }
        self._places: dict[str, list[int]] = {}
        self.site = self._sound(site, faulty)

    def still_true(self, told: Iterable[Problem]) -> list[Problem]:
        """Return those of the problems told of what is left that hold for the whole, at their places in the whole."""
        codes = set(_OF_ITEMS)
        if not self._touched & {"providerOverrides", "sourcegraph"}:
            codes |= _OF_MODELS
        if not self._touched:
            codes |= _OF_THE_RESULT
        moved = (
            replace(one, pointer=self._in_whole(one.pointer), message=_PLACE.sub(self._place_in_whole, one.message))
            for one in told
            if one.code in codes
        )
        return [one for one in moved if not self._is_about_a_fault(one)]

    def _is_about_a_fault(self, found: Problem) -> bool:
        """Tell whether a problem is that something is missing which was only taken out."""
        member = _MISSED.get(found.code)
        return member is not None and (*pointers.split(found.pointer)[:3], member) in self._faulty

    def _sound(self, site: Mapping[str, Any], faulty: Iterable[Sequence[str]]) -> dict[str, Any] | None:
        root = dict(site)
        if not isinstance(root.get(SECTION), dict):
            return None
        section = root[SECTION] = dict(root[SECTION])
        by_member: dict[str, list[Sequence[str]]] = {}
        for tokens in faulty:
            if tokens[:1] != [SECTION]:
                root.pop(tokens[0] if tokens else SECTION, None)
            elif len(tokens) == 1:
                return None
            else:
                by_member.setdefault(tokens[1], []).append(tokens[2:])
        for name, places in by_member.items():
            value = section.pop(name, None)
            if isinstance(value, list) and all(places):
                section[name] = list(self._sound_items(name, value, places))
            elif isinstance(value, dict) and all(places):
                gone = {place[0] for place in places}
                section[name] = {member: part for member, part in value.items() if member not in gone}
        return root

    def _sound_items(self, name: str, items: Sequence[Any], places: Iterable[Sequence[str]]) -> Iterator[Any]:
        """Yield the items without faulty members, but none whose identity is at fault."""
        gone: dict[int, set[str]] = {}
        for place in places:
            gone.setdefault(int(place[0]), set()).update(place[1:2] or ["id"])
        kept = self._places[name] = []
        for index, item in enumerate(items):
            faults = gone.get(index, set())
            if faults & _identities():
                continue
            kept.append(index)
            yield {member: part for member, part in item.items() if member not in faults} if faults else item

    def _place_in_whole(self, found: re.Match[str]) -> str:
        places = self._places.get(found["member"])
        number = int(found["number"])
        return found.group() if places is None else f"item {places[number - 1] + 1} of `{found['member']}`"

    def _in_whole(self, pointer: str) -> str:
        tokens: list[str | int] = list(pointers.split(pointer))
        if len(tokens) > 2 and tokens[1] in self._places:
            tokens[2] = self._places[str(tokens[1])][int(tokens[2])]
        return pointers.of(tokens)


@cache
def _identities() -> frozenset[str]:
    """Return the properties that tell an item of a list from the others."""
    # The second part of a self-hosted model's reference has a default.
    return frozenset({"apiVersion"}).union(*(required_names("site", name) for name in _ITEMS))


@cache
def _harmless() -> frozenset[str]:
    """Return the properties that do not decide which models exist, what they can do, and which are the defaults."""
    section = embedded("site")["$defs"]["SiteModelConfiguration"]["properties"]
    texts = (name for name, node in section.items() if node.get("type") == "string")
    inner = (name for owner in ("SourcegraphModels", *_ITEMS) for name in property_names("site", owner))
    return frozenset({*texts, *inner}) - _DECISIVE - _identities()
