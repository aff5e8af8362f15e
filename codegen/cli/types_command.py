"""`python -m codegen types`: from schema/ to generated/ and docs/reference/."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from codegen import pipeline
from codegen.cli.delivery import Delivery, check_option, dry_run_option, only_one
from codegen.cli.main import report_on, root_option, schema_option
from codegen.targets.registry import DOCUMENT_COPIES
from modelconfig.cli.options import format_option
from modelconfig.diagnostics.problem import has_errors

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@schema_option
@root_option
@check_option
@dry_run_option
@format_option
def types(schema_directory: Path, root: Path, format_name: str, *, check: bool, dry_run: bool) -> int:
    """Generate the types of each language, the derived schemas and the reference pages.

    Nothing is written unless schema/ is free of errors; then every file that differs is replaced, and files that
    nothing generates any more are removed.
    """
    only_one(check=check, dry_run=dry_run)
    sources, problems = pipeline.check_schemas(schema_directory)
    if has_errors(problems):
        return report_on(sources, problems, format_name)
    expected = pipeline.generate_types(sources)
    delivery = Delivery(root, pipeline.OWNED, DOCUMENT_COPIES)
    return delivery.run(expected, sources, problems, format_name, check=check, dry_run=dry_run)
