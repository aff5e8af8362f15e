"""What one place of the site configuration says about a model or a provider, in the terms of a merged document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from modelconfig.merge.origins import ABSENT, Layer
from modelconfig.pointers import join

JSONObject = Mapping[str, Any]
_SHARE: Final = "maxUserInputTokens"
_RENAMED: Final = {"estimatedModelCost": "modelCost", "modelConfigAllTiers": "contextWindow"}


@dataclass(frozen=True, slots=True)
class Patch:
    """Members to set and parts of members to set. Applying it changes nothing but what it names.

    `place` is the pointer to what says so; where `whole`, it is the place of every single field too. `sources` has the
    pointers, by path in the document, that do not follow from the names.
    """

    layer: Layer
    place: str
    members: JSONObject = field(default_factory=dict)
    window: Mapping[str, int] = field(default_factory=dict)
    cost: JSONObject = field(default_factory=dict)
    whole: bool = False
    sources: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def apply(self, before: JSONObject) -> dict[str, Any]:
        """Return what `before` becomes; it shares every member that is left alone."""
        after = {**before, **self.members}
        if self.window:
            after["contextWindow"] = _window(before.get("contextWindow") or {}, self.window)
            # Clients would prefer the windows by tier to the one that was just set.
            after.pop("modelConfigAllTiers", None)
        if self.cost:
            after["estimatedModelCost"] = _cost(before.get("estimatedModelCost") or {}, self.cost)
        return after

    def names(self, path: tuple[str, ...]) -> bool:
        """Tell whether the patch is about the field at a path, even if it leaves the value as it was."""
        first = path[0]
        if first == "contextWindow":
            return any(path[1:2] in ((), (name,)) for name in self.window)
        if first == "estimatedModelCost":
            return any(path[1:2] in ((), (name,)) for name in self.cost)
        return first in self.members

    def source(self, path: tuple[str, ...]) -> str:
        """Return the pointer to what sets the field at a path of the document."""
        known = self.sources.get(path)
        if known is not None or self.whole or path[0] in ("tier", "modelRef", "id"):
            return known or self.place
        first, rest = path[0], path[1:]
        if first == "modelConfigAllTiers":
            rest = ()
        elif first == "serverSideConfig":
            # The site configuration has no wrapper; the member `type` stands for its name.
            rest = tuple("type" if name == "serviceName" else name for name in rest[1:])
        elif first == "clientSideConfig":
            rest = tuple("openaicompatible" if name == "openAICompatible" else name for name in rest)
        return join(self.place, _RENAMED.get(first, first), *rest)


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


def _window(before: JSONObject, given: Mapping[str, int]) -> dict[str, Any]:
    after = {**before, **given}
    share = after.get(_SHARE)
    if _SHARE not in given and share is not None and share > after.get("maxInputTokens", share):
        # A share of the old window, larger than the whole new one, would leave clients nothing.
        del after[_SHARE]
    return after


def _cost(before: JSONObject, given: JSONObject) -> dict[str, Any]:
    """Return the cost with the given prices; a price for another amount of tokens cannot stay beside them."""
    kept = before if before.get("unit") == given["unit"] else {}
    return {"unit": given["unit"], "inputTokenPennies": 0, "outputTokenPennies": 0, **kept, **given}
