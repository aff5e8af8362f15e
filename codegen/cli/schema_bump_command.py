"""The command `schema bump`: write the version that `schema check` requires into the schema files."""

from pathlib import Path

import click

from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution.contract_check import check_contract
from codegen.evolution.version import with_equal_versions, with_version
from codegen.pipeline import incomparable
from codegen.schema.loader import load_schemas
from modelconfig.cli.options import problem_options
from modelconfig.cli.output import CLEAN, UNUSABLE, echo_err
from modelconfig.diagnostics.problem import has_errors
from modelconfig.storage.atomic import try_write


@click.command()
@schema_option
@problem_options(writes=True)
def bump(schema_folder: Path, format_name: str) -> int:
    """Write the version that `schema check` requires into the files of schema/ that have one.

    It is the lowest version for the changes since the last release: the version of that release if nothing changed. To
    choose a higher one, edit `x-version`.
    """
    sources, problems = load_schemas(schema_folder)
    equal = with_equal_versions(sources)
    problems = problems or incomparable(equal)
    if has_errors(problems):
        return report_on(sources.texts, sources.locate_problems(problems), format_name)
    checked = check_contract(equal, schema_folder)
    if checked.report is None:
        code = report_on(checked.texts, checked.problems, format_name)
        return code if checked.comparable else UNUSABLE
    version = checked.report.version.minimum
    texts = {Path(file.name): with_version(file, version) for file in sources.files.values()}
    outdated = {path: text for path, text in texts.items() if text != sources.texts[path.as_posix()]}
    failure = try_write(outdated)
    if failure is not None:
        return report_on(sources.texts, [failure], format_name)
    echo_err("".join(f"wrote   {path.as_posix()}\n" for path in outdated))
    level = checked.report.version.level.name.lower().replace("none", "no")
    echo_err(f"version {version}: {level} change against {checked.report.baseline}\n")
    return CLEAN
