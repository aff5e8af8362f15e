"""The command `python -m codegen due`: what in the catalogue is due on a day."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from codegen.catalog.build import build
from codegen.catalog.rules.due_rules import due_problems
from codegen.cli.schema_options import exit_code, schema_option
from modelconfig.cli.options import problem_options, reject_url, report
from modelconfig.diagnostics.render.redaction import mask_mentioned

_MAX_DAYS = 36_500


def _days(text: str) -> timedelta:
    """Return a number of days, as in 90d."""
    found = re.fullmatch(r"([0-9]{1,6})d", text)
    if found is None or int(found[1]) > _MAX_DAYS:
        raise click.BadParameter(f"{text!r} is not a number of days such as 90d, at most {_MAX_DAYS}d.")
    return timedelta(days=int(found[1]))


@click.command
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    required=True,
    help="The day to report for.",
)
@click.option(
    "--within",
    type=_days,
    metavar="DAYS",
    default="90d",
    show_default=True,
    help="Report what ends within this time after the day.",
)
@click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    callback=reject_url,
    default=Path("catalog"),
    show_default=True,
    help="Folder of the catalogue.",
)
@schema_option
@problem_options(keeps_errors=True)
@click.pass_context
def due(
    context: click.Context,
    /,
    *,
    day: datetime,
    within: timedelta,
    catalog: Path,
    schema_folder: Path,
    format_name: str,
) -> None:
    """Report what in the catalogue is due on a day, default models first.

    Models that are retired or retire soon, prices that end, and values that were not checked for 180 days. Writes
    nothing. It is for a scheduled job: builds do not depend on the day. Exit codes: 0 nothing but warnings, 1 errors.
    """
    built = build(catalog, schema_folder)
    if built.main is None or built.document is None:
        report(built.problems, format_name, sources=built.texts, checked="the catalogue")
        context.exit(exit_code(built.problems))
    today: date = day.date()
    problems = list(due_problems(built.main, built.entries, today, within))
    masks = dict.fromkeys(built.texts, mask_mentioned)
    report(problems, format_name, sources=built.texts, masks=masks, checked=f"{len(built.entries)} models")
    context.exit(exit_code(problems))
