"""The command `site check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modelconfig.cli.options import format_option, quiet_option, report
from modelconfig.cli.output import FINDINGS
from modelconfig.cli.site.site_files import BASE_HELP, base_document, read_site_file
from modelconfig.diagnostics.phrases import count

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem
    from modelconfig.diagnostics.render.excerpt import Mask


@click.command
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--warnings-as-errors", is_flag=True, help="Exit with 1 also where there are warnings only.")
@click.option("--base", metavar="FILE", help=BASE_HELP)
@format_option
@quiet_option
@click.pass_context
def check(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    warnings_as_errors: bool,
    base: str | None,
    format_name: str,
    quiet: bool,
) -> None:
    """Tell everything that is wrong with site configurations, each problem with its place and remedy.

    FILE is JSON with comments and trailing commas; - reads standard input. Credentials are never printed.
    """
    from modelconfig.analysis.check import check_site
    from modelconfig.errors import DocumentInvalid

    if [*files, base].count("-") > 1:
        raise click.UsageError("- can be given once: standard input can be read only once.")
    try:
        catalogue = base_document(base)
    except DocumentInvalid as error:
        context.exit(report(error.problems, format_name, unreadable=True))
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    masks: dict[str, Mask] = {}
    unreadable = False
    for path in dict.fromkeys(files):
        read_result = read_site_file(path)
        problems += read_result.problems
        sources[read_result.name], masks[read_result.name] = read_result.text, read_result.mask
        unreadable |= not read_result.has_text
        if read_result.file is not None:
            problems += read_result.file.place(check_site(catalogue, read_result.file.value))
    checked = "" if quiet else count(len(set(files)), "file")
    code = report(problems, format_name, sources=sources, masks=masks, checked=checked, unreadable=unreadable)
    context.exit(FINDINGS if warnings_as_errors and problems and not unreadable else code)
