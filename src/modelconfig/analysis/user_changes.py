"""What changes for users between two site configurations, or between two base documents of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from modelconfig.analysis.retirement import NOTICE, retires
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.documents import revisions
from modelconfig.documents.diff import ChangedItem, DiffKind, DocumentChange, compare
from modelconfig.documents.queries import HIDDEN_STATUSES
from modelconfig.jsontext.comments import strip_comments
from modelconfig.jsontext.positions import pointer_positions
from modelconfig.merge.pipeline import Merged
from modelconfig.site.site_context import site_context
from modelconfig.site.site_file import SiteFile
from modelconfig.views.client_view import client_view


class Side:
    """One side of a comparison: a site configuration merged with a base document."""

    def __init__(self, base: Mapping[str, Any], file: SiteFile, problems: Iterable[Problem], merged: Merged) -> None:
        """Keep what was merged, and the problems of it; `merged` must have a document."""
        self.base = base
        self.file = file
        self.problems = file.place(problems)
        self.document = merged.document or {}
        self.models = {model["modelRef"]: model for model in self.document["models"]}
        self._provenance = merged.provenance
        self._locations: dict[str, str] = {}
        self.base_refs = {model["modelRef"] for model in base["models"]}

    def view(self, other: Side) -> dict[str, Any]:
        """Return the client view without the revision, which users do not see.

        Models that are the same on the other side are left as they are, to save time.
        """
        changed = [model for ref, model in self.models.items() if other.models.get(ref) != model]
        view = client_view({**self.document, "models": changed})
        views = {model["modelRef"]: model for model in view["models"]}
        return {**view, "revision": "", "models": [views.get(ref, model) for ref, model in self.models.items()]}

    def ending(self) -> dict[str, date]:
        """Return the models that users see and that retire within 90 days of the base's revision, with the day."""
        revision = revisions.parse(str(self.base.get("revision")))
        if revision is None:
            return {}
        days = ((ref, retires(model)) for ref, model in self.models.items() if model["status"] not in HIDDEN_STATUSES)
        return {ref: day for ref, day in days if day is not None and day - revision.day <= NOTICE}

    def why_absent(self, ref: str, other: Side) -> str:
        """Return why a model of the other side is not in this merged document, as a sentence without full stop."""
        removal = self._provenance.removed(ref)
        if removal is not None:
            if removal.pointer not in self._locations:
                self._locations[removal.pointer] = self._location(removal.pointer)
            location = self._locations[removal.pointer]
            return self._provenance.why_removed(removal.rule) + (f" ({location})" if location else "")
        owner = "base document" if ref in other.base_refs else "site configuration"
        return f"the {owner} no longer has it"

    def _location(self, pointer: str) -> str:
        in_file = self.file.in_file(pointer)
        if not in_file:
            return ""
        [(line, column)] = pointer_positions([(in_file, False)], strip_comments(self.file.text))
        return f"{self.file.name}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class UserChanges:
    """The differences that users see, and the problems that only the new side has.

    `notes` says why, or what it means, for some of the changes, by their position.
    """

    changes: list[DocumentChange]
    notes: Mapping[int, str]
    problems: list[Problem]

    def to_json(self) -> list[dict[str, Any]]:
        """Return the changes as JSON values, each with its note, or ""."""
        return [{**change.to_json(), "note": self.notes.get(at, "")} for at, change in enumerate(self.changes)]


def user_changes(old: Side, new: Side) -> UserChanges:
    """Return what changes for users from one side to the other.

    Models that end soon are reported if they did not end soon on the old side; each side is judged on the day of its
    base document's revision. Problems of the old side are left out, wherever they were.
    """
    changes = [*compare(old.view(new), new.view(old)), *_ending(old, new)]
    notes = {at: note for at, change in enumerate(changes) if (note := _note(change, old, new))}
    known = {(problem.code, problem.message) for problem in old.problems}
    problems = [one for one in new.problems if (one.code, one.message) not in known]
    return UserChanges(changes, notes, problems + new.file.place(_overrides_of_removed(old, new)))


def _overrides_of_removed(old: Side, new: Side) -> Iterator[Problem]:
    """Yield a warning for each override of a catalogue model that only the old base document has."""
    context = site_context(new.file.value, new.base)
    removed = old.base_refs - new.base_refs if context.sourcegraph is not None else set()
    for entry in context.models:
        if entry.identity in removed:
            yield warning(
                "MC514",
                f"the override of {quote(entry.identity)} makes a new model: the base document no longer has it",
                hint="Remove the override, or name the model that replaces the old one.",
                pointer=entry.pointer_to("modelRef"),
            )


def _ending(old: Side, new: Side) -> Iterator[DocumentChange]:
    known = old.ending()
    for ref, day in new.ending().items():
        if ref not in known:
            yield DocumentChange(
                kind=DiffKind.ENDING, subject=ChangedItem.MODEL, name=ref, field="retiresOn", new=day.isoformat()
            )


def _note(change: DocumentChange, old: Side, new: Side) -> str:
    if change.subject is not ChangedItem.MODEL:
        return ""
    if change.kind is DiffKind.REMOVED:
        return new.why_absent(change.name, old) + _replacement(old.models[change.name])
    if change.kind is DiffKind.ENDING:
        return _replacement(new.models[change.name]).removeprefix("; ")
    if change.field == "status" and change.new in HIDDEN_STATUSES:
        return "clients hide it" + _replacement(new.models[change.name])
    return ""


def _replacement(model: Mapping[str, Any]) -> str:
    replacement = model.get("replacement")
    return f"; its replacement is {quote(replacement)}" if isinstance(replacement, str) else ""
