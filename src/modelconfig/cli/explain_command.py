"""The command `explain`: the page of a problem code."""

import sys

import click

from modelconfig.cli.completion.code_values import complete_codes
from modelconfig.cli.output import echo
from modelconfig.cli.terminal import reflowed, width_of


@click.command
@click.argument("code", required=False, shell_complete=complete_codes)
def explain(code: str | None) -> None:
    """Explain a problem code such as MC103: why the rule exists, an example, and how to fix it.

    Without CODE, list all codes.
    """
    from modelconfig.diagnostics.codes import CODES

    if code is None:
        echo("".join(f"{row.code}  {row.severity.value:<8} {row.slug}\n" for row in CODES.values()))
        return
    row = CODES.get(code.strip().upper())
    if row is None:
        from modelconfig.diagnostics.phrases import quote
        from modelconfig.diagnostics.suggestions import did_you_mean

        suggestion = did_you_mean(code.strip().upper(), CODES) or "`modelconfig explain` lists all codes."
        raise click.UsageError(f"Unknown code {quote(code)}. {suggestion}")
    page = f"{row.heading}\n\n{row.text}"
    width = width_of(sys.stdout)
    echo(page if width is None else reflowed(page, width))
