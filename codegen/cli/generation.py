"""What the commands that generate files from the schemas share: their options and their run."""

from collections.abc import Callable
from pathlib import Path

import click

from codegen import pipeline
from codegen.cli.schema_options import chosen_mode, report_on, schema_option
from modelconfig.cli.options import problem_options, reject_url
from modelconfig.cli.output import echo, echo_err
from modelconfig.cli.problem_policy import fails
from modelconfig.cli.progress import working_on


def generation_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of a command that generates files from the schemas."""
    for option in (
        problem_options(writes=True),
        click.option("--dry-run", is_flag=True, help="Write nothing; list the files that would change."),
        click.option(
            "--check",
            is_flag=True,
            help="Write nothing; print the differences of the generated files, and exit with code 1 if there are any.",
        ),
        click.option(
            "--root",
            type=click.Path(path_type=Path),
            callback=reject_url,
            default=Path(),
            show_default=True,
            help="Folder that contains generated/.",
        ),
        schema_option,
    ):
        command = option(command)
    return command


def generate(
    product: pipeline.Product, schema_folder: Path, root: Path, format_name: str, *, check: bool, dry_run: bool
) -> int:
    """Generate a product; print the files that were or would be written, and all problems. Return the exit code."""
    working_on(f"generating from {schema_folder}")
    result = pipeline.run(schema_folder, product, root, chosen_mode(check=check, dry_run=dry_run), fails)
    echo_err(result.output.notes)
    # Programs that read standard output expect only problems.
    (echo if format_name == "text" else echo_err)(result.output.listing)
    return report_on(result.sources.texts, result.problems, format_name)
