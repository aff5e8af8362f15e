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

_EMPTY_VALUES: Final[tuple[Any, ...]] = (None, "", [])


class Override(NamedTuple):
    """Everything about one model: its reference, the pointers to the override and to the reference, and the patches."""

    ref: str
    pointer: str
    ref_pointer: str
    patches: tuple[Patch, ...]


def overrides(configuration: Mapping[str, Any], pointer: str) -> tuple[dict[str, Override], list[Problem]]:
    """Return the overrides by reference, in the order in which new models are listed, and their problems."""
    problems: list[Problem] = []
    overrides_by_ref: dict[str, Override] = {}
    for override in (
        *_model_overrides(configuration, pointer),
        *_recommended_overrides(configuration, pointer, problems),
        *_self_hosted_overrides(configuration, pointer, problems),
    ):
        first = overrides_by_ref.setdefault(override.ref, override)
        if first is not override:
            message = f"the model {quote(override.ref)} is overridden twice, first by {item_label(first.pointer)}"
            hint = "Put everything about a model into one override; nothing says which of two should win."
            problems.append(error("MC330", message, hint=hint, pointer=override.ref_pointer))
    return overrides_by_ref, problems


def item_label(pointer: str) -> str:
    """Return how messages name the item of a list at a pointer."""
    name, index = pointer.split("/")[-2:]
    return f"item {int(index) + 1} of `{name}`"


def model_patch(config: Mapping[str, Any], layer: Layer, pointer: str) -> Patch:
    """Return the patch of a model override or of a provider's `defaultModelConfig`. Blanks, 0 and null set nothing."""
    properties = given_properties(config, "Model")
    # The reference is not changed; the window is merged number by number, the cost price by price.
    properties.pop("modelRef", None)
    window, cost = properties.pop("contextWindow", None), config.get("modelCost")
    for name in _unique_item_arrays().intersection(properties):
        properties[name] = list(dict.fromkeys(properties[name]))
    if "clientSideConfig" in properties:
        properties["clientSideConfig"] = server_config.model_client_config(properties["clientSideConfig"])
    if "serverSideConfig" in properties:
        properties["serverSideConfig"] = server_config.model_server_config(properties["serverSideConfig"])
    properties["tier"] = "enterprise"
    return Patch(
        layer,
        pointer,
        properties,
        {name: tokens for name, tokens in window.items() if tokens} if window else {},
        server_config.cost(cost) if cost else {},
        config,
    )


def given_properties(config: Mapping[str, Any], definition: str) -> dict[str, Any]:
    """Return the properties of a merged document's model or provider that an object of the site configuration sets.

    Null, a blank string and an empty array set nothing; an empty object, 0 and false are values.
    """
    valid_names = property_names("model", definition)
    given = {name: value for name, value in config.items() if value not in _EMPTY_VALUES and name in valid_names}
    if is_blank(given.get("displayName")):
        given.pop("displayName", None)
    return given


@cache
def _unique_item_arrays() -> frozenset[str]:
    """Return the names of the properties of a model that are arrays of unique items."""
    properties = embedded("model")["$defs"]["Model"]["properties"]
    return frozenset(name for name, node in properties.items() if node.get("uniqueItems"))


def _model_overrides(configuration: Mapping[str, Any], pointer: str) -> Iterator[Override]:
    list_pointer = join(pointer, "modelOverrides")
    for index, config in enumerate(configuration.get("modelOverrides") or ()):
        item_pointer = f"{list_pointer}/{index}"
        patch = model_patch(config, Layer.MODEL_OVERRIDE, item_pointer)
        yield Override(config["modelRef"], item_pointer, f"{item_pointer}/modelRef", (patch,))


def _recommended_overrides(
    configuration: Mapping[str, Any], pointer: str, problems: list[Problem]
) -> Iterator[Override]:
    for index, ref in enumerate(configuration.get("modelOverridesRecommendedSettings") or ()):
        item_pointer = join(pointer, "modelOverridesRecommendedSettings", index)
        if ref not in RECOMMENDED:
            problems.append(_unknown_preset(ref, RECOMMENDED, item_pointer))
            continue
        yield Override(
            ref, item_pointer, item_pointer, (_preset_patch(RECOMMENDED[ref], Layer.RECOMMENDED, item_pointer),)
        )


def _self_hosted_overrides(
    configuration: Mapping[str, Any], pointer: str, problems: list[Problem]
) -> Iterator[Override]:
    for index, config in enumerate(configuration.get("selfHostedModels") or ()):
        item_pointer = join(pointer, "selfHostedModels", index)
        name = config["model"]
        if name not in SELF_HOSTED:
            problems.append(_unknown_preset(name, SELF_HOSTED, f"{item_pointer}/model"))
            continue
        ref = SEPARATOR.join((config["provider"], config.get("apiVersion") or "v1", SELF_HOSTED[name]))
        patches = [_preset_patch(SELF_HOSTED[name], Layer.SELF_HOSTED, f"{item_pointer}/model")]
        if given_properties(config, "Model"):
            patches.append(model_patch(config, Layer.SELF_HOSTED, item_pointer))
        override = config.get("override")
        if override:
            client_config = override.get("clientSideConfig")
            wrapped = {
                **override,
                "clientSideConfig": None if client_config is None else {"openaicompatible": client_config},
            }
            patch = model_patch(wrapped, Layer.SELF_HOSTED, f"{item_pointer}/override")
            patches.append(patch._replace(settings=override))
        yield Override(ref, item_pointer, f"{item_pointer}/model", tuple(patches))


def _preset_patch(name: str, layer: Layer, pointer: str) -> Patch:
    properties, window = presets(name)
    return Patch(layer, pointer, properties, window, single_source=True)


def _unknown_preset(name: str, known_presets: Mapping[str, str], pointer: str) -> Problem:
    hint = (
        did_you_mean(name, known_presets)
        or f"There are some for {listing(known_presets)}; other models go into `modelOverrides`."
    )
    message = f"there are no ready-made settings for {quote(name)}, so the entry is ignored"
    return warning("MC335", message, hint=hint, pointer=pointer)
