"""The command `python -m codegen types`: schema/ to generated/ and docs/reference/."""

from __future__ import annotations

from pathlib import Path

import click

from codegen import pipeline
from codegen.cli.generation import check_option, chosen_mode, dry_run_option, show
from codegen.cli.schema_options import root_option, schema_option
from modelconfig.cli.options import format_option


@click.command()
@schema_option
@root_option
@check_option
@dry_run_option
@format_option
def types(schema_directory: Path, root: Path, format_name: str, *, check: bool, dry_run: bool) -> int:
    """Generate the types of each language, the derived schemas and the reference pages.

    Writes nothing if schema/ has errors. Otherwise replaces every file that differs, and removes files in the generated
    folders that are no longer generated.
    """
    mode = chosen_mode(check=check, dry_run=dry_run)
    return show(pipeline.run(schema_directory, pipeline.TYPES, root, mode), format_name)
