"""The command group `schema`, and the command `schema lint`."""

from pathlib import Path

import click

from codegen import output, pipeline
from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import releases
from codegen.evolution.client_changes import client_changes
from modelconfig.cli.lazy_group import LazyGroup
from modelconfig.cli.options import problem_options
from modelconfig.cli.progress import working_on
from modelconfig.diagnostics.phrases import count

COMMANDS = {
    "lint": ("codegen.cli.schema_group:lint", "Check the hand-written schemas and the releases."),
    "check": ("codegen.cli.schema_check_command:check", "Show what a schema change breaks, and for whom."),
    "explain": ("codegen.cli.schema_check_command:explain", "Print the page of a rule of `check`, or list the rules."),
    "bump": ("codegen.cli.schema_bump_command:bump", "Write the version that `check` requires."),
    "release": ("codegen.cli.schema_release_command:release", "Freeze the current contract version."),
}


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def schema() -> None:
    """Check schema/, compare it with earlier versions, raise its version, and freeze releases."""


@click.command()
@schema_option
@problem_options(keeps_errors=True)
def lint(schema_folder: Path, format_name: str) -> int:
    """Check the hand-written schemas (metaschema, dialect, references, patterns, names, examples) and the releases.

    The table of `modelconfig client-check` is compared with the releases too.
    """
    working_on(f"checking {schema_folder}")
    schemas, problems = pipeline.check_schemas(schema_folder)
    release_problems = releases.check_releases(schema_folder)
    if not release_problems:
        changes = client_changes(schema_folder)
        folder = output.OwnedFolders(schema_folder.parent, owned=())
        release_problems, _ = output.drift(folder, changes, "python3 dev.py -s release-schema")
    sources = schemas.sources
    checked = count(len(sources.files), "schema file")
    return report_on(sources.texts, [*problems, *release_problems], format_name, checked=checked)
