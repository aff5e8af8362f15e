"""The command `python -m codegen config`: catalog/ to models.json."""

import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from codegen.catalog.build import BuildResult, build
from codegen.catalog.output_plan import BuiltDocuments, Targets, describe, outdated_files, output_problems, plan_output
from codegen.catalog.published import PUBLISHED
from codegen.cli.schema_options import chosen_mode, exit_code, schema_option
from codegen.output import Mode
from codegen.targets.registry import DOCUMENT_COPIES, SOURCES_COPIES
from modelconfig.cli.options import problem_options, reject_url
from modelconfig.cli.output import CLEAN, echo, echo_err, echo_text, use_colour
from modelconfig.cli.problem_policy import fails, reported
from modelconfig.cli.progress import working_on
from modelconfig.cli.terminal import width_of
from modelconfig.diagnostics.phrases import count
from modelconfig.diagnostics.problem import Problem, Severity, in_reading_order
from modelconfig.diagnostics.render.formats import render
from modelconfig.diagnostics.render.redaction import mask_mentioned
from modelconfig.storage.atomic import try_write

OUTPUT: Final = "models.json"


@click.command
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; fail if models.json, a copy or its companion is outdated.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print the document, and the summary on standard error.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    callback=reject_url,
    help="Write this file instead of models.json, its copies and its companion.",
)
@click.option(
    "--publish",
    is_flag=True,
    help="Also record in published.json that this document is published. Later builds compare with it.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is not a model configuration.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of the next revision, if the content differs from the published one. [default: today in UTC]",
)
@click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    callback=reject_url,
    default=Path("catalog"),
    show_default=True,
    help="Folder of the catalogue; models.json and generated/ are written beside it.",
)
@schema_option
@problem_options(writes=True)
@click.pass_context
def config(  # noqa: PLR0913  # one parameter for each option
    context: click.Context,
    /,
    *,
    check: bool,
    dry_run: bool,
    output: Path | None,
    publish: bool,
    force: bool,
    day: datetime | None,
    catalog: Path,
    schema_folder: Path,
    format_name: str,
) -> None:
    """Build models.json from the catalogue, and print what changed.

    Writes models.json, its copies in the generated packages, and its companion models.sources.json, which has the
    sources of the values. When the content differs from the last published document, the next revision is written into
    catalog.yaml as well.
    """
    mode = chosen_mode(check=check, dry_run=dry_run)
    targets = _targets(catalog, output)
    if publish and (check or dry_run or output is not None):
        raise click.UsageError("--publish cannot be combined with --check, --dry-run or --output.")
    if publish:
        targets = targets._replace(published=catalog / PUBLISHED)
    today = (day or datetime.now(UTC)).date()
    force = force or mode is not Mode.WRITE
    working_on(f"building {OUTPUT} from {catalog}")
    built = build(catalog, schema_folder, today, publishes=publish)
    if built.main is None or built.document is None:
        problems = [*built.problems, *output_problems(targets.output, force=force)]
        context.exit(_report(built, problems, format_name, dry_run=dry_run))
    results = BuiltDocuments(built.document, built.sources, built.published)
    plan = plan_output(built.main, results, targets, force=force)
    problems = [*built.problems, *plan.problems]
    if mode is Mode.CHECK:
        problems += outdated_files(plan)
    elif mode is Mode.DRY_RUN:
        echo(plan.text)
    elif not fails(problems) and (failure := try_write(plan.writes)):
        problems.append(failure)
    code = _report(built, problems, format_name, dry_run=dry_run)
    is_written = mode is Mode.WRITE and code == CLEAN
    models, providers = len(built.document["models"]), len(built.document["providers"])
    warnings = sum(problem.severity is Severity.WARNING for problem in reported(problems))
    counts = [f"{count(models, 'model')} of {count(providers, 'provider')}"]
    counts += [count(warnings, "warning")] if warnings else []
    counts += [f"{count(built.accepted, 'warning')} accepted"] if built.accepted else []
    lines = [
        *describe(plan, built.main, targets.output.as_posix(), is_written=is_written),
        f"{', '.join(counts)}.",
    ]
    (echo_text if format_name == "text" and not dry_run else echo_err)("".join(f"{line}\n" for line in lines))
    context.exit(code)


def _report(built: BuildResult, problems: Iterable[Problem], format_name: str, *, dry_run: bool) -> int:
    """Print the problems, and return the exit code. With --dry-run, standard output is for the document."""
    ordered = in_reading_order(problems)
    colour = format_name == "text" and use_colour()
    # The catalogue is public, and a link in it hides nothing but its own line.
    masks = dict.fromkeys(built.texts, mask_mentioned)
    width = width_of(sys.stdout)
    text = render(reported(ordered), format_name, sources=built.texts, masks=masks, colour=colour, width=width)
    (echo_err if dry_run else echo_text if format_name == "text" else echo)(text)
    return exit_code(ordered)


def _targets(catalog: Path, output: Path | None) -> Targets:
    root = catalog.parent
    published = root / OUTPUT
    if output is not None and _real(catalog) in _real(output).parents:
        raise click.UsageError("--output must not name a file inside the catalogue.")
    if output is not None and _real(output) != _real(published):
        return Targets(output)
    copies, sources = (tuple(root / path for path in paths) for paths in (DOCUMENT_COPIES, SOURCES_COPIES))
    return Targets(published, copies, sources)


def _real(path: Path) -> Path:
    """Return the path without links. `Path.resolve` raises RuntimeError for links in a circle."""
    return Path(os.path.realpath(path))
