"""The command `explain`: the page of a problem code."""

from __future__ import annotations

import click

from modelconfig.cli.output import echo


@click.command
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a problem code such as MC103: why the rule exists, what breaks it, what to do.

    Without CODE, list all codes.
    """
    from modelconfig.diagnostics.codes import codes, explanation

    if code is None:
        echo("".join(_line(known_code) for known_code in codes()))
        return
    page = explanation(code.strip().upper())
    if page is None:
        from modelconfig.diagnostics.phrases import quote
        from modelconfig.diagnostics.suggestions import did_you_mean

        suggestion = did_you_mean(code.strip().upper(), codes())
        raise click.UsageError(
            f"There is no code {quote(code)}. {suggestion or 'modelconfig explain lists all codes.'}"
        )
    echo(f"# {page.code} {page.name} ({page.severity.value})\n\n{page.text}")


def _line(code: str) -> str:
    from modelconfig.diagnostics.codes import explanation

    page = explanation(code)
    return f"{page.code}  {page.severity.value:<8} {page.name}\n" if page is not None else ""
