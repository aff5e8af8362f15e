"""Compare a built document with the files on disk, and write the revision, models.json and its copies.

The order of the writes makes a run that is cut short harmless. `catalog.yaml` gets its new revision first: the
next run finds it newer than models.json and keeps it. The copies come last; whichever lags behind is written again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from codegen import output
from codegen.catalog.revision import is_newer, next_revision, with_revision
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, in_file, warning
from modelconfig.documents import diff
from modelconfig.jsontext.reader import NOTHING, parse_json, read_source
from modelconfig.jsontext.writer import dump_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from codegen.catalog.catalog_loader import CatalogFile

COMMAND: Final = "python -m codegen config"


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a document goes. `published` is the file that the revision is counted from, whatever the output is."""

    output: Path
    published: Path
    copies: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build would do. `writes` has only files whose text differs, in the order of writing."""

    text: str
    revision: str
    stored_revision: str
    writes: dict[Path, str]
    changes: list[diff.DocumentChange]
    is_new: bool
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Existing:
    """A file as it is on disk: its text if it can be read, its document if it is a model configuration."""

    there: bool
    text: str | None = None
    document: dict[str, Any] | None = None

    @property
    def revision(self) -> str:
        revision = self.document.get("revision") if self.document else None
        return revision if isinstance(revision, str) else ""


def plan_output(main: CatalogFile, document: dict[str, Any], targets: Targets, today: date, *, force: bool) -> Plan:
    """Return what writing the document means; reads, writes nothing."""
    existing = _existing(targets.output)
    published = existing if targets.published == targets.output else _existing(targets.published)
    stored: str = document["revision"]
    if published.document is not None:
        revision, problems = _revision(document, published, stored, today, main)
    else:
        # What cannot be read may have had this revision with another content.
        lost = published.there and targets.published == targets.output
        revision, problems = next_revision(stored, "", today) if lost else stored, []
    final = {**document, "revision": revision}
    text = dump_document(final)
    problems += in_file(_obstacles(targets.output, existing, force=force), targets.output.as_posix())
    writes: dict[Path, str] = {}
    if revision != stored:
        writes[main.path] = with_revision(main.document, revision)
    for path in (targets.output, *targets.copies):
        if (existing if path == targets.output else _existing(path)).text != text:
            writes[path] = text
    changes = diff.compare(existing.document, final) if existing.document is not None else []
    return Plan(text, revision, stored, writes, changes, not existing.there, problems)


def outdated(plan: Plan, targets: Targets) -> list[Problem]:
    """Return which files are not what the catalogue stands for: an error each."""
    problems: list[Problem] = []
    hint = f"Run `{COMMAND}` and commit what it writes."
    for path in (targets.output, *targets.copies):
        if path in plan.writes:
            message = "this file is not what the catalogue gives" if path.exists() else "this file is missing"
            problems += in_file([error("MC270", message, hint=hint)], path.as_posix())
    return problems


def write(plan: Plan) -> None:
    """Write what differs. Raises WriteError, and leaves every file as it was, where one cannot be written."""
    output.write_all(plan.writes)


def describe(plan: Plan, main: CatalogFile, shown: str, *, done: bool) -> Sequence[str]:
    """Return the summary's lines. `done` tells what was written from what would be."""
    lines: list[str] = []
    if plan.is_new:
        lines.append(f"{shown} is new.")
    elif plan.changes:
        lines += [f"{shown} changes:" if not done else f"{shown} changed:"]
        lines += [f"  {line}" for line in diff.render(plan.changes).split("\n")]
    if plan.revision != plan.stored_revision:
        verb = "is now" if done else "would become"
        lines.append(f"The revision in {main.name} {verb} {plan.revision} (was {plan.stored_revision}).")
    return lines


def _revision(
    document: dict[str, Any], published: _Existing, stored: str, today: date, main: CatalogFile
) -> tuple[str, list[Problem]]:
    """Return the revision of the document, given the published one that it follows."""
    before = {**(published.document or {}), "revision": ""}
    if before != {**document, "revision": ""}:
        newer = is_newer(stored, published.revision)
        return stored if newer else next_revision(stored, published.revision, today), []
    if is_newer(published.revision, stored):
        message = f"the revision goes back from {quote(published.revision)} to {quote(stored)}"
        hint = "Readers take the higher revision for the newer document. Lower it only if that one was never published."
        return stored, main.place([warning("MC271", message, hint=hint, pointer="/revision")])
    return stored, []


def _obstacles(output: Path, existing: _Existing, *, force: bool) -> list[Problem]:
    """Return why the output cannot or should not be written."""
    if output.is_dir():
        return [error("MC011", "this is a folder", hint="Name the file to write in it.")]
    if not output.parent.is_dir():
        return [error("MC011", "the folder of this file does not exist", hint="Create it, or correct the path.")]
    if existing.there and existing.document is None and not force:
        hint = "It is left as it is. Name another file with --output, or overwrite it with --force."
        return [error("MC012", "this file is not a model configuration", hint=hint)]
    return []


def _existing(path: Path) -> _Existing:
    if not path.exists():
        return _Existing(there=path.is_symlink())
    source, _ = read_source(path.as_posix())
    if source is None:
        return _Existing(there=True)
    value, _ = parse_json(source.text)
    return _Existing(there=True, text=source.text, document=value if _is_configuration(value) else None)


def _is_configuration(value: Any) -> bool:
    """Return whether a value is a model configuration of any version, by its properties."""
    if value is NOTHING or not isinstance(value, dict):
        return False
    return isinstance(value.get("schemaVersion"), str) and all(
        isinstance(value.get(name), list) for name in ("providers", "models")
    )
