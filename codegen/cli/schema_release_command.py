"""The command `schema release`: freeze the contract version of schema/."""

from pathlib import Path

import click

from codegen import pipeline
from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import releases
from codegen.evolution.client_changes import client_changes
from codegen.evolution.contract_check import check_contract
from codegen.schema.loader import Sources
from modelconfig.cli.options import problem_options
from modelconfig.cli.output import echo_err
from modelconfig.diagnostics.phrases import count
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file
from modelconfig.storage.atomic import try_write


@click.command()
@schema_option
@problem_options(writes=True)
def release(schema_folder: Path, format_name: str) -> int:
    """Freeze the current contract version in schema/released/.

    A release contains the schemas, and the generated files that its readers need. It never changes. Nothing is frozen
    if `schema check` fails. The command also writes the table of `modelconfig client-check`.
    """
    schemas, problems = pipeline.check_schemas(schema_folder)
    sources = schemas.sources
    problems = [*problems, *releases.check_releases(schema_folder)]
    if not has_errors(problems):
        problems = [*problems, *_check_problems(sources, schema_folder)]
    if has_errors(problems):
        return report_on(sources.texts, problems, format_name)
    target = schema_folder / releases.FOLDER / sources.version
    content = {} if target.exists() else releases.content(schemas)
    failure = try_write({target / name: text for name, text in content.items()}) or try_write(
        {schema_folder.parent / name: text for name, text in client_changes(schema_folder).items()}
    )
    if failure is not None:
        return report_on(sources.texts, [*problems, failure], format_name)
    if content:
        echo_err(f"wrote {count(len(content), 'file')} of version {sources.version} to {target.as_posix()}\n")
    else:
        echo_err(f"release {sources.version} exists already, with these schemas\n")
    return 0


def _check_problems(sources: Sources, schema_folder: Path) -> list[Problem]:
    """Return what prevents freezing the current version: whatever `schema check` fails for."""
    if not releases.releases(schema_folder):
        return []
    checked = check_contract(sources, schema_folder)
    if checked.report is None or not checked.report.fails:
        return checked.problems
    version, errors = checked.report.version, checked.report.errors
    reasons = [version.problem] if version.problem else []
    if errors:
        reasons.append(f"{count(len(errors), 'change')} since {checked.report.baseline} may break readers")
    message = f"{sources.version} cannot be released: {' and '.join(reasons)}"
    hint = "Run `python -m codegen schema check` for details; `schema bump` writes the version that it requires."
    return [*checked.problems, *in_file([error("MC173", message, hint=hint)], schema_folder.as_posix())]
