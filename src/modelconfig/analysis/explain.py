"""Explain each field of a merged model, provider or default: value, layer, location, replaced value.

Values are safe to show: credentials are hidden, in current and in replaced values.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from modelconfig.analysis.fields import fields, shown
from modelconfig.analysis.reasons import reason, reason_of_default
from modelconfig.analysis.subjects import DEFAULTS, Subject, SubjectKind, find_subject
from modelconfig.diagnostics.credentials import shown_name
from modelconfig.diagnostics.problem import Location, Problem, position_json
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.pointers import join, safe_pointer
from modelconfig.jsontext.positions import pointer_positions
from modelconfig.merge.layers import ABSENT, Layer, Origin
from modelconfig.merge.pipeline import merge_site
from modelconfig.merge.provenance import Provenance, site_pointer
from modelconfig.schema.properties import property_names
from modelconfig.site.filters import Removal, RemovalReason
from modelconfig.site.shapes import SECTION
from modelconfig.site.site_file import SiteFile
from modelconfig.views.base_document import base_document

__all__ = ["ExplainedField", "Explanation", "KeptOut", "SubjectKind", "explain_site"]

_Located = TypeVar("_Located", "ExplainedField", "KeptOut")


@dataclass(frozen=True, slots=True)
class ExplainedField:
    """One field of the result.

    `value` is ABSENT where a setting removed the field, `replaced` where there was no previous value; `replaced_layer`
    is the layer of the previous value. `place` is None where no property of the site configuration set the field; for a
    default it may be that of a name that could not be used. `reason` is a sentence without full stop, or "" where the
    layer is reason enough.

    The pointer of `place` is the file's own where there is a file, otherwise into the whole shape; it ends before the
    first name that may be a credential. Without a file, `place` has no line and column.
    """

    name: str
    value: Any
    layer: Layer
    place: Location | None = None
    replaced: Any = ABSENT
    replaced_layer: Layer | None = None
    reason: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the properties; `value`, `replaced` and `replacedLayer` only where they exist."""
        properties: dict[str, Any] = {"field": self.name}
        if self.value is not ABSENT:
            properties["value"] = self.value
        properties |= {"layer": self.layer.value, "place": self.place and position_json(self.place)}
        if self.replaced is not ABSENT:
            properties["replaced"] = self.replaced
        if self.replaced_layer is not None:
            properties["replacedLayer"] = self.replaced_layer.value
        return {**properties, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Why the base model or provider is not offered; `reason` is a sentence without full stop."""

    rule: RemovalReason
    reason: str
    place: Location | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the three properties; all of them are always present."""
        return {"rule": self.rule.value, "reason": self.reason, "place": self.place and position_json(self.place)}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a model, a provider or the default models are as they are.

    `present` is False for a base model or provider that is not offered; then there are no fields. `kept_out` is the
    reason why the one of the base is not offered, also where the site configuration has a new one with the same name.
    """

    kind: SubjectKind
    name: str
    present: bool
    fields: tuple[ExplainedField, ...] = ()
    kept_out: KeptOut | None = None

    def to_json(self) -> dict[str, Any]:
        """Return a JSON value; all properties are always present."""
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
    """Return where each field of something comes from, and the errors that prevent an explanation.

    `base` is the base document. `site` is a site configuration as read from a file, which gives lines and columns, or
    its value in the whole shape. `name` is a model reference, a ModelID that only one model has, a provider's id, or
    `defaultModels`. The explanation is None for an unknown name. Where the two cannot be merged, only a model that a
    filter removes is explained. Never raises for invalid content. Raises DataMissing when the generated package is
    missing.
    """
    file, value = (site, site.value) if isinstance(site, SiteFile) else (None, site)
    base, _ = base_document(base)
    merged = merge_site(base, value)
    problems = merged.problems if file is None else file.place(merged.problems)
    if merged.document is None and merged.provenance.filters is None:
        return None, problems
    document = merged.document or {"providers": [], "models": []}
    subject = find_subject(document, base, name)
    if merged.document is None and (isinstance(subject, Problem) or merged.provenance.removed(subject.name) is None):
        return None, problems
    if isinstance(subject, Problem):
        return None, [subject]
    explanation = _Explainer(document, merged.provenance, value).explain(subject)
    return _with_positions(explanation, file), problems if merged.document is None else []


@dataclass
class _Explainer:
    """Explains one subject of one merge; its locations are pointers into the whole shape."""

    document: Mapping[str, Any]
    provenance: Provenance
    site: Mapping[str, Any]

    def explain(self, subject: Subject) -> Explanation:
        if subject.kind is SubjectKind.DEFAULTS:
            return Explanation(subject.kind, DEFAULTS, present=True, fields=tuple(self._defaults()))
        explained = () if subject.position is None else tuple(self._fields(subject))
        return Explanation(subject.kind, subject.name, subject.position is not None, explained, self._kept_out(subject))

    def _kept_out(self, subject: Subject) -> KeptOut | None:
        removal: Removal | None = None
        filters = self.provenance.filters
        if subject.kind is SubjectKind.MODEL:
            removal = self.provenance.removed(subject.name)
        elif subject.in_base and filters is not None and not filters.enabled:
            removal = Removal(RemovalReason.GATEWAY, site_pointer(filters.pointer, self.provenance.legacy))
        if removal is None:
            return None
        return KeptOut(removal.rule, self.provenance.why_removed(removal.rule), _location(removal.pointer))

    def _fields(self, subject: Subject) -> Iterator[ExplainedField]:
        """Yield the fields of a model or provider, then the fields that settings removed."""
        collection = f"{subject.kind.value}s"
        item = self.document[collection][subject.position]
        pointer = f"/{collection}/{subject.position}"
        for path, value in fields(item, self.provenance.earlier(pointer)):
            history = self.provenance.history(join(pointer, *path))
            shown_value, earlier = (shown((collection, 0, *path), part) for part in (value, history[-1].replaced))
            name = ".".join(shown_name(str(token)) for token in path)
            yield _field(name, shown_value, earlier, history, reason(path, value, history[-1].layer))

    def _defaults(self) -> Iterator[ExplainedField]:
        defaults = self.document["defaultModels"]
        # The configured models, whether they can be used or not.
        all_configured = (self.site.get(SECTION) or {}).get(DEFAULTS) or {}
        for role in dict.fromkeys((*property_names("site", "SiteDefaultModels"), *defaults)):
            value = defaults.get(role, ABSENT)
            history = self.provenance.history(f"/{DEFAULTS}/{role}")
            replaced = history[-1].replaced
            if value is ABSENT and replaced is ABSENT:
                continue
            configured = all_configured.get(role) or None
            reason = reason_of_default(role, value, history[-1], configured, self.document, self.provenance)
            field = _field(role, shown((DEFAULTS, role), value), replaced, history, reason)
            if configured not in (None, value) and field.place is None:
                field = replace(field, place=_location(f"/{SECTION}/{DEFAULTS}/{role}"))
            yield field


def _field(name: str, value: Any, replaced: Any, history: Sequence[Origin], reason: str) -> ExplainedField:
    origin = history[-1]
    earlier: Layer | None = None
    if replaced is not ABSENT:
        earlier = history[-2].layer if len(history) > 1 else Layer.SUPPLIED
    return ExplainedField(name, value, origin.layer, _location(origin.pointer), replaced, earlier, reason)


def _location(pointer: str) -> Location | None:
    return Location(pointer=pointer) if pointer else None


def _with_positions(explanation: Explanation, file: SiteFile | None) -> Explanation:
    """Return the explanation with pointers that may be shown, and with lines and columns if there is a file."""
    kept_out = explanation.kept_out
    places = [*(field.place for field in explanation.fields), kept_out.place if kept_out else None]
    site_pointers = sorted({place.pointer for place in places if place is not None})
    file_pointers = [file.in_file(pointer) for pointer in site_pointers] if file else site_pointers
    positions: Sequence[tuple[int | None, int | None]] = [(None, None)] * len(site_pointers)
    if file is not None:
        positions = pointer_positions([(pointer, False) for pointer in file_pointers], strip_comments(file.text))
    file_name = file.name if file else ""
    locations_by_pointer = {
        pointer: Location(file=file_name, line=line, column=column, pointer=safe_pointer(file_pointer))
        for pointer, file_pointer, (line, column) in zip(site_pointers, file_pointers, positions, strict=True)
    }

    def with_position(item: _Located) -> _Located:
        return item if item.place is None else replace(item, place=locations_by_pointer[item.place.pointer])

    fields = tuple(map(with_position, explanation.fields))
    return replace(explanation, fields=fields, kept_out=with_position(kept_out) if kept_out is not None else None)
