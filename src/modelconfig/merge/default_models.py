"""The default models: the named one if it is usable, else the supplied one, else one chosen by rule."""

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
"""What a model must be good at to be chosen as a default that nobody has named."""
FALLBACK: Final = "fallbackChat"
MOST_CANDIDATES: Final = 5_000
"""References that a misspelt one is compared with; each takes a while."""


class Resolved(NamedTuple):
    """The default models, where each that is not simply the supplied one came from, and what went otherwise."""

    models: dict[str, Any]
    origins: dict[str, Origin]
    problems: list[Problem]


class Defaults:
    """Chooses the default models among merged models. `place` is the pointer to what is merged."""

    def __init__(
        self,
        models: Sequence[dict[str, Any]],
        supplied: Mapping[str, Any],
        configuration: Mapping[str, Any],
        place: str,
        provenance: Provenance,
    ) -> None:
        self._models = models
        self._supplied = supplied
        self._named = configuration.get("defaultModels") or {}
        self._place = place
        self._provenance = provenance
        wanted = {ref for ref in (*self._named.values(), *supplied.values()) if isinstance(ref, str)}
        self._positions = {ref: index for index, model in enumerate(models) if (ref := model["modelRef"]) in wanted}
        self._result = Resolved(dict(supplied), {}, [])

    def resolve(self) -> Resolved:
        """Return the default models; there is an error where none can be had."""
        if not self._models:
            self._result.problems.append(self._no_models())
            return self._result
        for role in CATEGORIES:
            self._role(role)
        self._fallback()
        return self._result

    def _role(self, role: str) -> None:
        named, supplied = self._named.get(role), self._supplied.get(role)
        if named and self._fault(role, named) is None:
            self._set(role, named, Origin(Layer.DEFAULT_MODELS, self._at(role), supplied or ABSENT))
            return
        if supplied and self._fault(role, supplied) is None:
            chosen = supplied
        else:
            found = self._inferred(role)
            if found is None:
                self._unfit(role)
                return
            chosen = found
            self._set(role, chosen, Origin(Layer.INFERRED, self._at(role) if named else "", supplied or ABSENT))
        self._warn_of_replaced(role, chosen)

    def _unfit(self, role: str) -> None:
        """Keep the named or supplied model where there is one and no model can do better; else there is an error.

        Servers take it, and who has models for chat alone has to name one of them for completions.
        """
        named, supplied = self._named.get(role), self._supplied.get(role)
        kept = "it stays, because no other model can be chosen"
        if named and named in self._positions:
            self._set(role, named, Origin(Layer.DEFAULT_MODELS, self._at(role), supplied or ABSENT))
            self._warn_of_named(role, named, kept)
        elif not supplied or supplied not in self._positions:
            self._result.problems.append(self._none_fits(role))
        elif named:
            self._warn_of_replaced(role, supplied)
        else:
            self._warn_of_supplied(role, supplied, kept)

    def _warn_of_replaced(self, role: str, chosen: str) -> None:
        named, supplied = self._named.get(role), self._supplied.get(role)
        if named:
            self._warn_of_named(role, named, f"{quote(chosen)} is used in its place")
        elif supplied and chosen != supplied:
            self._warn_of_supplied(role, supplied, f"{quote(chosen)} is used in its place")

    def _fallback(self) -> None:
        """Choose the fallback, which nobody needs and which the supplied document may name without listing it."""
        named, supplied = self._named.get(FALLBACK), self._supplied.get(FALLBACK)
        if named and self._fault(FALLBACK, named) is None:
            self._set(FALLBACK, named, Origin(Layer.DEFAULT_MODELS, self._at(FALLBACK), supplied or ABSENT))
            return
        # A filter that keeps a model out must not be undone by its being the fallback.
        lost = (
            supplied is not None and supplied not in self._positions and self._provenance.removed(supplied) is not None
        )
        if lost:
            del self._result.models[FALLBACK]
            self._result.origins[join("/defaultModels", FALLBACK)] = Origin(Layer.FILLED_IN, "", supplied)
        used = f"{quote(supplied)} is used in its place" if supplied and not lost else "there is none"
        if named:
            self._warn_of_named(FALLBACK, named, used)
        elif lost:
            self._warn_of_supplied(FALLBACK, str(supplied), used)

    def _set(self, role: str, ref: str, origin: Origin) -> None:
        self._result.models[role] = ref
        self._result.origins[join("/defaultModels", role)] = origin

    def _fault(self, role: str, ref: str) -> str | None:
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

    def _inferred(self, role: str) -> str | None:
        needed, categories = CAPABILITY_OF_DEFAULT[role], CATEGORIES[role]
        for model in self._models:
            if model["category"] in categories and needed in model.get("capabilities", ()):
                return str(model["modelRef"])
        return None

    def _warn_of_named(self, role: str, ref: str, used: str) -> None:
        fault = self._fault(role, ref)
        hint = f"Name a listed model with the capability {quote(CAPABILITY_OF_DEFAULT[role])}."
        if ref not in self._positions:
            provider = ref.partition(SEPARATOR)[0] + SEPARATOR
            refs = [model["modelRef"] for model in self._models]
            alike = [one for one in refs if one.startswith(provider)] or refs
            hint = did_you_mean(ref, alike[:MOST_CANDIDATES]) or hint
        message = f"the default model {quote(ref)} for `{role}` {fault}; {used}"
        self._result.problems.append(warning("MC336", message, hint=hint, pointer=self._at(role)))

    def _warn_of_supplied(self, role: str, ref: str, used: str) -> None:
        position = self._positions.get(ref)
        if position is not None:
            pointer = self._provenance.origin(f"/models/{position}/capabilities").pointer
        else:
            removal = self._provenance.removed(ref)
            pointer = removal.pointer if removal is not None else ""
        message = f"the supplied default model {quote(ref)} for `{role}` {self._fault(role, ref)}; {used}"
        hint = f"Name the model that you want in `defaultModels.{role}`."
        self._result.problems.append(warning("MC337", message, hint=hint, pointer=pointer or self._place))

    def _none_fits(self, role: str) -> Problem:
        needed = CAPABILITY_OF_DEFAULT[role]
        able = [model["modelRef"] for model in self._models if needed in model.get("capabilities", ())]
        if able:
            categories = " nor ".join(map(quote, CATEGORIES[role]))
            message = (
                f"no model can be chosen for `{role}`: those with the capability {quote(needed)} are neither of the"
                f" category {categories}"
            )
            hint = f"Name one in `defaultModels.{role}`, such as {quote(able[0])}."
        else:
            message = f"no model can be chosen for `{role}`: no model has the capability {quote(needed)}"
            hint = f"Add a model with {quote(needed)}, or let one of the supplied models pass."
        return error("MC338", message, hint=hint, pointer=self._at(role))

    def _no_models(self) -> Problem:
        message = "no model is left that could be used"
        hint = "Let supplied models pass, with `sourcegraph` and its filters, or define models in `modelOverrides`."
        return error("MC338", message, hint=hint, pointer=self._place)

    def _at(self, role: str) -> str:
        """Return the pointer to the member that names a default, or to the nearest place that is there."""
        if role in self._named:
            return join(self._place, "defaultModels", role)
        return join(self._place, "defaultModels") if self._named else self._place
