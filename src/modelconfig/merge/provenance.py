"""The origin of each field of a merged document, computed on demand.

Only changed items are recorded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from modelconfig.jsontext.pointers import split
from modelconfig.merge.layers import ABSENT, BASE_ORIGIN, Layer, Origin
from modelconfig.merge.patches import Patch, lookup
from modelconfig.site.filters import Filters, Removal, RemovalReason


class Trace(NamedTuple):
    """The base version of one item, None if it is not in the base, and the patches in order."""

    base: Mapping[str, Any] | None
    patches: Sequence[Patch]

    def history(self, path: tuple[str, ...]) -> list[Origin]:
        """Return every setting of the field at a path below the item, or of the item; the last one is active."""
        if not path:
            first = self.patches[0]
            return [BASE_ORIGIN if self.base is not None else Origin(first.layer, first.pointer)]
        value = dict(self.base or {})
        origins = [] if self.base is None or lookup(value, path) is ABSENT else [BASE_ORIGIN]
        for patch in self.patches:
            old = lookup(value, path)
            patch.apply(value)
            new = lookup(value, path)
            if old == new and (new is ABSENT or not patch.sets(path)):
                continue
            previous = origins[-1] if origins else None
            if old == new and previous is not None and previous.layer is patch.layer:
                continue
            # A filled-in value is not a setting, so that setting the field replaces nothing.
            was_filled_in = previous is not None and previous.layer is Layer.FILLED_IN
            origins.append(Origin(patch.layer, patch.source(path), ABSENT if was_filled_in else old))
        return origins

    def earlier(self) -> list[dict[str, Any]]:
        """Return the item before each patch, in order."""
        value, versions = dict(self.base or {}), []
        for patch in self.patches:
            versions.append(dict(value))
            patch.apply(value)
        return versions


@dataclass(frozen=True, slots=True, repr=False)
class Provenance:
    """The origin of each field of a merged document, and why base models are not in it."""

    models: Mapping[int, Trace] = field(default_factory=dict)
    providers: Mapping[int, Trace] = field(default_factory=dict)
    others: Mapping[str, Origin] = field(default_factory=dict)
    filters: Filters | None = None
    legacy: Mapping[str, str] | None = None

    def origin(self, pointer: str) -> Origin:
        """Return the origin of the field at a JSON Pointer of the merged document.

        Works at every depth, and for a property that a setting removed. The origin of an unchanged or missing field is
        the base.
        """
        history = self.history(pointer)
        return history[-1] if history else BASE_ORIGIN

    def history(self, pointer: str) -> list[Origin]:
        """Return every setting of the field at a JSON Pointer of the merged document; the last one is active."""
        single_origin = self.others.get(pointer)
        if single_origin is not None:
            return [self._in_site(single_origin)]
        trace, path = self._trace(pointer)
        return [BASE_ORIGIN] if trace is None else [self._in_site(origin) for origin in trace.history(path)]

    def earlier(self, pointer: str) -> list[dict[str, Any]]:
        """Return the item at a JSON Pointer of the merged document before each setting; [] if it is unchanged."""
        trace, _ = self._trace(pointer)
        return [] if trace is None else trace.earlier()

    def is_set(self, pointer: str) -> bool:
        """Return whether the site configuration set the field at a JSON Pointer of the merged document."""
        return self.origin(pointer).layer not in _UNSET_LAYERS

    def setting(self, pointer: str) -> str:
        """Return the pointer to the setting that is nearest to a field of the merged document, "" if none exists.

        It is the setting of the field, else of what contains it, else the last one that changed the model or provider.
        """
        nearest = pointer
        while nearest:
            origin = self.origin(nearest)
            if origin.layer not in _UNSET_LAYERS:
                return origin.pointer
            nearest = nearest.rpartition("/")[0]
        trace, _ = self._trace(pointer)
        patches = [patch for patch in trace.patches if patch.layer not in _UNSET_LAYERS] if trace is not None else []
        return site_pointer(patches[-1].pointer, self.legacy) if patches else ""

    def _trace(self, pointer: str) -> tuple[Trace | None, tuple[str, ...]]:
        """Return the trace of the item that a pointer leads to or into, and the path below the item."""
        collection, position, *path = (*split(pointer), "", "")[: max(pointer.count("/"), 2)]
        traces = {"models": self.models, "providers": self.providers}.get(collection, {})
        return traces.get(int(position)) if position.isdecimal() else None, tuple(path)

    def removed(self, ref: str) -> Removal | None:
        """Return the filter that removed the base model with that reference, or None.

        A model override with the same reference makes a new model, which is not filtered.
        """
        removal = self.filters.removed(ref) if self.filters is not None else None
        return None if removal is None else Removal(removal.rule, site_pointer(removal.pointer, self.legacy))

    def why_removed(self, rule: RemovalReason) -> str:
        """Return why a model or provider of the catalogue is not offered, as a sentence without full stop."""
        return REMOVAL_REASONS[rule] if self.legacy is None else "the catalogue is not offered with `completions`"

    def _in_site(self, origin: Origin) -> Origin:
        if self.legacy is None:
            return origin
        pointer = site_pointer(origin.pointer, self.legacy)
        layer = Layer.LEGACY if origin.layer in _SITE_LAYERS else origin.layer
        return Origin(layer, pointer, origin.replaced)


REMOVAL_REASONS = {
    RemovalReason.GATEWAY: "the catalogue is not offered without `sourcegraph`",
    RemovalReason.STATUS: "its status is not in `statusFilter`",
    RemovalReason.ALLOW: "its reference matches no `allow` pattern",
    RemovalReason.DENY: "its reference matches a `deny` pattern",
}
"""Why a model or provider of the catalogue is not offered, as sentences without full stop."""
_SITE_LAYERS = {Layer.PROVIDER_OVERRIDE, Layer.PROVIDER_DEFAULT, Layer.MODEL_OVERRIDE, Layer.DEFAULT_MODELS}
_UNSET_LAYERS = {Layer.SUPPLIED, Layer.INFERRED, Layer.ROUTED, Layer.FILLED_IN}
PREFIX = "/modelConfiguration"
"""The pointer to the merged section in the whole site configuration."""


def site_pointer(pointer: str, legacy: Mapping[str, str] | None) -> str:
    """Return the pointer into the site configuration as written, for a pointer into what is merged.

    The two differ where a legacy configuration was converted: then the result is the nearest location that it came
    from.
    """
    if legacy is None or not pointer.startswith(PREFIX):
        return pointer
    merged_pointer = pointer[len(PREFIX) :]
    while merged_pointer not in legacy and merged_pointer:
        merged_pointer = merged_pointer.rpartition("/")[0]
    return legacy.get(merged_pointer, "/completions")
