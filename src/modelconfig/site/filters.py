"""Which of the supplied models are offered: by their own status, then by rules on their references."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from modelconfig.jsontext.pointers import join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class RemovalReason(StrEnum):
    """What kept a supplied model out. The values are the names of the members of the site configuration."""

    GATEWAY = "sourcegraph"
    """There is no `sourcegraph` object, so nothing that is supplied is offered."""
    STATUS = "statusFilter"
    """The model's status is not in the list."""
    ALLOW = "allow"
    """No rule of the list fits the model's reference."""
    DENY = "deny"
    """A rule of the list fits the model's reference."""


@dataclass(frozen=True, slots=True)
class Removal:
    """Why a supplied model is not offered as it was supplied; `pointer` is into the whole site configuration."""

    rule: RemovalReason
    pointer: str


class Filters:
    """The filters of a site configuration.

    `on` tells whether anything supplied is offered at all, `place` is the pointer to what decides that.
    """

    def __init__(self, configuration: Mapping[str, Any], place: str) -> None:
        gateway = configuration.get("sourcegraph")
        found = (gateway or {}).get("modelFilters") or {}
        self.on = gateway is not None
        written = bool(place) and "sourcegraph" in configuration
        self.place = join(place, "sourcegraph") if written else place
        self._statuses: Sequence[str] | None = found.get("statusFilter")
        self._allow = _Rules(found.get("allow") or ())
        self._deny = _Rules(found.get("deny") or ())
        self._removed: dict[str, Mapping[str, Any]] = {}

    def offered(self, models: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the models that pass, in their order; the others can then be asked for with `removed`."""
        if not self.on:
            self._removed = {model["modelRef"]: model for model in models}
            return []
        if self._statuses is None and not self._allow.rules and not self._deny.rules:
            return list(models)
        passing = [model for model in models if self._rule(model) is None]
        if len(passing) < len(models):
            self._removed = {model["modelRef"]: model for model in models if self._rule(model) is not None}
        return passing

    def removed(self, ref: str) -> Removal | None:
        """Return what keeps out the supplied model of that reference, or None."""
        model = self._removed.get(ref)
        if model is None:
            return None
        if not self.on:
            return Removal(RemovalReason.GATEWAY, self.place)
        rule = self._rule(model)
        if rule is None:
            return None
        place = join(self.place, "modelFilters", rule.value)
        if rule is RemovalReason.DENY:
            place = join(place, self._deny.index(ref))
        return Removal(rule, place)

    def _rule(self, model: Mapping[str, Any]) -> RemovalReason | None:
        if self._statuses is not None and model["status"] not in self._statuses:
            return RemovalReason.STATUS
        ref = model["modelRef"]
        if self._allow.rules and not self._allow.fit(ref):
            return RemovalReason.ALLOW
        return RemovalReason.DENY if self._deny.fit(ref) else None


class _Rules:
    """Rules sorted by kind, because a text is compared with many beginnings at once far faster than one by one."""

    def __init__(self, rules: Sequence[str]) -> None:
        self.rules = rules
        self._exact = {rule for rule in rules if "*" not in rule}
        self._starts = tuple(rule[:-1] for rule in rules if rule[-1:] == "*" and rule[:1] != "*")
        self._ends = tuple(rule[1:] for rule in rules if rule[:1] == "*" and rule[-1:] != "*")
        # `*` alone is a beginning and an end at once, with nothing between.
        self._parts = tuple(rule[1:-1] for rule in rules if rule[:1] == "*" and rule[-1:] == "*")

    def fit(self, ref: str) -> bool:
        return (
            ref.startswith(self._starts)
            or ref.endswith(self._ends)
            or ref in self._exact
            or any(part in ref for part in self._parts)
        )

    def index(self, ref: str) -> int:
        return next(index for index, rule in enumerate(self.rules) if _Rules([rule]).fit(ref))
