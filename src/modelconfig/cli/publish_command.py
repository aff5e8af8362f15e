"""`modelconfig publish`: a document as a tree of files for web servers, object storage and delivery networks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from modelconfig.cli.output import CLEAN, EXTRA, FINDINGS, UNUSABLE, echo, echo_err
from modelconfig.diagnostics.problem import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.publish.public_document import PublicDocument
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
    from modelconfig.errors import WriteError
    from modelconfig.publish.public_document import examine_public

    found = examine_public(models)
    echo_problems(found.problems, found)
    if found.data is None or found.document is None:
        context.exit(FINDINGS if found.source is not None else UNUSABLE)
    try:
        from modelconfig.publish import publisher

        done = publisher.publish(folder, found.data, found.document, keep=keep, waiting=_waiting)
    except ModuleNotFoundError as why:
        if (why.name or "").partition(".")[0] in {"modelconfig", "modelconfig_types"}:
            raise
        echo_err(f"modelconfig: {why.name} is not installed. {EXTRA}\n")
        context.exit(UNUSABLE)
    except WriteError as refused:
        echo_problems([refused.problem])
        context.exit(UNUSABLE)
    echo_problems(done.problems)
    if has_errors(done.problems):
        context.exit(FINDINGS)
    echo(_account(folder, found.document["revision"], done))
    context.exit(CLEAN)


def _account(folder: Path, revision: str, done: Published) -> str:
    from modelconfig.diagnostics.phrases import count, printable, quote

    lines = [*_lines("wrote", done.written), *_lines("removed", done.removed), *_lines("unchanged", done.unchanged)]
    changed = len(done.written) + len(done.removed)
    what = f"{count(changed, 'file')} changed" if changed else "nothing changed"
    return "".join(lines) + f"{what}; {printable(str(folder))} has revision {quote(revision)} as {done.digest}\n"


def _lines(what: str, names: Iterable[str]) -> list[str]:
    return [f"{what:<10}{name}\n" for name in names]


def echo_problems(problems: Sequence[Problem], found: PublicDocument | None = None) -> None:
    """Print problems for a person, with excerpts of the document that they are about."""
    import sys

    from modelconfig.cli.output import use_colour
    from modelconfig.diagnostics.problem import in_reading_order
    from modelconfig.diagnostics.render.formats import render

    sources = {found.source.name: found.source.text} if found is not None and found.source is not None else {}
    echo_err(render(in_reading_order(problems), "text", sources=sources, colour=use_colour(sys.stderr)))


def _waiting() -> None:
    echo_err("modelconfig: another run publishes to this folder; waiting for it to end\n")
