"""`python -m codegen types`: from schema/ to generated/ and docs/reference/."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from codegen import files, pipeline
from codegen.cli import report_on, root_option, schema_option
from codegen.targets import DOCUMENT_COPIES
from modelconfig.cli.options import format_option
from modelconfig.cli.output import say, tell
from modelconfig.problems import has_errors

if TYPE_CHECKING:
    from pathlib import Path

REMEDY = "nox -s codegen"


@click.command()
@schema_option
@root_option
@click.option("--check", is_flag=True, help="Write nothing; show how the generated files differ and exit 1 if it does.")
@click.option("--dry-run", is_flag=True, help="Write nothing; list the files that would change.")
@format_option
def types(schema_directory: Path, root: Path, format_name: str, *, check: bool, dry_run: bool) -> int:
    """Generate the types of each language, the derived schemas and the reference pages.

    Nothing is written unless schema/ is free of errors; then every file that differs is replaced, and files that
    nothing generates any more are removed.
    """
    if check and dry_run:
        raise click.UsageError("--check and --dry-run exclude each other.")
    sources, problems = pipeline.check_schemas(schema_directory)
    if has_errors(problems):
        return report_on(sources, problems, format_name)
    expected = pipeline.generate_types(sources)
    if check:
        drifted, diff = files.drift(root, expected, pipeline.OWNED, DOCUMENT_COPIES, REMEDY)
        tell(diff)
        return report_on(sources, [*problems, *drifted], format_name)
    if dry_run:
        drifted, _ = files.drift(root, expected, pipeline.OWNED, DOCUMENT_COPIES, REMEDY)
        # Where programs read standard output, it is for problems alone.
        listed = say if format_name == "text" else tell
        listed("".join(f"{problem.file}: {problem.message}\n" for problem in drifted))
        return report_on(sources, problems, format_name)
    try:
        done = files.write_tree(root, expected, pipeline.OWNED, DOCUMENT_COPIES)
    except files.WriteError as refused:
        return report_on(sources, [*problems, refused.problem], format_name)
    tell(summary(done, len(expected)))
    return report_on(sources, problems, format_name)


def summary(done: files.Written, generated: int) -> str:
    """Return what a run changed, a line each, and a closing line."""
    lines = [f"wrote   {name}\n" for name in done.written] + [f"removed {name}\n" for name in done.removed]
    same = generated - len(done.written)
    return "".join(lines) + f"{generated} files generated, {same} of them unchanged\n"
