"""The command `site check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modelconfig.cli.options import format_option, quiet_option, reject_repeated_stdin, report
from modelconfig.cli.output import FINDINGS
from modelconfig.cli.site.site_files import base_option, read_site_file
from modelconfig.diagnostics.phrases import count

if TYPE_CHECKING:
    from modelconfig.diagnostics.excerpt import Mask
    from modelconfig.diagnostics.problem import Problem


@click.command
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--warnings-as-errors", is_flag=True, help="Exit with 1 also where there are warnings only.")
@base_option
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
    from modelconfig.documents.loader import load_document
    from modelconfig.errors import DocumentInvalid

    reject_repeated_stdin(*files, base)
    try:
        catalogue = load_document(base)
    except DocumentInvalid as error:
        context.exit(report(error.problems, format_name, unreadable=True))
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    masks: dict[str, Mask] = {}
    unreadable = False
    for path in dict.fromkeys(files):
        read_result = read_site_file(path)
        problems += read_result.problems
        name = read_result.source.name
        sources[name], masks[name] = read_result.source.text, read_result.mask
        unreadable |= not read_result.has_text
        if read_result.file is not None:
            problems += read_result.file.place(check_site(catalogue, read_result.file.value))
    checked = "" if quiet else count(len(set(files)), "file")
    code = report(problems, format_name, sources=sources, masks=masks, checked=checked, unreadable=unreadable)
    context.exit(FINDINGS if warnings_as_errors and problems and not unreadable else code)
