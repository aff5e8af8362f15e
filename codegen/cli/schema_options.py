"""The option for the schemas, the mode of a run, the report of problems in schema sources, and exit codes."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from codegen.output import Mode
from modelconfig.cli.options import reject_url, report
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE
from modelconfig.cli.problem_policy import fails
from modelconfig.diagnostics.problem import Problem

_UNREADABLE = frozenset({"MC001", "MC002", "MC011"})

schema_option = click.option(
    "--schema",
    "schema_folder",
    type=click.Path(path_type=Path),
    callback=reject_url,
    default=Path("schema"),
    show_default=True,
    help="Folder with the hand-written schemas.",
)


def chosen_mode(*, check: bool, dry_run: bool) -> Mode:
    """Return the mode that the two options select. Raise UsageError for both together."""
    if check and dry_run:
        raise click.UsageError("--check and --dry-run cannot be combined.")
    return Mode.CHECK if check else Mode.DRY_RUN if dry_run else Mode.WRITE


def report_on(texts: Mapping[str, str], problems: Sequence[Problem], format_name: str, *, checked: str = "") -> int:
    """Print problems of files with these texts, and return the exit code.

    Excerpts are unmasked: schemas and the files beside them hold no credentials.
    """
    masks = dict.fromkeys(texts, lambda line, _: line)
    report(problems, format_name, sources=texts, checked=checked, masks=masks)
    return exit_code(problems)


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 2 if a file could not be read or written, else 1 for what makes the command fail, else 0."""
    listed = list(problems)
    if any(problem.code in _UNREADABLE for problem in listed):
        return UNUSABLE
    return FINDINGS if fails(listed) else CLEAN
