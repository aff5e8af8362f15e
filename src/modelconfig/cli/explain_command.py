"""`modelconfig explain`: the reason behind a problem code."""

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
        echo("".join(_line(known) for known in codes()))
        return
    found = explanation(code.strip().upper())
    if found is None:
        from modelconfig.diagnostics.phrases import quote
        from modelconfig.diagnostics.suggestions import did_you_mean

        near = did_you_mean(code.strip().upper(), codes())
        raise click.UsageError(f"There is no code {quote(code)}. {near or 'modelconfig explain lists all codes.'}")
    echo(f"# {found.code} {found.name} ({found.severity.value})\n\n{found.text}")


def _line(code: str) -> str:
    from modelconfig.diagnostics.codes import explanation

    found = explanation(code)
    return f"{found.code}  {found.severity.value:<8} {found.name}\n" if found is not None else ""
