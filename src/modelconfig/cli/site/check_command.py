"""The command `site check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modelconfig.cli.options import (
    FILE,
    garbage_collector_disabled,
    problem_options,
    quiet_option,
    reject_repeated_stdin,
    report,
)
from modelconfig.cli.progress import working_on
from modelconfig.cli.site.site_files import base_option
from modelconfig.diagnostics.phrases import count
from modelconfig.diagnostics.problem import in_reading_order

if TYPE_CHECKING:
    from datetime import datetime

    from modelconfig.diagnostics.excerpt import Mask


@click.command
@click.argument("files", type=FILE, metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Also report named models that are retired on this day or retire within 90 days.",
)
@base_option
@problem_options()
@quiet_option
@click.pass_context
@garbage_collector_disabled()
def check(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    day: datetime | None,
    base: str | None,
    format_name: str,
    quiet: bool,
) -> None:
    """Report every problem in site configurations, with location and fix.

    FILE is JSON with comments and trailing commas; - reads standard input. Credentials are never printed.
    """
    from modelconfig.analysis.check import check_site
    from modelconfig.documents.loader import EMBEDDED, load_document
    from modelconfig.errors import DocumentInvalid
    from modelconfig.site.site_file import read_site_source
    from modelconfig.views.base_document import base_document

    reject_repeated_stdin(*files, base)
    try:
        catalogue, problems = base_document(load_document(base), base or EMBEDDED)
    except DocumentInvalid as error:
        context.exit(report(in_reading_order(error.problems), format_name, unreadable=True))
    sources: dict[str, str] = {}
    unreadable = False
    for path in dict.fromkeys(files):
        working_on(f"checking {path}")
        source, file, site_problems = read_site_source(path)
        problems += site_problems
        unreadable |= source is None
        if source is not None:
            sources[source.name] = source.text
        if file is not None:
            found = check_site(catalogue, file.value)
            if day is not None:
                from modelconfig.analysis.ending_models import ending_models

                ending = ending_models(catalogue, file.value, day.date())
                # The day that was given is more exact than the day of the base's revision.
                named = {problem.pointer for problem in ending}
                found = [one for one in found if one.code != "MC205" or one.pointer not in named] + ending
            problems += file.place(found)
    checked = "" if quiet else count(len(set(files)), "file")
    problems = in_reading_order(problems)
    masks: dict[str, Mask] = {}
    if problems:
        from modelconfig.site.masking import mask_of

        masks = {name: mask_of(text) for name, text in sources.items()}
    context.exit(report(problems, format_name, sources=sources, masks=masks, checked=checked, unreadable=unreadable))
