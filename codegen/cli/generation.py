"""Options of the commands that generate, and how they show the result of a run."""

from __future__ import annotations

import click

from codegen.cli.schema_options import report_on
from codegen.output import Mode
from codegen.pipeline import GenerationResult
from modelconfig.cli.output import echo, echo_err

check_option = click.option(
    "--check", is_flag=True, help="Write nothing; print the differences of the generated files, and exit 1 if any."
)
dry_run_option = click.option("--dry-run", is_flag=True, help="Write nothing; list the files that would change.")


def chosen_mode(*, check: bool, dry_run: bool) -> Mode:
    """Return the mode that the two options select. Raise UsageError for both together."""
    if check and dry_run:
        raise click.UsageError("--check and --dry-run cannot be combined.")
    return Mode.CHECK if check else Mode.DRY_RUN if dry_run else Mode.WRITE


def show(result: GenerationResult, format_name: str) -> int:
    """Print the files that a run wrote or would write, and its problems; return the exit code."""
    echo_err(result.output.notes)
    # Programs that read standard output expect only problems.
    (echo if format_name == "text" else echo_err)(result.output.listing)
    return report_on(result.sources, result.problems, format_name)
