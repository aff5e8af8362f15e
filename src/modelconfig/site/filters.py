"""Filter base models by status, `allow` and `deny`.

First by the model's own status, then by rules on its reference.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from modelconfig.jsontext.pointers import join


class RemovalReason(StrEnum):
    """What removed a base model. The values are the names of the properties of the site configuration."""

    GATEWAY = "sourcegraph"
    """There is no `sourcegraph` object, so no base model is offered."""
    STATUS = "statusFilter"
    """The model's status is not in the list."""
    ALLOW = "allow"
    """No pattern of the list matches the model's reference."""
    DENY = "deny"
    """A pattern of the list matches the model's reference."""


class Removal(NamedTuple):
    """Why a base model is not offered as it is in the base; `pointer` is into the whole site configuration."""

    rule: RemovalReason
    pointer: str


class Filters:
    """The filters of a site configuration.

    `enabled` says whether any base models are offered; `pointer` leads to what decides that.
    """

    def __init__(self, configuration: Mapping[str, Any], pointer: str) -> None:
        gateway = configuration.get("sourcegraph")
        filters = (gateway or {}).get("modelFilters") or {}
        self.enabled = gateway is not None
        is_written = bool(pointer) and "sourcegraph" in configuration
        self.pointer = join(pointer, "sourcegraph") if is_written else pointer
        self._statuses: Sequence[str] | None = filters.get("statusFilter")
        self._allow = _Patterns(filters.get("allow") or ())
        self._deny = _Patterns(filters.get("deny") or ())
        self._removed: dict[str, RemovalReason] = {}

    def apply(self, models: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the models that pass, in order; `removed` then answers for the others."""
        if not self.enabled:
            self._removed = {model["modelRef"]: RemovalReason.GATEWAY for model in models}
            return []
        if self._statuses is None and not self._allow.patterns and not self._deny.patterns:
            return list(models)
        passing = []
        for model in models:
            reason = self._reason(model)
            if reason is None:
                passing.append(model)
            else:
                self._removed[model["modelRef"]] = reason
        return passing

    def removed(self, ref: str) -> Removal | None:
        """Return what removes the base model with that reference, or None."""
        reason = self._removed.get(ref)
        if reason is None:
            return None
        pointer = self.pointer
        if reason is not RemovalReason.GATEWAY:
            pointer = join(pointer, "modelFilters", reason.value)
        if reason is RemovalReason.DENY:
            pointer = join(pointer, self._deny.index(ref))
        return Removal(reason, pointer)

    def _reason(self, model: Mapping[str, Any]) -> RemovalReason | None:
        if self._statuses is not None and model["status"] not in self._statuses:
            return RemovalReason.STATUS
        ref = model["modelRef"]
        if self._allow.patterns and not self._allow.matches(ref):
            return RemovalReason.ALLOW
        return RemovalReason.DENY if self._deny.matches(ref) else None


class _Patterns:
    """Patterns sorted by kind: comparing a text with many prefixes at once is far faster than one by one."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = patterns
        self._exact = {pattern for pattern in patterns if "*" not in pattern}
        self._prefixes = tuple(pattern[:-1] for pattern in patterns if pattern[-1:] == "*" and pattern[:1] != "*")
        self._suffixes = tuple(pattern[1:] for pattern in patterns if pattern[:1] == "*" and pattern[-1:] != "*")
        # `*` alone is both a prefix and a suffix pattern, with nothing in between.
        self._substrings = tuple(pattern[1:-1] for pattern in patterns if pattern[:1] == "*" and pattern[-1:] == "*")

    def matches(self, ref: str) -> bool:
        return (
            ref.startswith(self._prefixes)
            or ref.endswith(self._suffixes)
            or ref in self._exact
            or any(substring in ref for substring in self._substrings)
        )

    def index(self, ref: str) -> int:
        return next(index for index, pattern in enumerate(self.patterns) if _Patterns([pattern]).matches(ref))
