"""Sentences that say why a field has its value."""

from collections.abc import Mapping
from typing import Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.documents.queries import CAPABILITY_OF_DEFAULT
from modelconfig.merge.default_models import CATEGORIES, why_unsuitable
from modelconfig.merge.layers import ABSENT, Layer, Origin
from modelconfig.merge.provenance import Provenance


def reason(path: tuple[str | int, ...], value: Any, layer: Layer) -> str:
    """Return why a field of a model or provider has its value, or "" where the layer is reason enough."""
    if path == ("tier",) and layer not in (Layer.SUPPLIED, Layer.FILLED_IN):
        return 'a model that the site configuration changes always has the tier "enterprise"'
    if path[-1] == "maxUserInputTokens" and value is ABSENT:
        return "the context window that was set has no such share"
    if value is ABSENT:
        return "the setting replaced the whole object that contained it"
    if layer is Layer.ROUTED:
        return "a catalogue provider without `serverSideConfig` is reached through Cody Gateway"
    return ""


def reason_of_default(
    role: str, value: Any, origin: Origin, configured: str | None, document: Mapping[str, Any], provenance: Provenance
) -> str:
    """Return why a model, or none, is the default for a role, and why a preferred one is not."""
    models = {model["modelRef"]: model for model in document["models"]}
    parts = [_choice(role, value, origin.layer)]
    if role in CATEGORIES and origin.layer is not Layer.INFERRED:
        problem = why_unsuitable(role, value, models.get(value), provenance)
        parts += [f"it {problem}, and no other model qualifies"] if problem else []
    for source, ref in (("configured", configured), ("catalogue's", origin.replaced)):
        if ref not in (None, ABSENT, value):
            problem = why_unsuitable(role, ref, models.get(ref), provenance)
            parts += [f"the {source} {quote(ref)} {problem}"] if problem else []
    return "; ".join(parts)


def _choice(role: str, value: Any, layer: Layer) -> str:
    if value is ABSENT:
        return "no model is used"
    if layer is Layer.SUPPLIED:
        return "the default of the catalogue"
    if layer is Layer.INFERRED:
        categories = " or ".join(map(quote, CATEGORIES[role]))
        capability = quote(CAPABILITY_OF_DEFAULT[role])
        choice = f"the first model with the capability {capability} and the category {categories}"
        return f"inferred: {choice}, of those that clients can use best"
    return "converted from `completions`" if layer is Layer.LEGACY else "set in `defaultModels`"
