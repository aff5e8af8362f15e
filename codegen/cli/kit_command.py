"""The command `python -m codegen kit`: schema/ to generated/conformance/."""

from __future__ import annotations

from pathlib import Path

import click

from codegen import pipeline
from codegen.cli.generation import check_option, chosen_mode, dry_run_option, show
from codegen.cli.schema_options import root_option, schema_option
from codegen.conformance.kit import FOLDER, generate_kit
from codegen.conformance.valid_values import UnderivableError
from codegen.ir.parsed import ParsedSchemas
from codegen.targets.registry import compiler_exceptions
from modelconfig.cli.options import format_option
from modelconfig.diagnostics.problem import Problem, error, in_file


@click.command()
@schema_option
@root_option
@check_option
@dry_run_option
@format_option
def kit(schema_directory: Path, root: Path, format_name: str, *, check: bool, dry_run: bool) -> int:
    """Generate the conformance kit: documents, and whether each is valid under each profile of the schema.

    Writes nothing if schema/ has errors.
    """

    def emit(schemas: ParsedSchemas) -> tuple[dict[str, str], list[Problem]]:
        try:
            return generate_kit(schemas.derived, compiler_exceptions()), []
        except UnderivableError as underivable:
            problem = error("MC180", str(underivable), hint="Change the constraints: no value satisfies all of them.")
            return {}, in_file([problem], schema_directory.as_posix())

    mode = chosen_mode(check=check, dry_run=dry_run)
    return show(pipeline.run(schema_directory, pipeline.Product(emit, (FOLDER,)), root, mode), format_name)
