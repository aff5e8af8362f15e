"""Where the fields of a merged document came from: kept only for what was touched, worked out when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.jsontext.pointers import split
from modelconfig.merge.layers import ABSENT, SUPPLIED, Layer, Origin
from modelconfig.merge.patches import Patch, lookup
from modelconfig.site.filters import Filters, Removal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Trace(NamedTuple):
    """How one item came about: what was supplied, None if nothing was, and the patches in order."""

    before: Mapping[str, Any] | None
    patches: Sequence[Patch]

    def history(self, path: tuple[str, ...]) -> list[Origin]:
        """Return every setting of the field at a path below the item, the last one being in force."""
        value = dict(self.before or {})
        found = [] if self.before is None or lookup(value, path) is ABSENT else [SUPPLIED]
        for patch in self.patches:
            old = lookup(value, path)
            patch.apply(value)
            new = lookup(value, path)
            if old == new and (new is ABSENT or not patch.names(path)):
                continue
            last = found[-1] if found else None
            if old == new and last is not None and last.layer is patch.layer:
                continue
            # What was only filled in is nobody's value, so setting it replaces nothing.
            invented = last is not None and last.layer is Layer.FILLED_IN
            found.append(Origin(patch.layer, patch.source(path), ABSENT if invented else old))
        return found

    def earlier(self) -> list[dict[str, Any]]:
        """Return what the item was before each patch, in order."""
        value, found = dict(self.before or {}), []
        for patch in self.patches:
            found.append(dict(value))
            patch.apply(value)
        return found

    @property
    def first(self) -> Origin:
        """Where the item itself came from."""
        if self.before is not None or not self.patches:
            return SUPPLIED
        return Origin(self.patches[0].layer, self.patches[0].place)


@dataclass(frozen=True, slots=True, repr=False)
class Provenance:
    """Answers where each field of a merged document came from, and why a supplied model is not in it."""

    models: Mapping[int, Trace] = field(default_factory=dict)
    providers: Mapping[int, Trace] = field(default_factory=dict)
    others: Mapping[str, Origin] = field(default_factory=dict)
    filters: Filters | None = None
    legacy: Mapping[str, str] | None = None

    def origin(self, pointer: str) -> Origin:
        """Return where the field at a JSON Pointer of the merged document came from.

        Works for every depth, and for a member that a setting removed. What was not touched, or is not there, is said
        to be of the supplied catalogue.
        """
        history = self.history(pointer)
        return history[-1] if history else SUPPLIED

    def history(self, pointer: str) -> list[Origin]:
        """Return every setting of the field at a JSON Pointer of the merged document, the one in force last."""
        other = self.others.get(pointer)
        if other is not None:
            return [self._in_site(other)]
        trace, path = self._trace(pointer)
        if trace is None:
            return [SUPPLIED]
        found = trace.history(path) if path else [trace.first]
        return [self._in_site(origin) for origin in found]

    def earlier(self, pointer: str) -> list[dict[str, Any]]:
        """Return what the item at a JSON Pointer of the merged document was before each setting; [] if untouched."""
        trace, _ = self._trace(pointer)
        return [] if trace is None else trace.earlier()

    def _trace(self, pointer: str) -> tuple[Trace | None, tuple[str, ...]]:
        """Return how the item came about that a pointer leads to or into, and the path below the item."""
        kind, position, *path = (*split(pointer), "", "")[: max(pointer.count("/"), 2)]
        traces = {"models": self.models, "providers": self.providers}.get(kind, {})
        return traces.get(int(position)) if position.isdecimal() else None, tuple(path)

    def removed(self, ref: str) -> Removal | None:
        """Return which filter keeps out the supplied model of that reference; None if none does or there is none.

        A model override of the same reference makes a new model, which no filter touches.
        """
        found = self.filters.removed(ref) if self.filters is not None else None
        return None if found is None else Removal(found.rule, site_pointer(found.pointer, self.legacy))

    def _in_site(self, origin: Origin) -> Origin:
        if self.legacy is None:
            return origin
        pointer = site_pointer(origin.pointer, self.legacy)
        layer = Layer.LEGACY if origin.layer in _WRITTEN else origin.layer
        return Origin(layer, pointer, origin.replaced)


_WRITTEN = {Layer.PROVIDER_OVERRIDE, Layer.PROVIDER_DEFAULT, Layer.MODEL_OVERRIDE, Layer.DEFAULT_MODELS}
PREFIX = "/modelConfiguration"
"""Where what is merged stands in the whole site configuration."""


def site_pointer(pointer: str, legacy: Mapping[str, str] | None) -> str:
    """Return the pointer into the site configuration as it was written, for one into what is merged.

    The two differ where a legacy configuration was converted: then the nearest place that it came from is named.
    """
    if legacy is None or not pointer.startswith(PREFIX):
        return pointer
    inner = pointer[len(PREFIX) :]
    while inner not in legacy and inner:
        inner = inner.rpartition("/")[0]
    return legacy.get(inner, "/completions")
