"""`python -m codegen schema`: questions to schema/ itself, and its releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from codegen import pipeline
from codegen.cli import report_on, schema_option
from codegen.evolution import released
from modelconfig.cli.lazy import LazyGroup
from modelconfig.cli.options import format_option
from modelconfig.wording import count

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = {
    "lint": ("codegen.schema_command:lint", "Check the hand-written schemas and the digests of the releases."),
    "check": ("codegen.evolution_command:check", "Tell what a change of the schema breaks, and for whom."),
    "explain": ("codegen.evolution_command:explain", "Print the page of a rule of `check`, or list the rules."),
    "release": ("codegen.release_command:release", "Freeze the present contract version below schema/released/."),
}


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def schema() -> None:
    """Check schema/ itself, compare it with what it was, and freeze releases of it."""


@click.command()
@schema_option
@format_option
def lint(schema_directory: Path, format_name: str) -> int:
    """Check the hand-written schemas (metaschema, dialect, references, patterns, names, examples) and the releases."""
    sources, problems = pipeline.check_schemas(schema_directory)
    problems = [*problems, *released.check_releases(schema_directory)]
    return report_on(sources, problems, format_name, checked=count(len(sources.files), "schema file"))
