"""The command `python -m codegen config`: catalog/ to models.json."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import click

from codegen.catalog.build import BuildResult
from codegen.catalog.catalog_loader import CatalogFile
from codegen.catalog.output_plan import Plan, Targets
from codegen.cli.schema_options import is_unreadable, schema_option
from codegen.targets.registry import DOCUMENT_COPIES
from modelconfig.cli.options import format_option
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, use_colour
from modelconfig.diagnostics.phrases import count
from modelconfig.diagnostics.problem import Problem, has_errors, in_reading_order
from modelconfig.diagnostics.render.formats import render
from modelconfig.storage.atomic import try_write

OUTPUT: Final = "models.json"


@click.command
@click.option(
    "--check", is_flag=True, help="Write nothing; fail if models.json or a copy is not what the catalogue gives."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print the document, and the summary on standard error.")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Write this file instead of models.json and its copies."
)
@click.option("--force", is_flag=True, help="Overwrite a file that is not a model configuration.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of the next revision, if the content has changed. Default: today in UTC.",
)
@click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    default=Path("catalog"),
    show_default=True,
    help="Folder of the catalogue. models.json and the generated packages stand beside it.",
)
@schema_option
@format_option
@click.pass_context
def config(  # noqa: PLR0913  # one parameter for each option
    context: click.Context,
    /,
    *,
    check: bool,
    dry_run: bool,
    output: Path | None,
    force: bool,
    day: datetime | None,
    catalog: Path,
    schema_directory: Path,
    format_name: str,
) -> None:
    """Build models.json from the catalogue, and tell what changed.

    Writes models.json and its copies in the generated packages. When the content has changed, the next revision is
    written into catalog.yaml as well.
    """
    if check and dry_run:
        raise click.UsageError("--check and --dry-run exclude each other.")
    from codegen.catalog.build import build

    built = build(catalog, schema_directory)
    run = _Run(built, format_name, check=check, dry_run=dry_run)
    if built.document is None or built.main is None:
        context.exit(run.report([]))
    targets = _targets(catalog, output)
    today = (day or datetime.now(UTC)).date()
    context.exit(run.publish(built.main, built.document, targets, today, force=force))


def _targets(catalog: Path, output: Path | None) -> Targets:
    from codegen.catalog.output_plan import Targets

    root = catalog.parent
    published = root / OUTPUT
    if output is not None and catalog.resolve() in output.resolve().parents:
        raise click.UsageError("--output names a file inside the catalogue, which is the source.")
    if output is not None and output.resolve() != published.resolve():
        return Targets(output, published)
    return Targets(published, published, tuple(root / copy_path for copy_path in DOCUMENT_COPIES))


class _Run:
    """A run of the command: the build, and how to report it."""

    def __init__(self, built: BuildResult, format_name: str, *, check: bool, dry_run: bool) -> None:
        self._built = built
        self._format = format_name
        self._check = check
        self._dry_run = dry_run
        # With --dry-run, standard output is for the document; in other formats than text, for problems alone.
        self._print = echo_err if dry_run else echo
        self._summarise = echo if format_name == "text" and not dry_run else echo_err

    def publish(
        self, main: CatalogFile, document: dict[str, Any], targets: Targets, today: date, *, force: bool
    ) -> int:
        """Compare, write unless --check or --dry-run is given, report, and return the exit code."""
        from codegen.catalog.output_plan import outdated, plan_output

        plan = plan_output(main, document, targets, today, force=force or self._check or self._dry_run)
        problems = plan.problems
        if self._check:
            problems = problems + outdated(plan, targets)
        code = CLEAN
        if self._dry_run:
            echo(plan.text)
        elif not self._check and not has_errors(problems):
            failure = try_write(plan.writes)
            problems = problems + ([failure] if failure else [])
        code = self.report(problems)
        done = not (self._check or self._dry_run or code)
        self._print_summary(plan, main, targets, done=done)
        return code

    def report(self, other_problems: list[Problem]) -> int:
        """Print the build's problems and additional ones, and return the exit code."""
        problems = in_reading_order([*self._built.problems, *other_problems])
        colour = self._format == "text" and use_colour()
        self._print(render(problems, self._format, sources=self._built.texts, colour=colour))
        if is_unreadable(problems):
            return UNUSABLE
        return FINDINGS if has_errors(problems) else CLEAN

    def _print_summary(self, plan: Plan, main: CatalogFile, targets: Targets, *, done: bool) -> None:
        from codegen.catalog.output_plan import describe

        document = self._built.document or {}
        output_name = targets.output.as_posix()
        lines = list(describe(plan, main, output_name, done=done))
        accepted = f", {count(self._built.accepted, 'warning')} accepted" if self._built.accepted else ""
        written = [path.as_posix() for path in plan.writes]
        if done:
            lines.append(f"Wrote {', '.join(written)}." if written else f"{output_name} is up to date.")
        models, providers = len(document.get("models", [])), len(document.get("providers", []))
        lines.append(f"{count(models, 'model')} of {count(providers, 'provider')}{accepted}.")
        self._summarise("".join(f"{line}\n" for line in lines))
