"""The default models: the named one, else the base's, else one inferred by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import error, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.queries import CAPABILITY_OF_DEFAULT
from modelconfig.documents.refs import SEPARATOR
from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import ABSENT, Layer, Origin
from modelconfig.site.filters import RemovalReason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.merge.provenance import Provenance

CATEGORIES: Final = {
    "chat": ("accuracy", "balanced"),
    "fastChat": ("speed", "balanced"),
    "codeCompletion": ("speed", "balanced"),
}
"""The categories that an inferred default model may have, by role."""
FALLBACK: Final = "fallbackChat"
MAX_CANDIDATES: Final = 5_000
"""References that a misspelt one is compared with; each comparison takes time."""


class ResolvedDefaults(NamedTuple):
    """The default models, the origin of each that is not the base's, and problems."""

    models: dict[str, Any]
    origins: dict[str, Origin]
    problems: list[Problem]


class Defaults:
    """The default models, chosen among merged models. `pointer` leads to what is merged."""

    def __init__(
        self,
        models: Sequence[dict[str, Any]],
        base_defaults: Mapping[str, Any],
        configuration: Mapping[str, Any],
        pointer: str,
        provenance: Provenance,
    ) -> None:
        self._models = models
        self._base_defaults = base_defaults
        self._configured = configuration.get("defaultModels") or {}
        self._pointer = pointer
        self._provenance = provenance
        refs = {ref for ref in (*self._configured.values(), *base_defaults.values()) if isinstance(ref, str)}
        self._positions = {ref: index for index, model in enumerate(models) if (ref := model["modelRef"]) in refs}
        self._result = ResolvedDefaults(dict(base_defaults), {}, [])

    def resolve(self) -> ResolvedDefaults:
        """Return the default models, with an error where a required one cannot be chosen."""
        if not self._models:
            self._result.problems.append(self._no_models())
            return self._result
        for role in CATEGORIES:
            self._resolve_role(role)
        self._resolve_fallback()
        return self._result

    def _resolve_role(self, role: str) -> None:
        configured, base_ref = self._configured.get(role), self._base_defaults.get(role)
        if configured and self._why_unsuitable(role, configured) is None:
            self._set(role, configured, Origin(Layer.DEFAULT_MODELS, self._pointer_to(role), base_ref or ABSENT))
            return
        if base_ref and self._why_unsuitable(role, base_ref) is None:
            chosen = base_ref
        else:
            inferred = self._infer(role)
            if inferred is None:
                self._keep_unsuitable(role)
                return
            chosen = inferred
            self._set(
                role, chosen, Origin(Layer.INFERRED, self._pointer_to(role) if configured else "", base_ref or ABSENT)
            )
        self._warn_of_replaced(role, chosen)

    def _keep_unsuitable(self, role: str) -> None:
        """Keep the configured or base model if there is one, because no other model is suitable; else add an error.

        Servers accept it. With chat models only, one of them must be named for completions.
        """
        configured, base_ref = self._configured.get(role), self._base_defaults.get(role)
        outcome = "it stays, because no other model can be chosen"
        if configured and configured in self._positions:
            self._set(role, configured, Origin(Layer.DEFAULT_MODELS, self._pointer_to(role), base_ref or ABSENT))
            self._warn_of_configured(role, configured, outcome)
        elif not base_ref or base_ref not in self._positions:
            self._result.problems.append(self._no_candidate(role))
        elif configured:
            self._warn_of_replaced(role, base_ref)
        else:
            self._warn_of_base(role, base_ref, outcome)

    def _warn_of_replaced(self, role: str, chosen: str) -> None:
        configured, base_ref = self._configured.get(role), self._base_defaults.get(role)
        if configured:
            self._warn_of_configured(role, configured, f"{quote(chosen)} is used in its place")
        elif base_ref and chosen != base_ref:
            self._warn_of_base(role, base_ref, f"{quote(chosen)} is used in its place")

    def _resolve_fallback(self) -> None:
        """Choose the fallback, which is optional; the base document may name one without listing it."""
        configured, base_ref = self._configured.get(FALLBACK), self._base_defaults.get(FALLBACK)
        if configured and self._why_unsuitable(FALLBACK, configured) is None:
            self._set(
                FALLBACK, configured, Origin(Layer.DEFAULT_MODELS, self._pointer_to(FALLBACK), base_ref or ABSENT)
            )
            return
        # A model that a filter removes must not return as the fallback.
        is_removed = (
            base_ref is not None and base_ref not in self._positions and self._provenance.removed(base_ref) is not None
        )
        if is_removed:
            del self._result.models[FALLBACK]
            self._result.origins[join("/defaultModels", FALLBACK)] = Origin(Layer.FILLED_IN, "", base_ref)
        outcome = f"{quote(base_ref)} is used in its place" if base_ref and not is_removed else "there is none"
        if configured:
            self._warn_of_configured(FALLBACK, configured, outcome)
        elif is_removed:
            self._warn_of_base(FALLBACK, str(base_ref), outcome)

    def _set(self, role: str, ref: str, origin: Origin) -> None:
        self._result.models[role] = ref
        self._result.origins[join("/defaultModels", role)] = origin

    def _why_unsuitable(self, role: str, ref: str) -> str | None:
        """Return why a model cannot be the default of that name, or None."""
        position = self._positions.get(ref)
        if position is None:
            removal = self._provenance.removed(ref)
            if removal is None:
                return "is not listed"
            if removal.rule is RemovalReason.GATEWAY:
                return "is not supplied, as there is no `sourcegraph` object"
            return f"is kept out by `{removal.rule}`"
        if CAPABILITY_OF_DEFAULT[role] in self._models[position].get("capabilities", ()):
            return None
        return f"lacks the capability {quote(CAPABILITY_OF_DEFAULT[role])}"

    def _infer(self, role: str) -> str | None:
        needed, categories = CAPABILITY_OF_DEFAULT[role], CATEGORIES[role]
        for model in self._models:
            if model["category"] in categories and needed in model.get("capabilities", ()):
                return str(model["modelRef"])
        return None

    def _warn_of_configured(self, role: str, ref: str, outcome: str) -> None:
        reason = self._why_unsuitable(role, ref)
        hint = f"Name a listed model with the capability {quote(CAPABILITY_OF_DEFAULT[role])}."
        if ref not in self._positions:
            provider = ref.partition(SEPARATOR)[0] + SEPARATOR
            refs = [model["modelRef"] for model in self._models]
            candidates = [candidate for candidate in refs if candidate.startswith(provider)] or refs
            hint = did_you_mean(ref, candidates[:MAX_CANDIDATES]) or hint
        message = f"the default model {quote(ref)} for `{role}` {reason}; {outcome}"
        self._result.problems.append(warning("MC336", message, hint=hint, pointer=self._pointer_to(role)))

    def _warn_of_base(self, role: str, ref: str, outcome: str) -> None:
        position = self._positions.get(ref)
        if position is not None:
            pointer = self._provenance.origin(f"/models/{position}/capabilities").pointer
        else:
            removal = self._provenance.removed(ref)
            pointer = removal.pointer if removal is not None else ""
        message = f"the supplied default model {quote(ref)} for `{role}` {self._why_unsuitable(role, ref)}; {outcome}"
        hint = f"Name the model that you want in `defaultModels.{role}`."
        self._result.problems.append(warning("MC337", message, hint=hint, pointer=pointer or self._pointer))

    def _no_candidate(self, role: str) -> Problem:
        needed = CAPABILITY_OF_DEFAULT[role]
        capable_refs = [model["modelRef"] for model in self._models if needed in model.get("capabilities", ())]
        if capable_refs:
            categories = " nor ".join(map(quote, CATEGORIES[role]))
            message = (
                f"no model can be chosen for `{role}`: those with the capability {quote(needed)} are neither of the"
                f" category {categories}"
            )
            hint = f"Name one in `defaultModels.{role}`, such as {quote(capable_refs[0])}."
        else:
            message = f"no model can be chosen for `{role}`: no model has the capability {quote(needed)}"
            hint = f"Add a model with {quote(needed)}, or let one of the supplied models pass."
        return error("MC338", message, hint=hint, pointer=self._pointer_to(role))

    def _no_models(self) -> Problem:
        message = "no model is left that could be used"
        hint = "Let supplied models pass, with `sourcegraph` and its filters, or define models in `modelOverrides`."
        return error("MC338", message, hint=hint, pointer=self._pointer)

    def _pointer_to(self, role: str) -> str:
        """Return the pointer to the property that names a default, or to its nearest existing parent."""
        if role in self._configured:
            return join(self._pointer, "defaultModels", role)
        return join(self._pointer, "defaultModels") if self._configured else self._pointer
