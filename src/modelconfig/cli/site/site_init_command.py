"""The command `site init`: a commented start of a site configuration."""

from __future__ import annotations

from pathlib import Path

import click

from modelconfig.cli.options import reject_url
from modelconfig.cli.output import CLEAN, echo, echo_err
from modelconfig.cli.site.saved_file import save
from modelconfig.diagnostics.phrases import printable

STARTS = Path(__file__).parents[1] / "data" / "starts"
"""A file for each kind of start, named after it."""


@click.command("init")
@click.argument("kind", type=click.Choice(sorted(path.stem for path in STARTS.iterdir())), metavar="KIND")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", callback=reject_url, help="Write to FILE.")
@click.option("--force", is_flag=True, help="Replace an existing output file that has other content.")
@click.pass_context
def site_init(context: click.Context, /, *, kind: str, output: Path | None, force: bool) -> None:
    """Write a commented start of a site configuration, which `site check` accepts.

    KIND is the type of a provider: anthropic, awsBedrock, azureOpenAI, fireworks, google, openai or sourcegraph, with
    your own key; openaicompatible or huggingface-tgi, for self-hosted servers; or self-hosted, for open models with
    tested settings. The start is written to standard output or, with --output, to a file. Exit code 1 if the file
    exists with other content, 2 if it cannot be written.
    """
    if force and output is None:
        raise click.UsageError("--force requires --output.")
    text = (STARTS / f"{kind}.jsonc").read_text("utf-8")
    if output is None:
        echo(text)
        return
    code = save(output, text, force=force)
    if code == CLEAN:
        echo_err(printable(f"{output} was written. Complete the values that have a comment.") + "\n")
    context.exit(code)
