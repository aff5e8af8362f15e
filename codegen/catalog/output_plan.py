"""Compare a built document with the files on disk, and plan what to write: the revision, models.json and its copies.

The order of the writes makes a run that is interrupted harmless. `catalog.yaml` gets its new revision first: the next
run finds it newer than models.json and keeps it. The copies come last, and after them `published.json`, if
the document is published; what is outdated is written by the next run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from codegen.catalog.catalog_loader import CatalogFile
from codegen.catalog.revision import with_revision
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.jsontext.conflict_markers import first_sides
from modelconfig.jsontext.reader import parse_json, read_source
from modelconfig.jsontext.writer import dump_document
from modelconfig.storage.files import LOCAL_SIZE_LIMIT

if TYPE_CHECKING:
    from modelconfig.documents.diff import DocumentChange

COMMAND: Final = "python -m codegen config"


class BuiltDocuments(NamedTuple):
    """What a build gives: the document, its companion, and the text of `published.json` for them, if it is wanted."""

    document: dict[str, Any]
    sources: Mapping[str, Any]
    published: str


class Targets(NamedTuple):
    """The files to write."""

    output: Path
    copies: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()
    """The copies of the document's companion."""
    published: Path | None = None
    """`published.json`, if the document is published now."""

    @property
    def all(self) -> tuple[Path, ...]:
        """All of them, in the order of writing."""
        return (self.output, *self.copies, *self.sources, *([self.published] if self.published is not None else []))


class Plan(NamedTuple):
    """The changes that a build makes.

    `writes` has only files whose text differs, in the order of writing. `outdated` has the generated ones of them.
    """

    text: str
    revision: str
    stored_revision: str
    writes: dict[Path, str]
    outdated: list[Path]
    changes: list[DocumentChange]
    is_new: bool
    problems: list[Problem]


class _Existing(NamedTuple):
    """A file on disk: its text if it is readable, its document if it is a model configuration."""

    exists: bool
    text: str | None = None
    document: dict[str, Any] | None = None


def plan_output(main: CatalogFile, built: BuiltDocuments, targets: Targets, *, force: bool) -> Plan:
    """Plan the writes of a document and what belongs to it. Reads the existing files, and writes nothing."""
    text = dump_document(built.document)
    expected = dict.fromkeys((targets.output, *targets.copies), text)
    expected |= dict.fromkeys(targets.sources, dump_document(built.sources))
    expected |= {targets.published: built.published} if targets.published is not None else {}
    existing = {path: _read_existing(path, expected[path], built.document) for path in targets.all}
    output = existing[targets.output]
    outdated = [path for path, file in existing.items() if file.text != expected[path]]
    revision, stored = built.document["revision"], main.content["revision"]
    revised_source = {main.path: with_revision(main.document, revision)} if revision != stored else {}
    return Plan(
        text=text,
        revision=revision,
        stored_revision=stored,
        writes=revised_source | {path: expected[path] for path in outdated},
        outdated=outdated,
        changes=_changes(output.document, built.document),
        is_new=not output.exists,
        problems=in_file(_output_problems(targets.output, output, force=force), targets.output.as_posix()),
    )


def _changes(old: dict[str, Any] | None, new: dict[str, Any]) -> list[DocumentChange]:
    if old is None or old is new:
        return []
    from modelconfig.documents.diff import compare

    return compare(old, new)


def outdated_files(plan: Plan) -> list[Problem]:
    """Report an error for each file that differs from the result of the build."""
    problems: list[Problem] = []
    for path in plan.outdated:
        message = "differs from the document built from the catalogue" if path.exists() else "is missing"
        hint = f"Run `{COMMAND}` and commit the result."
        problems += in_file([error("MC270", message, hint=hint)], path.as_posix())
    return problems


def describe(plan: Plan, main: CatalogFile, output_name: str, *, is_written: bool) -> Iterator[str]:
    """Yield the lines of the summary. `is_written` is whether the files have been written."""
    if plan.is_new:
        yield f"{output_name} is new."
    elif plan.changes:
        yield f"{output_name} {'changed' if is_written else 'changes'}:"
        from modelconfig.documents.diff import render

        yield from (f"  {line}" for line in render(plan.changes).split("\n"))
    if plan.revision != plan.stored_revision:
        verb = "is now" if is_written else "would become"
        yield f"The revision in {main.name} {verb} {plan.revision} (was {plan.stored_revision})."
    if is_written:
        names = ", ".join(path.as_posix() for path in plan.writes)
        yield f"Wrote {names}." if names else f"{output_name} is up to date."


def output_problems(output: Path, *, force: bool) -> list[Problem]:
    """Report what prevents writing the output."""
    return in_file(_output_problems(output, _read_existing(output), force=force), output.as_posix())


def _output_problems(output: Path, existing: _Existing, *, force: bool) -> list[Problem]:
    if output.is_dir():
        return [error("MC011", "this is a folder", hint="Specify a file in the folder.")]
    if not output.parent.is_dir():
        return [error("MC011", "the folder of this file does not exist", hint="Create it, or correct the path.")]
    # The write reports a link.
    if existing.exists and existing.document is None and not force and not output.is_symlink():
        hint = "Specify another file with --output, or overwrite this one with --force."
        return [error("MC012", "this file is not a model configuration", hint=hint)]
    return []


def _read_existing(path: Path, expected: str = "", built: dict[str, Any] | None = None) -> _Existing:
    """Read a file. One with the expected text holds the built document, and is not parsed."""
    if not path.exists():
        return _Existing(exists=path.is_symlink())
    # With a limit, no pipe is read.
    source, _ = read_source(path.as_posix(), LOCAL_SIZE_LIMIT)
    if source is None:
        return _Existing(exists=True)
    if source.text == expected:
        return _Existing(exists=True, text=source.text, document=built)
    # A damaged document is still ours, and is built anew.
    value, _ = parse_json(first_sides(source.text))
    return _Existing(exists=True, text=source.text, document=value if _is_configuration(value) else None)


def _is_configuration(value: Any) -> bool:
    """Return whether a value is a model configuration of any version, by its properties."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("schemaVersion"), str)
        and all(isinstance(value.get(name), list) for name in ("providers", "models"))
    )
