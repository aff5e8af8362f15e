"""Of each field of a merged model, provider or set of defaults: its value, what set it and where, what it replaced.

Values are those that people may read: credentials are hidden, before as well as after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from modelconfig.analysis.fields import fields, shown
from modelconfig.analysis.reasons import reason, reason_of_default, reason_of_removal
from modelconfig.analysis.subjects import DEFAULTS, Subject, SubjectKind, find_subject
from modelconfig.diagnostics.problem import Problem
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.positions import pointer_positions
from modelconfig.merge.layers import ABSENT, Layer
from modelconfig.merge.pipeline import merge_site
from modelconfig.merge.provenance import site_pointer
from modelconfig.site.filters import Removal, RemovalReason
from modelconfig.site.loader import SiteFile
from modelconfig.site.property_names import safe_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from modelconfig.merge.layers import Origin
    from modelconfig.merge.pipeline import Merged

__all__ = ["ExplainedField", "Explanation", "KeptOut", "SettingLocation", "SubjectKind", "explain_site"]

_Placed = TypeVar("_Placed", "ExplainedField", "KeptOut")
_ROLES: Final = ("chat", "fastChat", "codeCompletion", "fallbackChat")


@dataclass(frozen=True, slots=True)
class SettingLocation:
    """Where in a site configuration something is set.

    `pointer` is the file's own where there is a file, otherwise into the whole shape; it ends before the first name
    that might be a credential. `line` and `column` are 1-based, columns in code points, and None without a file.
    """

    pointer: str
    file: str = ""
    line: int | None = None
    column: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the four members, always all of them."""
        return {"file": self.file, "line": self.line, "column": self.column, "pointer": self.pointer}


@dataclass(frozen=True, slots=True)
class ExplainedField:
    """One field of the result.

    `value` is ABSENT where a setting took the field away, `replaced` where there was nothing before; `replaced_layer`
    tells who had set that. `place` is None where no member of the site configuration had a say; for a default it may be
    that of a name that could not be used. `reason` is a sentence without full stop, or "" where the layer says it all.
    """

    name: str
    value: Any
    layer: Layer
    place: SettingLocation | None = None
    replaced: Any = ABSENT
    replaced_layer: Layer | None = None
    reason: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the members; `value`, `replaced` and `replacedLayer` only where there is one."""
        made: dict[str, Any] = {"field": self.name}
        if self.value is not ABSENT:
            made["value"] = self.value
        made |= {"layer": self.layer.value, "place": self.place.to_json() if self.place else None}
        if self.replaced is not ABSENT:
            made["replaced"] = self.replaced
        if self.replaced_layer is not None:
            made["replacedLayer"] = self.replaced_layer.value
        return {**made, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Why the supplied model or provider is not offered; `reason` is a sentence without full stop."""

    rule: RemovalReason
    reason: str
    place: SettingLocation | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the three members, always all of them."""
        place = self.place.to_json() if self.place else None
        return {"rule": self.rule.value, "reason": self.reason, "place": place}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a model, a provider or the default models are as they are.

    `present` is False for what is supplied and kept out; then there are no fields. `kept_out` tells why the supplied
    one is not offered, also where the site configuration made a new one of the same name.
    """

    kind: SubjectKind
    name: str
    present: bool
    fields: tuple[ExplainedField, ...] = ()
    kept_out: KeptOut | None = None

    def to_json(self) -> dict[str, Any]:
        """Return a JSON value, always with all members."""
        return {
            "kind": self.kind.value,
            "name": self.name,
            "present": self.present,
            "keptOut": self.kept_out.to_json() if self.kept_out else None,
            "fields": [field.to_json() for field in self.fields],
        }


def explain_site(
    base: Mapping[str, Any], site: SiteFile | Mapping[str, Any], name: str
) -> tuple[Explanation | None, list[Problem]]:
    """Return where each field of something comes from, and the errors for which that cannot be told.

    `base` is the supplied document. `site` is a site configuration as read from a file, which gives lines and columns,
    or its value in the whole shape. `name` is a model reference, a ModelID that only one model has, a provider's id, or
    `defaultModels`. There is no explanation where the two cannot be merged, and where nothing has that name. What
    people wrote never raises. Raises DataMissing when the generated package is not there.
    """
    file, value = (site, site.value) if isinstance(site, SiteFile) else (None, site)
    merged = merge_site(base, value)
    if merged.document is None:
        return None, merged.problems if file is None else file.place(merged.problems)
    subject = find_subject(merged.document, base, name)
    if isinstance(subject, Problem):
        return None, [subject]
    found = _Explainer(merged, base, value).explain(subject)
    return _placed(found, file), []


class _Explainer:
    """Explains one subject of one merge; its places are pointers into the whole shape."""

    def __init__(self, merged: Merged, base: Mapping[str, Any], site: Mapping[str, Any]) -> None:
        self._document: dict[str, Any] = merged.document or {}
        self._provenance = merged.provenance
        self._base = base
        self._site = site

    def explain(self, subject: Subject) -> Explanation:
        if subject.kind is SubjectKind.DEFAULTS:
            return Explanation(subject.kind, DEFAULTS, present=True, fields=tuple(self._defaults()))
        found = () if subject.position is None else tuple(self._fields(subject))
        kept_out = self._kept_out(subject)
        return Explanation(subject.kind, subject.name, subject.position is not None, found, kept_out)

    def _kept_out(self, subject: Subject) -> KeptOut | None:
        removal = self._removal(subject)
        if removal is None:
            return None
        return KeptOut(removal.rule, reason_of_removal(removal.rule, self._provenance), _place(removal.pointer))

    def _removal(self, subject: Subject) -> Removal | None:
        if subject.kind is SubjectKind.MODEL:
            return self._provenance.removed(subject.name)
        filters = self._provenance.filters
        if not subject.supplied or filters is None or filters.enabled:
            return None
        return Removal(RemovalReason.GATEWAY, site_pointer(filters.pointer, self._provenance.legacy))

    def _fields(self, subject: Subject) -> Iterator[ExplainedField]:
        """Yield the fields of a model or provider, then what settings took from it."""
        collection = f"{subject.kind.value}s"
        item = self._document[collection][subject.position]
        pointer = f"/{collection}/{subject.position}"
        for field in fields(item, self._provenance.earlier(pointer)):
            history = self._provenance.history(pointer + field.pointer)
            path = (collection, 0, *field.path)
            value, earlier = shown(path, field.value), shown(path, history[-1].replaced)
            yield _field(field.name, value, earlier, history, reason(field.path, field.value, history[-1].layer))

    def _defaults(self) -> Iterator[ExplainedField]:
        chosen = self._document["defaultModels"]
        for role in dict.fromkeys((*_ROLES, *chosen)):
            value = chosen.get(role, ABSENT)
            history = self._provenance.history(f"/{DEFAULTS}/{role}")
            origin = history[-1]
            if value is ABSENT and origin.replaced is ABSENT:
                continue
            named = self._named(role)
            why = reason_of_default(role, value, origin, named, self._document, self._provenance)
            field = _field(role, shown((DEFAULTS, role), value), origin.replaced, history, why)
            unused = named is not None and named != value
            yield replace(field, place=_place(self._at(role))) if unused and field.place is None else field

    def _named(self, role: str) -> str | None:
        """Return what the site configuration names for a role, usable or not."""
        section = self._site.get("modelConfiguration") or {}
        named = (section.get(DEFAULTS) or {}).get(role)
        return named if isinstance(named, str) and named else None

    @staticmethod
    def _at(role: str) -> str:
        return f"/modelConfiguration/{DEFAULTS}/{role}"


def _field(name: str, value: Any, replaced: Any, history: Sequence[Origin], why: str) -> ExplainedField:
    origin = history[-1]
    earlier: Layer | None = None
    if replaced is not ABSENT:
        earlier = history[-2].layer if len(history) > 1 else Layer.SUPPLIED
    return ExplainedField(name, value, origin.layer, _place(origin.pointer), replaced, earlier, why)


def _place(pointer: str) -> SettingLocation | None:
    return SettingLocation(pointer) if pointer else None


def _placed(found: Explanation, file: SiteFile | None) -> Explanation:
    """Return the explanation with what may be shown of its pointers, and with lines and columns if there is a file."""
    kept_out = found.kept_out
    given = [*(field.place for field in found.fields), kept_out.place if kept_out else None]
    wanted = sorted({place.pointer for place in given if place is not None})
    if file is None:
        places = {pointer: SettingLocation(safe_pointer(pointer)) for pointer in wanted}
    else:
        inside = [file.in_file(pointer) for pointer in wanted]
        spots = pointer_positions([(pointer, False) for pointer in inside], strip_comments(file.text))
        places = {
            pointer: SettingLocation(safe_pointer(own), file.name, *spot)
            for pointer, own, spot in zip(wanted, inside, spots, strict=True)
        }

    def placed(one: _Placed) -> _Placed:
        return replace(one, place=places[one.place.pointer]) if one.place is not None else one

    return replace(
        found, fields=tuple(map(placed, found.fields)), kept_out=placed(kept_out) if kept_out is not None else None
    )
