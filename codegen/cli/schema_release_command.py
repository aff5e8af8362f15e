"""The command `schema release`: freeze the contract version of schema/."""

from pathlib import Path

import click

from codegen import pipeline
from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import releases
from codegen.evolution.client_changes import client_changes
from codegen.schema.loader import Sources
from modelconfig.cli.options import format_option
from modelconfig.cli.output import echo_err
from modelconfig.diagnostics.phrases import count, listing
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file
from modelconfig.storage.atomic import try_write


@click.command()
@schema_option
@format_option
def release(schema_folder: Path, format_name: str) -> int:
    """Freeze the current contract version in schema/released/.

    A release contains the schemas, and the generated files that its readers need. It never changes. The command also
    writes the table of `modelconfig client-check`.
    """
    schemas, problems = pipeline.check_schemas(schema_folder)
    sources = schemas.sources
    problems = [*problems, *releases.check_releases(schema_folder)]
    if not has_errors(problems):
        problems = [*problems, *_conflicts(sources, schema_folder)]
    if has_errors(problems):
        return report_on(sources, problems, format_name)
    target = schema_folder / releases.FOLDER / sources.version
    content = {} if target.exists() else releases.content(schemas)
    failure = try_write({target / name: text for name, text in content.items()}) or try_write(
        {schema_folder.parent / name: text for name, text in client_changes(schema_folder).items()}
    )
    if failure is not None:
        return report_on(sources, [*problems, failure], format_name)
    if content:
        echo_err(f"wrote {count(len(content), 'file')} of version {sources.version} to {target.as_posix()}\n")
    else:
        echo_err(f"release {sources.version} exists already, with these schemas\n")
    return 0


def _conflicts(sources: Sources, schema_folder: Path) -> list[Problem]:
    """Return the problem that prevents freezing this version: it exists with other schemas, or a later one exists."""
    version = sources.version
    frozen = {release.version: release for release in releases.releases(schema_folder)}
    hint = "Set a later `x-version` in all files of schema/: `python -m codegen schema check` shows which one."
    later = [other for other in frozen if releases.numbers(other) > releases.numbers(version)]
    if version in frozen:
        different = releases.different_sources(frozen[version], sources)
        message = f"release {version} exists with different schemas: {listing(different)}" if different else ""
    else:
        message = f"{version} is not later than release {later[-1]}" if later else ""
    folder = schema_folder / releases.FOLDER / version
    return in_file([error("MC173", message, hint=hint)], folder.as_posix()) if message else []
