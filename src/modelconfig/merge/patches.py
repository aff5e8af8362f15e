"""One change of a model or provider, and how it is applied."""

from collections.abc import Mapping
from math import inf
from typing import Any, Final, NamedTuple

from modelconfig.documents.pricing import MILLIONS
from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import ABSENT, Layer
from modelconfig.merge.server_config import price_source, prices
from modelconfig.schema.properties import required_names

JSONObject = Mapping[str, Any]

_EMPTY: Final[JSONObject] = {}
_USER_INPUT: Final = "maxUserInputTokens"
_WHOLE_WINDOW: Final = frozenset({"maxInputTokens", "maxOutputTokens"})
"""The numbers that a patch sets to replace the whole window of the tier, which its author cannot have seen."""
_TIER_WINDOW: Final = ("modelConfigAllTiers", "enterprise", "contextWindow")
"""The path to the window that clients of an enterprise instance prefer to the model's own."""


class Patch(NamedTuple):
    """Properties to set, and parts of the context window and the cost to set. Other values are not changed.

    `pointer` leads to the settings in the site configuration, and `settings` is the value there. With `single_source`
    it is the source of every field. `sources` has the pointers, by path in the document, that cannot be derived from
    the names of the fields.
    """

    layer: Layer
    pointer: str
    properties: JSONObject
    window: Mapping[str, int] = _EMPTY
    cost: JSONObject = _EMPTY
    settings: JSONObject = _EMPTY
    single_source: bool = False
    sources: Mapping[tuple[str, ...], str] = {}

    def apply(self, item: dict[str, Any]) -> None:
        """Set the properties in a model or provider. Objects in it are replaced, never changed."""
        item.update(self.properties)
        if self.window:
            item["contextWindow"] = _window(item.get("contextWindow", _EMPTY), self.window)
            self._apply_to_tier(item)
        if self.cost:
            item["estimatedModelCost"] = _cost(item.get("estimatedModelCost", _EMPTY), self.cost)

    def _apply_to_tier(self, item: dict[str, Any]) -> None:
        """Set the window in the enterprise window too, if there is one: clients would not see the other."""
        tiers_name, tier_name, window_name = _TIER_WINDOW
        before = lookup(item, _TIER_WINDOW) if tiers_name in item else ABSENT
        if isinstance(before, Mapping):
            is_whole = self.window.keys() >= _WHOLE_WINDOW
            tier = {**item[tiers_name][tier_name], window_name: _window(_EMPTY if is_whole else before, self.window)}
            item[tiers_name] = {**item[tiers_name], tier_name: tier}

    def sets(self, path: tuple[str, ...]) -> bool:
        """Return whether the patch sets the field at a path, even to the value that it has already."""
        path = _in_own_window(path)
        parts = {"contextWindow": self.window, "estimatedModelCost": self.cost}.get(path[0])
        if parts is not None:
            return bool(parts) if len(path) == 1 else path[1] in parts
        return path[0] in self.properties

    def source(self, path: tuple[str, ...]) -> str:
        """Return the pointer to the setting of the field at a path of the document."""
        listed_source = self.sources.get(path)
        # A value that is filled in is not in the site configuration: neither it nor its parts have a pointer.
        if listed_source is not None or self.single_source or not self.pointer or path[0] in ("tier", "modelRef"):
            return listed_source or self.pointer
        tokens = self._site_path(path)
        while tokens and lookup(self.settings, tokens) is ABSENT:
            # A removed property is not in the site configuration; the setting that removes it is its parent.
            tokens = tokens[:-1]
        return join(self.pointer, *tokens)

    def _site_path(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """Return the path of a field in the names of the site configuration."""
        path = _in_own_window(path)
        first, rest = path[0], path[1:]
        if path == ("contextWindow", _USER_INPUT) and _USER_INPUT not in self.window:
            return ("contextWindow", "maxInputTokens")
        if first == "estimatedModelCost":
            return ("modelCost", *(price_source(name, self.settings["modelCost"]) for name in rest))
        if first == "serverSideConfig":
            # The site configuration has no wrapper; its property `type` is the name of the wrapper.
            return (first, *("type" if name == "serviceName" else name for name in rest[1:]))
        if first == "clientSideConfig":
            # The settings of a self-hosted model have no wrapper either.
            wrapper = [name for name in ("openaicompatible",) if rest and name in self.settings[first]]
            return (first, *wrapper, *rest[1:])
        return path


def lookup(value: Any, path: tuple[str, ...]) -> Any:
    """Return the value at a path below a JSON value, or ABSENT."""
    for token in path:
        if isinstance(value, Mapping):
            value = value.get(token, ABSENT)
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            return ABSENT
    return value


def _in_own_window(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path in a model's own window for a path to or in the window of its tier, which has the same source."""
    is_tier = path[0] == _TIER_WINDOW[0] and _TIER_WINDOW[: len(path)] == path[: len(_TIER_WINDOW)]
    return (_TIER_WINDOW[-1], *path[len(_TIER_WINDOW) :]) if is_tier else path


def _window(before: JSONObject, given: Mapping[str, int]) -> dict[str, Any]:
    after = {**before, **given}
    if _USER_INPUT not in given and (before.get(_USER_INPUT) or 0) > after["maxInputTokens"]:
        # A share of the old window that is larger than the new window would leave no tokens to clients.
        del after[_USER_INPUT]
    return after


def _cost(before: JSONObject, given: JSONObject) -> dict[str, Any]:
    """Return the cost with the given prices; the other prices are converted to their unit."""
    zero_prices = dict.fromkeys((name for name in prices() if name in required_names("model", "ModelCost")), 0)
    after = {"unit": given["unit"], **zero_prices, **before, **given}
    old_millions, new_millions = MILLIONS.get(before.get("unit", "")), MILLIONS.get(given["unit"])
    if old_millions != new_millions:
        factor = new_millions / old_millions if new_millions and old_millions else 0
        for name in prices():
            if name in after and name not in given:
                after[name] = _scaled(after[name], factor)
    return after


def _scaled(price: float, factor: float) -> float:
    scaled = price * factor
    if scaled == inf:
        return price
    return int(scaled) if scaled == int(scaled) else scaled
