"""The command `publish`: a document as a tree of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, report_missing_extra
from modelconfig.diagnostics.problem import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modelconfig.publish.publisher import Published


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, readable=False))
@click.option("--models", metavar="FILE", help="Document to publish, - for standard input. [default: the embedded one]")
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many documents stay in DIR, this one among them; the oldest revisions go. [default: all]",
)
@click.pass_context
def publish(context: click.Context, /, *, folder: Path, models: str | None, keep: int | None) -> None:
    """Write a model configuration to DIR as files that a web server or object storage serves as they are.

    DIR gets the document under its digest, which never changes, and as llm-models.json, the name that instances poll,
    both also compressed; latest.json says which digest is the newest, headers.json and _headers what HTTP should say
    of each file. It is a new or empty folder, or one that was published to before. The same document gives the same
    files with the same times on every machine; where nothing has changed, nothing is touched.

    Exit codes: 0 when DIR has the document, 1 when it is refused, 2 when something cannot be read or written.
    """
    from modelconfig.cli.options import echo_problems
    from modelconfig.errors import WriteError
    from modelconfig.publish.public_document import examine_public

    examined = examine_public(models)
    echo_problems(examined.problems, examined.source)
    if examined.data is None or examined.document is None:
        context.exit(FINDINGS if examined.source is not None else UNUSABLE)
    try:
        from modelconfig.publish import publisher

        published = publisher.publish(folder, examined.data, examined.document, keep=keep, waiting=_report_waiting)
    except ModuleNotFoundError as error:
        context.exit(report_missing_extra(error))
    except WriteError as error:
        echo_problems([error.problem])
        context.exit(UNUSABLE)
    echo_problems(published.problems)
    if has_errors(published.problems):
        context.exit(FINDINGS)
    echo(_summary(folder, examined.document["revision"], published))
    context.exit(CLEAN)


def _summary(folder: Path, revision: str, published: Published) -> str:
    from modelconfig.diagnostics.phrases import count, printable, quote

    lines = [
        *_lines("wrote", published.written),
        *_lines("removed", published.removed),
        *_lines("unchanged", published.unchanged),
    ]
    changed = len(published.written) + len(published.removed)
    outcome = f"{count(changed, 'file')} changed" if changed else "nothing changed"
    return (
        "".join(lines) + f"{outcome}; {printable(str(folder))} has revision {quote(revision)} as {published.digest}\n"
    )


def _lines(action: str, names: Iterable[str]) -> list[str]:
    return [f"{action:<10}{name}\n" for name in names]


def _report_waiting() -> None:
    echo_err("modelconfig: another run publishes to this folder; waiting for it to end\n")
