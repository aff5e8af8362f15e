"""The merged list of models: base models with overrides and provider defaults, then new models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.documents.display_names import fallback_name, is_blank
from modelconfig.documents.refs import SEPARATOR
from modelconfig.merge.layers import Layer
from modelconfig.merge.patches import Patch
from modelconfig.merge.provenance import Trace
from modelconfig.schema.properties import in_order, property_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.merge.overrides import Override

Model = dict[str, Any]

_NEW: Final = {"category": "balanced", "status": "stable", "tier": "enterprise"}
"""Values of required properties for a new model whose override does not set them."""
_NEW_WINDOW: Final = {"maxInputTokens": 4000, "maxOutputTokens": 4000}


def base_models(
    base: Sequence[Model], defaults: Mapping[str, Patch], overrides: Mapping[str, Override]
) -> tuple[list[Model], dict[int, Trace]]:
    """Return the base models with provider defaults and overrides, and the traces of the changed ones by index."""
    models: list[Model] = []
    traces: dict[int, Trace] = {}
    for before in base:
        ref = before["modelRef"]
        default = defaults.get(ref.partition(SEPARATOR)[0]) if defaults else None
        override = overrides.get(ref)
        if override is not None:
            patches = override.patches if default is None else (default, *override.patches)
        elif default is not None:
            patches = (default,)
        elif is_blank(before.get("displayName")):
            patches = ()
        else:
            models.append(before)
            continue
        after, patches = _patched(before, patches)
        traces[len(models)] = Trace(before, patches)
        models.append(after)
    return models, traces


def new_models(overrides: Sequence[Override], defaults: Mapping[str, Patch]) -> tuple[list[Model], list[Trace]]:
    """Return the models that only the site configuration has, and their traces."""
    models, traces = [], []
    for override in overrides:
        provider, _, model_id = override.ref.partition(SEPARATOR)
        name = model_id.partition(SEPARATOR)[2]
        default = defaults.get(provider)
        patches = (
            Patch(
                override.patches[0].layer,
                override.pointer,
                {"modelRef": override.ref},
                sources={("modelRef",): override.ref_pointer},
            ),
            Patch(
                Layer.FILLED_IN, "", {"displayName": fallback_name(name), "modelName": name, **_NEW}, window=_NEW_WINDOW
            ),
            *((default,) if default is not None else ()),
            *override.patches,
        )
        model, patches = _patched({}, patches)
        models.append(model)
        traces.append(Trace(None, patches))
    return models, traces


def _patched(before: Mapping[str, Any], patches: tuple[Patch, ...]) -> tuple[Model, tuple[Patch, ...]]:
    after: Model = dict(before)
    for patch in patches:
        patch.apply(after)
    if is_blank(after.get("displayName")):
        display_name_patch = Patch(
            Layer.FILLED_IN, "", {"displayName": fallback_name(after["modelRef"].rpartition(SEPARATOR)[2])}
        )
        display_name_patch.apply(after)
        patches = (*patches, display_name_patch)
    return after if after.keys() <= before.keys() else in_order(after, property_names("model", "Model")), patches
