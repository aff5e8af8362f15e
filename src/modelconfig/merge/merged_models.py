"""The merged list of models: base models with overrides and provider defaults, then new models."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.documents.queries import display_name
from modelconfig.documents.refs import SEPARATOR
from modelconfig.merge.layers import Layer
from modelconfig.merge.merged_items import MergedItems
from modelconfig.merge.merged_providers import MergedProviders, suggestion
from modelconfig.merge.overrides import Override
from modelconfig.merge.patches import Patch
from modelconfig.merge.provenance import REMOVAL_REASONS
from modelconfig.schema.properties import annotated_names
from modelconfig.site.filters import Filters

_NEW: Final = {"category": "balanced", "status": "stable", "tier": "enterprise"}
"""Values of required properties for a new model whose override does not set them."""
_NEW_WINDOW: Final = {"maxInputTokens": 4000, "maxOutputTokens": 4000}


def merge_models(
    base: Sequence[dict[str, Any]], overrides: Mapping[str, Override], providers: MergedProviders, filters: Filters
) -> tuple[MergedItems, list[Problem]]:
    """Return the offered base models, changed by provider defaults and overrides, then the new models, and problems."""
    models = MergedItems("Model", display_name)
    new = dict(overrides)
    # The publisher's days of retirement are not those of the site's own route.
    dropped = annotated_names("model", "Model", "x-route-dependent") if providers.rerouted else frozenset()
    for model in filters.apply(base):
        before, ref = model, model["modelRef"]
        provider = ref.partition(SEPARATOR)[0]
        if provider in providers.rerouted and not dropped.isdisjoint(model):
            before = {name: value for name, value in model.items() if name not in dropped}
        patches = providers.model_patches.get(provider, ())
        if ref in overrides:
            patches += overrides[ref].patches
            new.pop(ref, None)
        models.add(before, patches)
    problems: list[Problem] = []
    base_refs = [model["modelRef"] for model in models.items if model.get("status") != "deprecated"]
    provider_ids = sorted({provider["id"] for provider in providers.providers.items})
    for override in new.values():
        provider = override.ref.partition(SEPARATOR)[0]
        model = models.add(None, (*_new_model(override), *providers.model_patches.get(provider, ()), *override.patches))
        if provider not in provider_ids:
            problems.append(_unknown_provider(override, provider, provider_ids, filters, len(problems)))
        if not model.get("capabilities"):
            problems.append(_no_capabilities(override, provider, base_refs, filters, len(problems)))
    return models, problems


def _new_model(override: Override) -> tuple[Patch, Patch]:
    """Return the patches that a new model starts with: its reference, and values of required properties."""
    name = override.ref.rpartition(SEPARATOR)[2]
    reference = Patch(
        override.patches[0].layer,
        override.pointer,
        {"modelRef": override.ref},
        sources={("modelRef",): override.ref_pointer},
    )
    return reference, Patch(Layer.FILLED_IN, "", {"modelName": name, **_NEW}, _NEW_WINDOW)


def _unknown_provider(
    override: Override, provider: str, provider_ids: Sequence[str], filters: Filters, problem_count: int
) -> Problem:
    message = f"{quote(override.ref)} belongs to the unknown provider {quote(provider)}"
    hint = suggestion(provider, provider_ids, problem_count) or "Add it to `providerOverrides`."
    if not filters.enabled:
        hint += " No provider of the catalogue is offered, because `sourcegraph` is missing."
    return error("MC333", message, hint=hint, pointer=override.ref_pointer)


def _no_capabilities(
    override: Override, provider: str, base_refs: Sequence[str], filters: Filters, problem_count: int
) -> Problem:
    removal = filters.removed(override.ref)
    if removal is not None:
        reason = REMOVAL_REASONS[removal.rule]
        message = f"{quote(override.ref)} has no capabilities, and the catalogue model is not offered: {reason}"
        hint = "Relax the filters, or set all properties of the new model, such as `capabilities`."
    else:
        message = f"the new model {quote(override.ref)} has no capabilities"
        candidates = (ref for ref in base_refs if ref.startswith(provider + SEPARATOR))
        hint = suggestion(override.ref, candidates, problem_count)
        hint += (" If it is new, set" if hint else "Set") + ' its capabilities, as in "capabilities": ["chat"].'
    return error("MC332", message, hint=hint, pointer=override.ref_pointer)
