"""`python -m codegen schema`: questions to schema/ itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from codegen import pipeline
from codegen.cli import report_on, schema_option
from modelconfig.cli.options import format_option
from modelconfig.wording import count

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def schema() -> None:
    """Check schema/ itself."""


@schema.command()
@schema_option
@format_option
def lint(schema_directory: Path, format_name: str) -> int:
    """Check the hand-written schemas: metaschema, dialect, references, patterns, names, examples."""
    sources, problems = pipeline.check_schemas(schema_directory)
    return report_on(sources, problems, format_name, checked=count(len(sources.files), "schema file"))
