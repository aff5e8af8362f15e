"""Sentences that say why a field has its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.documents.queries import CAPABILITY_OF_DEFAULT
from modelconfig.merge.default_models import CATEGORIES
from modelconfig.merge.layers import ABSENT, Layer
from modelconfig.site.filters import RemovalReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.merge.layers import Origin
    from modelconfig.merge.provenance import Provenance

_MODEL_LAYERS: Final = frozenset(
    {Layer.PROVIDER_DEFAULT, Layer.MODEL_OVERRIDE, Layer.RECOMMENDED, Layer.SELF_HOSTED, Layer.LEGACY}
)

_REMOVAL_REASONS: Final = {
    RemovalReason.GATEWAY: "without `sourcegraph` nothing that is supplied is offered",
    RemovalReason.STATUS: "its status is not in `statusFilter`",
    RemovalReason.ALLOW: "no rule of `allow` fits its reference",
    RemovalReason.DENY: "a rule of `deny` fits its reference",
}
_BY_COMPLETIONS: Final = "with `completions` nothing that is supplied is offered"


def reason(path: tuple[str | int, ...], value: Any, layer: Layer) -> str:
    """Return why a field of a model or provider has its value, or "" where the layer is reason enough."""
    if path == ("tier",) and layer in _MODEL_LAYERS:
        return 'a model that a setting touches is always of the tier "enterprise"'
    if path[0] == "modelConfigAllTiers" and value is ABSENT:
        return "clients would prefer it to the context window that was set"
    if value is ABSENT:
        return "the setting replaced all that it was part of"
    if layer is Layer.ROUTED:
        return "nothing else says how to reach the provider, and it is a supplied one"
    return ""


def reason_of_removal(rule: RemovalReason, provenance: Provenance) -> str:
    """Return why a base model or provider is not offered."""
    return _BY_COMPLETIONS if provenance.legacy is not None else _REMOVAL_REASONS[rule]


def reason_of_default(
    role: str, value: Any, origin: Origin, configured: str | None, document: Mapping[str, Any], provenance: Provenance
) -> str:
    """Return why a model, or none, is the default for a role, and why a preferred one is not."""
    parts = [_choice(role, value, origin.layer)]
    if role in CATEGORIES and origin.layer is not Layer.INFERRED:
        problem = _why_unsuitable(role, value, document, provenance)
        if problem is not None:
            parts.append(f"it {problem}, and no other model can be chosen")
    claims = (("named", configured), ("supplied", None if origin.replaced is ABSENT else origin.replaced))
    for claim, ref in claims:
        problem = None if ref is None or ref == value else _why_unsuitable(role, ref, document, provenance)
        if problem is not None:
            parts.append(f"the {claim} {quote(str(ref))} {problem}")
    return "; ".join(parts)


def _choice(role: str, value: Any, layer: Layer) -> str:
    if value is ABSENT:
        return "there is none"
    if layer is Layer.SUPPLIED:
        return "the supplied default"
    if layer is Layer.INFERRED:
        categories = " or ".join(map(quote, CATEGORIES[role]))
        capability = quote(CAPABILITY_OF_DEFAULT[role])
        return f"inferred: the first model with the capability {capability} and the category {categories}"
    return "what `completions` stands for" if layer is Layer.LEGACY else "named in `defaultModels`"


def _why_unsuitable(role: str, ref: str, document: Mapping[str, Any], provenance: Provenance) -> str | None:
    model = next((model for model in document["models"] if model["modelRef"] == ref), None)
    if model is None:
        removal = provenance.removed(ref)
        return "is not listed" if removal is None else f"is kept out by `{removal.rule.value}`"
    needed = CAPABILITY_OF_DEFAULT.get(role)
    return None if needed is None or needed in model["capabilities"] else f"lacks the capability {quote(needed)}"
