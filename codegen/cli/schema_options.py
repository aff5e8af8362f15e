"""Options of several commands, the report of problems in schema sources, and exit codes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import click

from codegen import pipeline
from codegen.output import Mode
from modelconfig.cli.options import format_option, report
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err
from modelconfig.diagnostics.problem import Problem, has_errors

_UNREADABLE = frozenset({"MC001", "MC002", "MC011"})

schema_option = click.option(
    "--schema",
    "schema_folder",
    type=click.Path(path_type=Path),
    default=Path("schema"),
    show_default=True,
    help="Folder with the hand-written schemas.",
)


def generation_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of a command that generates files from the schemas."""
    for option in (
        format_option,
        click.option("--dry-run", is_flag=True, help="Write nothing; list the files that would change."),
        click.option(
            "--check",
            is_flag=True,
            help="Write nothing; print the differences of the generated files, and exit with code 1 if there are any.",
        ),
        click.option(
            "--root",
            type=click.Path(path_type=Path),
            default=Path(),
            show_default=True,
            help="Folder that contains generated/.",
        ),
        schema_option,
    ):
        command = option(command)
    return command


def chosen_mode(*, check: bool, dry_run: bool) -> Mode:
    """Return the mode that the two options select. Raise UsageError for both together."""
    if check and dry_run:
        raise click.UsageError("--check and --dry-run cannot be combined.")
    return Mode.CHECK if check else Mode.DRY_RUN if dry_run else Mode.WRITE


def generate(
    product: pipeline.Product, schema_folder: Path, root: Path, format_name: str, *, check: bool, dry_run: bool
) -> int:
    """Generate a product; print the files that were or would be written, and all problems. Return the exit code."""
    result = pipeline.run(schema_folder, product, root, chosen_mode(check=check, dry_run=dry_run))
    echo_err(result.output.notes)
    # Programs that read standard output expect only problems.
    (echo if format_name == "text" else echo_err)(result.output.listing)
    return report_on(result.sources.texts, result.problems, format_name)


def report_on(texts: Mapping[str, str], problems: Sequence[Problem], format_name: str, *, checked: str = "") -> int:
    """Print problems of files with these texts, and return the exit code.

    Excerpts are unmasked: schemas and the files beside them hold no credentials.
    """
    masks = dict.fromkeys(texts, lambda line, _: line)
    report(problems, format_name, sources=texts, checked=checked, masks=masks)
    return exit_code(problems)


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 2 if a file could not be read or written, else 1 for an error, else 0."""
    listed = list(problems)
    if any(problem.code in _UNREADABLE for problem in listed):
        return UNUSABLE
    return FINDINGS if has_errors(listed) else CLEAN
