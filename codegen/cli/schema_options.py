"""Options that name folders, and the report of problems in schema sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from codegen.schema.loader import Sources
from modelconfig.cli.options import report
from modelconfig.diagnostics.problem import Problem

_UNREADABLE = frozenset({"MC001", "MC002", "MC011"})


def is_unreadable(problems: Iterable[Problem]) -> bool:
    """Return whether a file could not be read or written, which has another exit code than findings."""
    return any(problem.code in _UNREADABLE for problem in problems)


def report_on(sources: Sources, problems: Sequence[Problem], format_name: str, *, checked: str = "") -> int:
    """Print problems of schema sources and return the exit code. Excerpts are unmasked: schemas hold no credentials."""
    return report(
        problems,
        format_name,
        sources=sources.texts,
        checked=checked,
        unreadable=is_unreadable(problems),
        masks=dict.fromkeys(sources.texts, _unmasked),
    )


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
    help="Folder below which generated/ stands.",
)
