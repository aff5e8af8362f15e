"""The command `publish`: a document as a tree of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import document_option, echo_problems, reject_url
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err
from modelconfig.cli.problem_policy import fails, policy_options
from modelconfig.cli.progress import working_on

if TYPE_CHECKING:
    from datetime import datetime

    from modelconfig.publish.publisher import Published

_WAITING = "modelconfig: another run publishes to this folder; waiting for it to end\n"
_EXTRA = 'install the extra `server`; in the source folder: pip install ".[server]"'


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, readable=False), callback=reject_url)
@document_option
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    metavar="N",
    help="Number of documents to keep in DIR, including this one; the oldest revisions are removed. [default: all]",
)
@click.option("--allow-world-writable", is_flag=True, help="Accept a DIR in which every user can replace files.")
@policy_options(writes=True)
@click.pass_context
def publish(
    context: click.Context, /, *, folder: Path, base: str | None, keep: int | None, allow_world_writable: bool
) -> None:
    """Publish a model configuration to DIR as static files for a web server or object storage.

    Writes the document as llm-models.json, which instances poll, and as a file that is named by its digest and never
    changes; models.sources.json, if it is the embedded catalogue; compressed copies of these; latest.json with the
    newest digest; and the HTTP headers of each file in headers.json and _headers. DIR must be new, empty, or written by
    this command. The same document gives the same files, and unchanged files are not written.

    Exit codes: 0 the document is in DIR, 1 the document or DIR is rejected, 2 a file cannot be read or written.
    """
    from modelconfig.documents.current_day import now
    from modelconfig.errors import WriteError
    from modelconfig.publish import content_codings, publisher

    working_on(f"publishing to {folder}")
    data, document, sources = public_document_or_exit(context, base, now())
    try:
        published = publisher.publish(
            folder,
            data,
            document,
            sources=sources,
            keep=keep,
            world_writable=allow_world_writable,
            waiting=lambda: echo_err(_WAITING),
            is_fatal=fails,
        )
    except WriteError as error:
        echo_problems([error.problem])
        context.exit(UNUSABLE)
    echo_problems(published.problems)
    if content_codings.MISSING:
        echo_err(f"modelconfig: no files are written in {' and '.join(content_codings.MISSING)}; {_EXTRA}\n")
    if fails(published.problems):
        context.exit(FINDINGS)
    echo(_summary(folder, document["revision"], published))
    context.exit(CLEAN)


def public_document_or_exit(
    context: click.Context, base: str | None, now: datetime | None = None
) -> tuple[bytes, dict[str, Any], bytes | None]:
    """Return the bytes and the value of a document that may be published, and the bytes of its companion if it has one.

    Print its problems, and exit if they make the command fail. With a time of publication, the revision must not be in
    the future.
    """
    from modelconfig.publish.public_document import examine_public

    examined = examine_public(base, now=now)
    echo_problems(examined.problems, examined.source)
    if examined.data is None or examined.document is None or fails(examined.problems):
        context.exit(FINDINGS if examined.source is not None else UNUSABLE)
    return examined.data, examined.document, examined.sources


def _summary(folder: Path, revision: str, published: Published) -> str:
    from modelconfig.diagnostics.phrases import count, printable, quote

    files = {"wrote": published.written, "removed": published.removed, "unchanged": published.unchanged}
    lines = "".join(f"{action:<10}{name}\n" for action, names in files.items() for name in names)
    changed = len(published.written) + len(published.removed)
    outcome = f"{count(changed, 'file')} changed" if changed else "nothing changed"
    return f"{lines}{outcome}; {printable(str(folder))} has revision {quote(revision)} as {published.digest}\n"
