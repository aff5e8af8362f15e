"""The merged list of models: the supplied ones with what is said about them, then the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.merge.naming import is_blank, shown
from modelconfig.merge.origins import Layer
from modelconfig.merge.patches import Patch
from modelconfig.merge.provenance import Trace
from modelconfig.problems import error
from modelconfig.refs import SEPARATOR
from modelconfig.suggestions import did_you_mean
from modelconfig.wording import quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.merge.filters import Filters
    from modelconfig.merge.overrides import Override
    from modelconfig.problems import Problem

Model = dict[str, Any]

_ORDER: Final = (
    "modelRef",
    "displayName",
    "modelName",
    "capabilities",
    "category",
    "status",
    "tier",
    "contextWindow",
    "clientSideConfig",
    "serverSideConfig",
    "reasoningEffort",
    "estimatedModelCost",
    "modelConfigAllTiers",
)
"""The order of the schema, in which a model gets members that it did not have."""
_NEW: Final = {"category": "balanced", "status": "stable", "tier": "enterprise"}
_NEW_WINDOW: Final = {"maxInputTokens": 4000, "maxOutputTokens": 4000}


def supplied_models(
    supplied: Sequence[Model], defaults: Mapping[str, Patch], overrides: Mapping[str, Override]
) -> tuple[list[Model], dict[int, Trace]]:
    """Return the supplied models with their provider's defaults and their overrides, and the traces of the touched."""
    models: list[Model] = []
    traces: dict[int, Trace] = {}
    for before in supplied:
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
    """Return the models that only the site configuration has, and how each came about."""
    models, traces = [], []
    for override in overrides:
        provider, _, model_id = override.ref.partition(SEPARATOR)
        name = model_id.partition(SEPARATOR)[2]
        default = defaults.get(provider)
        patches = (
            Patch(
                override.patches[0].layer,
                override.place,
                {"modelRef": override.ref},
                sources={("modelRef",): override.at},
            ),
            Patch(Layer.FILLED_IN, "", {"displayName": shown(name), "modelName": name, **_NEW}, window=_NEW_WINDOW),
            *((default,) if default is not None else ()),
            *override.patches,
        )
        model, patches = _patched({}, patches)
        models.append(model)
        traces.append(Trace(None, patches))
    return models, traces


def check_new(
    overrides: Sequence[Override], models: Sequence[Model], providers: Sequence[str], filters: Filters
) -> list[Problem]:
    """Return what new models lack: a provider of the merged document, and something that they can do."""
    known = frozenset(providers)
    problems = []
    for override, model in zip(overrides, models, strict=True):
        if override.ref.partition(SEPARATOR)[0] not in known:
            problems.append(_homeless(override, known, filters))
        if not model.get("capabilities"):
            problems.append(_incapable(override, filters))
    return problems


def _homeless(override: Override, known: frozenset[str], filters: Filters) -> Problem:
    provider = override.ref.partition(SEPARATOR)[0]
    hint = did_you_mean(provider, known) or "Add it to `providerOverrides`."
    if not filters.on:
        hint += " The supplied providers are left out, because there is no `sourcegraph` object."
    message = f"{quote(override.ref)} is of the provider {quote(provider)}, which is neither supplied nor defined here"
    return error("MC333", message, hint=hint, pointer=override.at)


def _incapable(override: Override, filters: Filters) -> Problem:
    removal = filters.removed(override.ref)
    if removal is None:
        message = f"the new model {quote(override.ref)} has no capabilities"
        hint = 'Say what it can do, as in "capabilities": ["chat"]; or correct the reference of a supplied model.'
    else:
        message = f"{quote(override.ref)} has no capabilities, and `{removal.rule}` keeps out the supplied model"
        hint = "Let the supplied model pass, or say everything about the new one, at least its capabilities."
    return error("MC332", message, hint=hint, pointer=override.at)


def _patched(before: Mapping[str, Any], patches: tuple[Patch, ...]) -> tuple[Model, tuple[Patch, ...]]:
    after: Model = dict(before)
    for patch in patches:
        patch.apply(after)
    if is_blank(after.get("displayName")):
        filled = Patch(Layer.FILLED_IN, "", {"displayName": shown(after["modelRef"].rpartition(SEPARATOR)[2])})
        filled.apply(after)
        patches = (*patches, filled)
    return after if after.keys() <= before.keys() else _in_order(after), patches


def _in_order(model: Model) -> Model:
    return {**{name: model[name] for name in _ORDER if name in model}, **model}
