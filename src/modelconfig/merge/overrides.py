"""The model overrides of a site configuration as patches."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import choice, quote
from modelconfig.diagnostics.problem import Problem, error, related, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.queries import is_blank
from modelconfig.documents.refs import SEPARATOR
from modelconfig.jsontext.pointers import join
from modelconfig.jsontext.writer import canonical
from modelconfig.merge.layers import Layer
from modelconfig.merge.patches import Patch
from modelconfig.merge.presets import PRESET_WINDOW, RECOMMENDED, SELF_HOSTED, preset
from modelconfig.merge.server_config import cost, model_client_config, model_server_config
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import property_names, resolved

EMPTY_VALUES: Final[tuple[Any, ...]] = (None, "", [])


class Override(NamedTuple):
    """Everything about one model: its reference, the pointers to the override and to the reference, and the patches."""

    ref: str
    pointer: str
    ref_pointer: str
    patches: tuple[Patch, ...]


def overrides(configuration: Mapping[str, Any], pointer: str) -> tuple[dict[str, Override], list[Problem]]:
    """Return the overrides by reference, in the order in which new models are listed, and their problems."""
    overrides_by_ref: dict[str, Override] = {}
    problems: list[Problem] = []
    for item in _all_overrides(configuration, pointer):
        if not isinstance(item, Override):
            problems.append(item)
            continue
        first = overrides_by_ref.setdefault(item.ref, item)
        if first is not item:
            problems.append(duplicate_override("MC330", "model", item.ref, first.pointer, item.ref_pointer))
    return overrides_by_ref, problems


def duplicate_override(code: str, kind: str, name: str, first: str, pointer: str, hint: str = "") -> Problem:
    """Return the problem that two overrides have the same name; `first` is the pointer to the first of them."""
    message = f"more than one override of the {kind} {quote(name)}"
    hint = hint or "Merge the overrides into one: it is ambiguous which override wins."
    return error(code, message, hint=hint, pointer=pointer, related=(related("first override", first),))


def model_patch(config: Mapping[str, Any], layer: Layer, pointer: str) -> Patch:
    """Return the patch of a model override or of a provider's `defaultModelConfig`.

    Null, blank strings, empty arrays and, in the context window, 0 set nothing.
    """
    properties = given_properties(config, "Model")
    # The reference is not changed; the window is merged number by number, the cost price by price.
    properties.pop("modelRef", None)
    window = properties.pop("contextWindow", {})
    for name in _unique_item_arrays().intersection(properties):
        properties[name] = list({canonical(item): item for item in properties[name]}.values())
    if "clientSideConfig" in properties:
        properties["clientSideConfig"] = model_client_config(properties["clientSideConfig"])
    if "serverSideConfig" in properties:
        properties["serverSideConfig"] = model_server_config(properties["serverSideConfig"])
    properties["tier"] = "enterprise"
    given_window = {name: value for name, value in window.items() if value not in EMPTY_VALUES and not _is_zero(value)}
    given_cost = config.get("modelCost")
    return Patch(layer, pointer, properties, given_window, cost(given_cost) if given_cost else {}, config)


def given_properties(config: Mapping[str, Any], definition: str) -> dict[str, Any]:
    """Return the properties of a merged document's model or provider that an object of the site configuration sets.

    Null, a blank string and an empty array set nothing; an empty object, 0 and false are values.
    """
    valid_names = property_names("model", definition)
    given = {name: value for name, value in config.items() if value not in EMPTY_VALUES and name in valid_names}
    if is_blank(given.get("displayName")):
        given.pop("displayName", None)
    return given


def items_of(configuration: Mapping[str, Any], pointer: str, name: str) -> Iterator[tuple[str, Any]]:
    """Yield the items of an array of the site configuration, each with its pointer; null items are left out."""
    for index, item in enumerate(configuration.get(name) or ()):
        if item is not None:
            yield join(pointer, name, index), item


@cache
def _unique_item_arrays() -> frozenset[str]:
    """Return the names of the properties of a model that are arrays of unique items."""
    definitions = embedded("model")["$defs"]
    nodes = {name: resolved(node, definitions) for name, node in definitions["Model"]["properties"].items()}
    return frozenset(name for name, node in nodes.items() if node.get("uniqueItems"))


def _is_zero(value: Any) -> bool:
    return value == 0 and not isinstance(value, bool)


def _all_overrides(configuration: Mapping[str, Any], pointer: str) -> Iterator[Override | Problem]:
    """Yield the items of the three lists of overrides; a problem in place of each that names an unknown preset."""
    for item_pointer, config in items_of(configuration, pointer, "modelOverrides"):
        patch = model_patch(config, Layer.MODEL_OVERRIDE, item_pointer)
        yield Override(config["modelRef"], item_pointer, f"{item_pointer}/modelRef", (patch,))
    for item_pointer, ref in items_of(configuration, pointer, "modelOverridesRecommendedSettings"):
        if ref in RECOMMENDED:
            patch = _preset_patch(RECOMMENDED[ref], Layer.RECOMMENDED, item_pointer)
            yield Override(ref, item_pointer, item_pointer, (patch,))
        else:
            yield _unknown_preset(ref, RECOMMENDED, item_pointer)
    for item_pointer, config in items_of(configuration, pointer, "selfHostedModels"):
        if config["model"] in SELF_HOSTED:
            yield _self_hosted_override(config, item_pointer)
        else:
            yield _unknown_preset(config["model"], SELF_HOSTED, f"{item_pointer}/model")


def _self_hosted_override(config: Mapping[str, Any], pointer: str) -> Override:
    name, override = SELF_HOSTED[config["model"]], config.get("override")
    patches = [_preset_patch(name, Layer.SELF_HOSTED, f"{pointer}/model")]
    # A later schema may give an item of `selfHostedModels` a property of models.
    if given_properties(config, "Model"):
        patches.append(model_patch(config, Layer.SELF_HOSTED, pointer))
    if override:
        client_config = override.get("clientSideConfig")
        wrapped = None if client_config is None else {"openaicompatible": client_config}
        patch = model_patch({**override, "clientSideConfig": wrapped}, Layer.SELF_HOSTED, f"{pointer}/override")
        patches.append(patch._replace(settings=override))
    ref = SEPARATOR.join((config["provider"], config.get("apiVersion") or "v1", name))
    return Override(ref, pointer, f"{pointer}/model", tuple(patches))


def _preset_patch(name: str, layer: Layer, pointer: str) -> Patch:
    return Patch(layer, pointer, preset(name), dict(PRESET_WINDOW), single_source=True)


def _unknown_preset(name: str, known_presets: Mapping[str, str], pointer: str) -> Problem:
    message = f"no preset named {quote(name)}; entry ignored"
    hint = did_you_mean(name, known_presets)
    hint = hint or f"Choose {choice(known_presets)}; define other models in `modelOverrides`."
    return warning("MC335", message, hint=hint, pointer=pointer)
