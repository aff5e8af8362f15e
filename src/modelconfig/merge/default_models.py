"""The default models: the configured one, else the base's, else one inferred by rule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, warning
from modelconfig.documents.completion_models import is_completion_model
from modelconfig.documents.queries import CAPABILITY_OF_DEFAULT, HIDDEN_STATUSES
from modelconfig.documents.refs import suggest_ref
from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import ABSENT, Layer, Origin
from modelconfig.merge.provenance import Provenance
from modelconfig.schema.properties import property_names

CATEGORIES: Final = {
    "chat": ("accuracy", "balanced"),
    "fastChat": ("speed", "balanced"),
    "codeCompletion": ("speed", "balanced"),
}
"""The categories that an inferred default model may have, by role. A document requires a model for these roles.

It may leave out the model for any other role.
"""


_UNAVAILABLE: Final = HIDDEN_STATUSES | {"internal", "experimental"}
"""Statuses of models that clients hide, or that are not for all users."""


def why_unsuitable(role: str, ref: str, model: Mapping[str, Any] | None, provenance: Provenance) -> str | None:
    """Return why a model cannot be the default for a role, or None; `model` is None where it is not listed."""
    if model is None:
        removal = provenance.removed(ref)
        return "is not listed" if removal is None else f"is not offered: {provenance.why_removed(removal.rule)}"
    needed = CAPABILITY_OF_DEFAULT.get(role)
    if needed is None or needed in model.get("capabilities", ()):
        return None
    return f"does not have the capability {quote(needed)}"


def _drawbacks(role: str, model: Mapping[str, Any]) -> tuple[bool, bool, bool]:
    """Return what speaks against a model as an inferred default, the most important first."""
    unaccepted = role == "codeCompletion" and not is_completion_model(model)
    # Clients use the default model for chat for edits too.
    without_edit = role == "chat" and "edit" not in model["capabilities"]
    return unaccepted, model["status"] in _UNAVAILABLE, without_edit


@dataclass
class Defaults:
    """The default models, chosen among merged models.

    `configured` is the site configuration's `defaultModels`, `pointer` leads to the object that may contain it.
    `resolve` sets `chosen`, the origin of each model that is not the base's by its pointer, and problems.
    """

    models: Sequence[dict[str, Any]]
    base_defaults: Mapping[str, Any]
    configured: Mapping[str, str]
    pointer: str
    provenance: Provenance
    catalogue: str
    """What the base is called in hints."""
    chosen: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def _positions(self) -> dict[str, int]:
        """The indexes of the models that the base or the site configuration names, by reference."""
        refs = {ref for ref in (*self.configured.values(), *self.base_defaults.values()) if isinstance(ref, str)}
        return {ref: index for index, model in enumerate(self.models) if (ref := model["modelRef"]) in refs}

    def resolve(self) -> None:
        """Choose the default models, with an error where a required one cannot be chosen."""
        self.chosen.update(self.base_defaults)
        if not self.models:
            hint = "Set `sourcegraph` or relax its filters, or add models to `modelOverrides`."
            self.problems.append(error("MC338", "no model is offered", hint=hint, pointer=self.pointer))
            return
        for role in dict.fromkeys((*CATEGORIES, *property_names("model", "DefaultModels"))):
            if isinstance(self.configured.get(role) or "", str):
                self._resolve_role(role)
            else:
                # A later schema may have properties that are not references.
                self._set(role, self.configured[role])

    def _resolve_role(self, role: str) -> None:
        configured, base_ref = self.configured.get(role), self.base_defaults.get(role)
        preferred = [ref for ref in (configured, base_ref) if ref]
        chosen = next((ref for ref in preferred if self._why_unsuitable(role, ref) is None), None)
        if role not in CATEGORIES:
            # The base may name a model that it does not list, but one that a filter removes must not return.
            if chosen is None and base_ref and not self.provenance.removed(base_ref):
                chosen = base_ref
        else:
            # Servers accept an unsuitable model: with chat models only, one of them must be named for completions.
            chosen = chosen or self._infer(role) or next((ref for ref in preferred if ref in self._positions), None)
            if chosen is None:
                self.problems.append(self._no_candidate(role))
                return
        if chosen != base_ref or chosen == configured:
            self._set(role, chosen)
        if not preferred:
            return
        reason = self._why_unsuitable(role, preferred[0])
        if reason and not (role not in CATEGORIES and chosen == preferred[0]):
            outcome = f"{quote(chosen)} is used instead" if chosen else "no model is used"
            outcome = "kept, because no other model qualifies" if chosen == preferred[0] else outcome
            self.problems.append(self._unsuitable(role, preferred[0], f"{reason}; {outcome}"))

    def _set(self, role: str, chosen: str | None) -> None:
        """Set the model for a role that is not the base's, or remove the base's, and record its origin."""
        configured, previous = self.configured.get(role), self.base_defaults.get(role) or ABSENT
        layer, pointer = Layer.INFERRED, self._pointer_to(role) if configured else ""
        if chosen is None:
            self.chosen.pop(role, None)
            layer, pointer = Layer.FILLED_IN, ""
        else:
            self.chosen[role] = chosen
            layer = Layer.DEFAULT_MODELS if chosen == configured else layer
        self.origins[join("/defaultModels", role)] = Origin(layer, pointer, previous)

    def _why_unsuitable(self, role: str, ref: str) -> str | None:
        position = self._positions.get(ref)
        model = None if position is None else self.models[position]
        return why_unsuitable(role, ref, model, self.provenance)

    def _infer(self, role: str) -> str | None:
        """Return the first capable model of the role's categories, of those that clients can use best."""
        candidates = (model for model in self._capable_models(role) if model["category"] in CATEGORIES[role])
        best = min(candidates, key=partial(_drawbacks, role), default=None)
        return None if best is None else str(best["modelRef"])

    def _capable_models(self, role: str) -> Iterator[dict[str, Any]]:
        return (model for model in self.models if CAPABILITY_OF_DEFAULT[role] in model.get("capabilities", ()))

    def _unsuitable(self, role: str, ref: str, description: str) -> Problem:
        position = self._positions.get(ref)
        if ref == self.configured.get(role):
            current = (model["modelRef"] for model in self.models if model.get("status") != "deprecated")
            hint = suggest_ref(ref, current) if position is None else ""
            needed = CAPABILITY_OF_DEFAULT.get(role)
            capability = f" with the capability {quote(needed)}" if needed else ""
            hint = hint or f"Choose an offered model{capability}."
            if position is None and not self.provenance.removed(ref):
                hint += f" If the model is newer than {self.catalogue}, use a newer catalogue with `--base FILE`."
            message = f"default model {quote(ref)} for `{role}` {description}"
            return warning("MC336", message, hint=hint, pointer=self._pointer_to(role))
        removal = self.provenance.removed(ref)
        if position is not None:
            pointer = self.provenance.origin(f"/models/{position}/capabilities").pointer
        else:
            pointer = removal.pointer if removal else ""
        message = f"the catalogue's default model {quote(ref)} for `{role}` {description}"
        hint = f"Set `defaultModels.{role}` to the model that you want."
        return warning("MC337", message, hint=hint, pointer=pointer or self.pointer)

    def _no_candidate(self, role: str) -> Problem:
        needed = quote(CAPABILITY_OF_DEFAULT[role])
        capable = list(self._capable_models(role))
        message = f"no model can be chosen for `{role}`: no model has the capability {needed}"
        if capable:
            categories = " or ".join(map(quote, CATEGORIES[role]))
            message = f"no model can be chosen for `{role}`: no model with {needed} has the category {categories}"
        hint = f"Add a model with {needed}, or relax the filters that remove the catalogue models with it."
        if current := [model["modelRef"] for model in capable if model.get("status") != "deprecated"]:
            hint = f"Set `defaultModels.{role}` to a model, such as {quote(current[0])}."
        return error("MC338", message, hint=hint, pointer=self._pointer_to(role))

    def _pointer_to(self, role: str) -> str:
        """Return the pointer to the property that names a default, or to its nearest existing parent."""
        if role in self.configured:
            return join(self.pointer, "defaultModels", role)
        return join(self.pointer, "defaultModels") if self.configured else self.pointer
