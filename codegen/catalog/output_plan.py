"""Compare a built document with the files on disk, and write the revision, models.json and its copies.

The order of the writes makes a run that is cut short harmless. `catalog.yaml` gets its new revision first: the
next run finds it newer than models.json and keeps it. The copies come last; whichever lags behind is written again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from codegen.catalog.catalog_loader import CatalogFile
from codegen.catalog.revision import is_newer, next_revision, with_revision
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, in_file, warning
from modelconfig.documents import diff
from modelconfig.jsontext.reader import NOTHING, parse_json, read_source
from modelconfig.jsontext.writer import dump_document

COMMAND: Final = "python -m codegen config"


@dataclass(frozen=True, slots=True)
class Targets:
    """The files to write. `published` is the file whose revision is incremented, also if `output` is another one."""

    output: Path
    published: Path
    copies: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes a build makes. `writes` has only files whose text differs, in the order of writing."""

    text: str
    revision: str
    stored_revision: str
    writes: dict[Path, str]
    changes: list[diff.DocumentChange]
    is_new: bool
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Existing:
    """A file on disk: its text if it is readable, its document if it is a model configuration."""

    exists: bool
    text: str | None = None
    document: dict[str, Any] | None = None

    @property
    def revision(self) -> str:
        revision = self.document.get("revision") if self.document else None
        return revision if isinstance(revision, str) else ""


def plan_output(main: CatalogFile, document: dict[str, Any], targets: Targets, today: date, *, force: bool) -> Plan:
    """Plan the writes of a document. Reads the existing files, and writes nothing."""
    existing = _read_existing(targets.output)
    published = existing if targets.published == targets.output else _read_existing(targets.published)
    stored: str = document["revision"]
    if published.document is not None:
        revision, problems = _revision(document, published, stored, today, main)
    else:
        # An unreadable file may have had this revision with other content.
        unreadable = published.exists and targets.published == targets.output
        revision, problems = next_revision(stored, "", today) if unreadable else stored, []
    revised_document = {**document, "revision": revision}
    text = dump_document(revised_document)
    problems += in_file(_output_problems(targets.output, existing, force=force), targets.output.as_posix())
    writes: dict[Path, str] = {}
    if revision != stored:
        writes[main.path] = with_revision(main.document, revision)
    for path in (targets.output, *targets.copies):
        if (existing if path == targets.output else _read_existing(path)).text != text:
            writes[path] = text
    changes = diff.compare(existing.document, revised_document) if existing.document is not None else []
    return Plan(text, revision, stored, writes, changes, not existing.exists, problems)


def outdated(plan: Plan, targets: Targets) -> list[Problem]:
    """Report an error for each file that differs from the result of the build."""
    problems: list[Problem] = []
    hint = f"Run `{COMMAND}` and commit what it writes."
    for path in (targets.output, *targets.copies):
        if path in plan.writes:
            message = "this file is not what the catalogue gives" if path.exists() else "this file is missing"
            problems += in_file([error("MC270", message, hint=hint)], path.as_posix())
    return problems


def describe(plan: Plan, main: CatalogFile, output_name: str, *, done: bool) -> Sequence[str]:
    """Return the lines of the summary. `done` is whether the files have been written."""
    lines: list[str] = []
    if plan.is_new:
        lines.append(f"{output_name} is new.")
    elif plan.changes:
        lines += [f"{output_name} changes:" if not done else f"{output_name} changed:"]
        lines += [f"  {line}" for line in diff.render(plan.changes).split("\n")]
    if plan.revision != plan.stored_revision:
        verb = "is now" if done else "would become"
        lines.append(f"The revision in {main.name} {verb} {plan.revision} (was {plan.stored_revision}).")
    return lines


def _revision(
    document: dict[str, Any], published: _Existing, stored: str, today: date, main: CatalogFile
) -> tuple[str, list[Problem]]:
    """Return the revision of the document that follows the published one."""
    published_content = {**(published.document or {}), "revision": ""}
    if published_content != {**document, "revision": ""}:
        newer = is_newer(stored, published.revision)
        return stored if newer else next_revision(stored, published.revision, today), []
    if is_newer(published.revision, stored):
        message = f"the revision goes back from {quote(published.revision)} to {quote(stored)}"
        hint = "Readers take the higher revision for the newer document. Lower it only if that one was never published."
        return stored, main.locate_problems([warning("MC271", message, hint=hint, pointer="/revision")])
    return stored, []


def _output_problems(output: Path, existing: _Existing, *, force: bool) -> list[Problem]:
    """Report what prevents writing the output."""
    if output.is_dir():
        return [error("MC011", "this is a folder", hint="Name the file to write in it.")]
    if not output.parent.is_dir():
        return [error("MC011", "the folder of this file does not exist", hint="Create it, or correct the path.")]
    if existing.exists and existing.document is None and not force:
        hint = "It is left as it is. Name another file with --output, or overwrite it with --force."
        return [error("MC012", "this file is not a model configuration", hint=hint)]
    return []


def _read_existing(path: Path) -> _Existing:
    if not path.exists():
        return _Existing(exists=path.is_symlink())
    source, _ = read_source(path.as_posix())
    if source is None:
        return _Existing(exists=True)
    value, _ = parse_json(source.text)
    return _Existing(exists=True, text=source.text, document=value if _is_configuration(value) else None)


def _is_configuration(value: Any) -> bool:
    """Return whether a value is a model configuration of any version, by its properties."""
    if value is NOTHING or not isinstance(value, dict):
        return False
    return isinstance(value.get("schemaVersion"), str) and all(
        isinstance(value.get(name), list) for name in ("providers", "models")
    )
