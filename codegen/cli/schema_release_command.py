"""The command `schema release`: freeze the contract version of schema/."""

from __future__ import annotations

from pathlib import Path

import click

from codegen import pipeline
from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import releases
from modelconfig.cli.options import format_option
from modelconfig.cli.output import echo_err
from modelconfig.diagnostics.phrases import count, listing
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file
from modelconfig.storage.atomic import try_write


@click.command()
@schema_option
@format_option
def release(schema_directory: Path, format_name: str) -> int:
    """Freeze the present contract version below schema/released/, with everything generated from it.

    A version that is frozen already stays as it is: the same content is no change, another one is an error.
    """
    schemas, problems = pipeline.check_schemas(schema_directory)
    sources = schemas.sources
    problems = [*problems, *releases.check_releases(schema_directory)]
    if has_errors(problems):
        return report_on(sources, problems, format_name)
    content = releases.content(sources, pipeline.emit_types(schemas))
    target = schema_directory / releases.FOLDER / sources.version
    obstacle = _obstacle(sources.version, schema_directory, content)
    if obstacle is not None:
        return report_on(sources, [*problems, obstacle], format_name)
    if target.exists():
        echo_err(f"release {sources.version} is frozen already, with this content\n")
        return 0
    failure = try_write({target / name: text for name, text in content.items()})
    if failure is not None:
        return report_on(sources, [*problems, failure], format_name)
    echo_err(f"froze {count(len(content), 'file')} of version {sources.version} in {target.as_posix()}\n")
    return 0


def _obstacle(version: str, schema_directory: Path, content: dict[str, str]) -> Problem | None:
    """Return the problem that prevents freezing this version, or None."""
    frozen = {release.version: release for release in releases.releases(schema_directory)}
    folder = (schema_directory / releases.FOLDER / version).as_posix()
    if version in frozen:
        different = releases.differing(frozen[version], content)
        if not different:
            return None
        hint = "Raise `x-version` in all files of schema/: `python -m codegen schema check` tells to which one."
        message = f"{version} is frozen with another content: {listing(different)}"
        return in_file([error("MC173", message, hint=hint)], folder)[0]
    newer = [other for other in frozen if releases.numbers(other) > releases.numbers(version)]
    if newer:
        message = f"{version} is older than {newer[-1]}, which is frozen"
        return in_file([error("MC173", message, hint="Raise `x-version` in all files of schema/.")], folder)[0]
    return None
