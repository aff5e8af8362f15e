"""`python -m codegen kit`: from schema/ to generated/conformance/."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from codegen import pipeline
from codegen.cli.delivery import Delivery, check_option, dry_run_option, only_one
from codegen.cli.main import report_on, root_option, schema_option
from codegen.conformance import kit as conformance
from codegen.conformance.valid_values import UnderivableError
from modelconfig.cli.options import format_option
from modelconfig.diagnostics.problem import error, has_errors, in_file

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@schema_option
@root_option
@check_option
@dry_run_option
@format_option
def kit(schema_directory: Path, root: Path, format_name: str, *, check: bool, dry_run: bool) -> int:
    """Generate the conformance kit: documents with the verdict that each reading of the schema gives on them.

    Nothing is written unless schema/ is free of errors.
    """
    only_one(check=check, dry_run=dry_run)
    sources, problems = pipeline.check_schemas(schema_directory)
    if has_errors(problems):
        return report_on(sources, problems, format_name)
    try:
        expected = conformance.generate_kit(sources)
    except UnderivableError as why:
        refused = error("MC180", str(why), hint="Loosen the rules that no value satisfies together.")
        return report_on(sources, [*problems, *in_file([refused], schema_directory.as_posix())], format_name)
    delivery = Delivery(root, (conformance.FOLDER,))
    return delivery.run(expected, sources, problems, format_name, check=check, dry_run=dry_run)
