"""One change of a model or provider, and how it is applied."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.documents.pricing import MILLIONS
from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import ABSENT
from modelconfig.merge.server_config import prices
from modelconfig.schema.properties import required_names, successors

if TYPE_CHECKING:
    from modelconfig.merge.layers import Layer

JSONObject = Mapping[str, Any]

_NOTHING: Final[JSONObject] = {}
_LARGEST_EXACT: Final = 2**53
_SHARE: Final = "maxUserInputTokens"


class Patch(NamedTuple):
    """Members to set, and parts of two members to set. Applying it changes nothing but what it names.

    `place` is the pointer to what says so, and `said` the value there. Where `whole`, it is the place of every field;
    `sources` has the pointers of the fields, by path in the document, that do not follow from their names.
    """

    layer: Layer
    place: str
    members: JSONObject
    window: Mapping[str, int] = _NOTHING
    cost: JSONObject = _NOTHING
    said: JSONObject = _NOTHING
    whole: bool = False
    sources: Mapping[tuple[str, ...], str] = {}

    def apply(self, item: dict[str, Any]) -> None:
        """Set in a model or provider what is named; parts of it are replaced and never changed."""
        item.update(self.members)
        if self.window:
            item["contextWindow"] = _window(item.get("contextWindow", _NOTHING), self.window)
            # Clients would prefer the windows by tier to the one that was just set.
            item.pop("modelConfigAllTiers", None)
        if self.cost:
            item["estimatedModelCost"] = _cost(item.get("estimatedModelCost", _NOTHING), self.cost)

    def names(self, path: tuple[str, ...]) -> bool:
        """Tell whether the patch is about the field at a path, even if it leaves the value as it was."""
        parts = {"contextWindow": self.window, "estimatedModelCost": self.cost}.get(path[0])
        if parts is not None:
            return bool(parts) if len(path) == 1 else path[1] in parts
        return path[0] in self.members

    def source(self, path: tuple[str, ...]) -> str:
        """Return the pointer to what sets the field at a path of the document."""
        known = self.sources.get(path)
        # What nobody has written, such as a value that is filled in, has no place, and its parts have none either.
        if known is not None or self.whole or not self.place or path[0] in ("tier", "modelRef"):
            return known or self.place
        tokens = self._written(path)
        while tokens and lookup(self.said, tokens) is ABSENT:
            # What a setting removes is not written there; what removes it is.
            tokens = tokens[:-1]
        return join(self.place, *tokens)

    def _written(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """Return the path of a field in the site configuration's own names."""
        first, rest = path[0], path[1:]
        if first == "modelConfigAllTiers":
            return ("contextWindow",)
        if path == ("contextWindow", _SHARE) and _SHARE not in self.window:
            return ("contextWindow", "maxInputTokens")
        if first == "estimatedModelCost":
            return ("modelCost", *(_price(name, self.said["modelCost"]) for name in rest))
        if first == "serverSideConfig":
            # The site configuration has no wrapper; the member `type` stands for its name.
            return (first, *("type" if name == "serviceName" else name for name in rest[1:]))
        if first == "clientSideConfig":
            # A self-hosted model's has no wrapper either.
            wrapped = "openaicompatible" in self.said[first]
            return (first, *("openaicompatible" for _ in rest[:1] if wrapped), *rest[1:])
        return path


def lookup(value: Any, path: tuple[str, ...]) -> Any:
    """Return what lies at a path below a JSON value, or ABSENT."""
    for token in path:
        if isinstance(value, Mapping):
            value = value.get(token, ABSENT)
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            return ABSENT
    return value


def _window(before: JSONObject, given: Mapping[str, int]) -> Mapping[str, Any]:
    if before.keys() <= given.keys():
        return given
    after = {**before, **given}
    if _SHARE not in given and after.get(_SHARE, 0) > after["maxInputTokens"]:
        # A share of the old window, larger than the whole new one, would leave clients nothing.
        del after[_SHARE]
    return after


def _cost(before: JSONObject, given: JSONObject) -> dict[str, Any]:
    """Return the cost with the given prices; one that stays is brought to the unit that they are for."""
    free = dict.fromkeys((name for name in prices() if name in required_names("model", "ModelCost")), 0)
    after = {"unit": given["unit"], **free, **before, **given}
    was, now = MILLIONS.get(before.get("unit", "")), MILLIONS.get(given["unit"])
    if was != now:
        factor = now / was if now and was else 0
        for name in prices():
            if name in after and name not in given:
                after[name] = _scaled(after[name], factor)
    return after


def _scaled(price: float, factor: float) -> float:
    scaled = price * factor
    if abs(scaled) > _LARGEST_EXACT:
        return price if scaled == inf else scaled
    return int(scaled) if scaled == int(scaled) else scaled


def _price(name: str, said: JSONObject) -> str:
    """Return the member that a price was read from, which has two forms."""
    newer = successors("site", "ModelCostOverride").get(name, name)
    return newer if said.get(newer) is not None else name
