"""Options that name folders, and the report of problems in schema sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from codegen.schema.loader import Sources
from modelconfig.cli.options import report
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE
from modelconfig.diagnostics.problem import Problem, has_errors

_UNREADABLE = frozenset({"MC001", "MC002", "MC011"})


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 2 if a file could not be read or written, else 1 for an error, else 0."""
    listed = list(problems)
    if any(problem.code in _UNREADABLE for problem in listed):
        return UNUSABLE
    return FINDINGS if has_errors(listed) else CLEAN


def report_on(sources: Sources, problems: Sequence[Problem], format_name: str, *, checked: str = "") -> int:
    """Print problems of schema sources and return the exit code. Excerpts are unmasked: schemas hold no credentials."""
    masks = dict.fromkeys(sources.texts, _unmasked)
    report(problems, format_name, sources=sources.texts, checked=checked, masks=masks)
    return exit_code(problems)


def _unmasked(line: str, _number: int) -> str:
    return line


schema_option = click.option(
    "--schema",
    "schema_directory",
    type=click.Path(path_type=Path),
    default=Path("schema"),
    show_default=True,
    help="Folder with the hand-written schemas.",
)
root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=True,
    help="Folder that contains generated/.",
)
