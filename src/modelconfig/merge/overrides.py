"""The model overrides of a site configuration as patches."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.problem import error, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.display_names import is_blank
from modelconfig.documents.refs import SEPARATOR
from modelconfig.jsontext.pointers import join
from modelconfig.merge import server_config
from modelconfig.merge.layers import Layer
from modelconfig.merge.patches import Patch
from modelconfig.merge.presets import RECOMMENDED, SELF_HOSTED, presets
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import property_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modelconfig.diagnostics.problem import Problem

_NOTHING: Final[tuple[Any, ...]] = (None, "", [])


class Override(NamedTuple):
    """Everything about one model: its reference, where that is written, and the patches in order."""

    ref: str
    place: str
    at: str
    patches: tuple[Patch, ...]


def overrides(configuration: Mapping[str, Any], place: str) -> tuple[dict[str, Override], list[Problem]]:
    """Return the overrides by reference, in the order in which new models are listed, and what is wrong with them."""
    problems: list[Problem] = []
    found: dict[str, Override] = {}
    for one in (
        *_written(configuration, place),
        *_recommended(configuration, place, problems),
        *_self_hosted(configuration, place, problems),
    ):
        first = found.setdefault(one.ref, one)
        if first is not one:
            message = f"the model {quote(one.ref)} is overridden twice, first by {item(first.place)}"
            hint = "Put everything about a model into one override; nothing says which of two should win."
            problems.append(error("MC330", message, hint=hint, pointer=one.at))
    return found, problems


def item(place: str) -> str:
    """Return how messages name the item of a list at a pointer."""
    name, index = place.split("/")[-2:]
    return f"item {int(index) + 1} of `{name}`"


def model_patch(config: Mapping[str, Any], layer: Layer, place: str) -> Patch:
    """Return what a model override, or a provider's `defaultModelConfig`, says. Blank, 0 and null say nothing."""
    members = given_properties(config, "Model")
    # Which model it is stays; the window is merged number by number, the cost price by price.
    members.pop("modelRef", None)
    window, cost = members.pop("contextWindow", None), config.get("modelCost")
    for name in _sets().intersection(members):
        members[name] = list(dict.fromkeys(members[name]))
    if "clientSideConfig" in members:
        members["clientSideConfig"] = server_config.model_client_config(members["clientSideConfig"])
    if "serverSideConfig" in members:
        members["serverSideConfig"] = server_config.model_server_config(members["serverSideConfig"])
    members["tier"] = "enterprise"
    return Patch(
        layer,
        place,
        members,
        {name: tokens for name, tokens in window.items() if tokens} if window else {},
        server_config.cost(cost) if cost else {},
        config,
    )


def given_properties(config: Mapping[str, Any], definition: str) -> dict[str, Any]:
    """Return what settings give of the properties of a merged document's model or provider.

    Null, a blank text and an empty array say nothing; an empty object, 0 and false are values.
    """
    known = property_names("model", definition)
    given = {name: value for name, value in config.items() if value not in _NOTHING and name in known}
    if is_blank(given.get("displayName")):
        given.pop("displayName", None)
    return given


@cache
def _sets() -> frozenset[str]:
    """Return the properties of a model that are arrays of unique items."""
    properties = embedded("model")["$defs"]["Model"]["properties"]
    return frozenset(name for name, node in properties.items() if node.get("uniqueItems"))


def _written(configuration: Mapping[str, Any], place: str) -> Iterator[Override]:
    start = join(place, "modelOverrides")
    for index, config in enumerate(configuration.get("modelOverrides") or ()):
        here = f"{start}/{index}"
        patch = model_patch(config, Layer.MODEL_OVERRIDE, here)
        yield Override(config["modelRef"], here, f"{here}/modelRef", (patch,))


def _recommended(configuration: Mapping[str, Any], place: str, problems: list[Problem]) -> Iterator[Override]:
    for index, ref in enumerate(configuration.get("modelOverridesRecommendedSettings") or ()):
        here = join(place, "modelOverridesRecommendedSettings", index)
        if ref not in RECOMMENDED:
            problems.append(_unknown(ref, RECOMMENDED, here))
            continue
        yield Override(ref, here, here, (_known(RECOMMENDED[ref], Layer.RECOMMENDED, here),))


def _self_hosted(configuration: Mapping[str, Any], place: str, problems: list[Problem]) -> Iterator[Override]:
    for index, config in enumerate(configuration.get("selfHostedModels") or ()):
        here = join(place, "selfHostedModels", index)
        name = config["model"]
        if name not in SELF_HOSTED:
            problems.append(_unknown(name, SELF_HOSTED, f"{here}/model"))
            continue
        ref = SEPARATOR.join((config["provider"], config.get("apiVersion") or "v1", SELF_HOSTED[name]))
        patches = [_known(SELF_HOSTED[name], Layer.SELF_HOSTED, f"{here}/model")]
        if given_properties(config, "Model"):
            patches.append(model_patch(config, Layer.SELF_HOSTED, here))
        override = config.get("override")
        if override:
            client = override.get("clientSideConfig")
            wrapped = {**override, "clientSideConfig": None if client is None else {"openaicompatible": client}}
            patch = model_patch(wrapped, Layer.SELF_HOSTED, f"{here}/override")
            patches.append(patch._replace(said=override))
        yield Override(ref, here, f"{here}/model", tuple(patches))


def _known(name: str, layer: Layer, place: str) -> Patch:
    members, window = presets(name)
    return Patch(layer, place, members, window, whole=True)


def _unknown(name: str, known: Mapping[str, str], pointer: str) -> Problem:
    hint = did_you_mean(name, known) or f"There are some for {listing(known)}; other models go into `modelOverrides`."
    message = f"there are no ready-made settings for {quote(name)}, so the entry is ignored"
    return warning("MC335", message, hint=hint, pointer=pointer)
