"""The command group `schema`, and the command `schema lint`."""

from __future__ import annotations

from pathlib import Path

import click

from codegen import pipeline
from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import releases
from modelconfig.cli.lazy_group import LazyGroup
from modelconfig.cli.options import format_option
from modelconfig.diagnostics.phrases import count

COMMANDS = {
    "lint": ("codegen.cli.schema_group:lint", "Check the hand-written schemas and the digests of the releases."),
    "check": ("codegen.cli.schema_check_command:check", "Tell what a change of the schema breaks, and for whom."),
    "explain": ("codegen.cli.schema_check_command:explain", "Print the page of a rule of `check`, or list the rules."),
    "release": (
        "codegen.cli.schema_release_command:release",
        "Freeze the present contract version below schema/released/.",
    ),
}


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def schema() -> None:
    """Check schema/ itself, compare it with what it was, and freeze releases of it."""


@click.command()
@schema_option
@format_option
def lint(schema_directory: Path, format_name: str) -> int:
    """Check the hand-written schemas (metaschema, dialect, references, patterns, names, examples) and the releases."""
    schemas, problems = pipeline.check_schemas(schema_directory)
    problems = [*problems, *releases.check_releases(schema_directory)]
    sources = schemas.sources
    return report_on(sources, problems, format_name, checked=count(len(sources.files), "schema file"))
