"""The command `compare`: compare a document with public catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modelconfig.cli.documents.catalogue_commands import load_or_exit
from modelconfig.cli.options import FILE, garbage_collector_disabled, output_format_option, reject_repeated_stdin
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, echo_text
from modelconfig.cli.problem_policy import fails, policy, policy_options
from modelconfig.cli.progress import working_on

if TYPE_CHECKING:
    from datetime import date

    from modelconfig.comparison.source_model import SourceModel
    from modelconfig.diagnostics.problem import Problem


def _kinds() -> tuple[str, ...]:
    from modelconfig.comparison.source_files import KINDS

    return KINDS


def _source_file(text: str) -> tuple[str, str]:
    """Return the kind and the file of KIND=FILE."""
    kind, equals, file = text.partition("=")
    if not equals or not file or kind not in _kinds():
        from modelconfig.diagnostics.phrases import quote

        raise click.BadParameter(f"{quote(text)} is not KIND=FILE with one of the kinds {', '.join(_kinds())}.")
    return kind, file


@click.command
@click.argument("document", type=FILE, required=False)
@click.option(
    "--with",
    "sources",
    type=_source_file,
    metavar="KIND=FILE",
    multiple=True,
    required=True,
    help="A file of a public catalogue and its kind: litellm, models.dev, genai-prices or endoflife.date. Repeatable.",
)
@policy_options(keeps_errors=True)
@output_format_option
@click.pass_context
@garbage_collector_disabled()
def compare(
    context: click.Context, /, document: str | None, sources: tuple[tuple[str, str], ...], format_name: str
) -> None:
    """Compare DOCUMENT, by default the embedded catalogue, with files of public catalogues.

    Prints one line for each disagreement about a price, a limit, a capability or a retirement: severity, code, kind,
    model, both sides, and which sources agree. Disagreements that the catalogue's exceptions accept are only counted;
    the exceptions of DOCUMENT are in the companion beside it, NAME.sources.json, or, without one, those of the embedded
    catalogue if DOCUMENT has its revision and models. Nothing is downloaded or changed.
    --ignore leaves out disagreements too. Retirement is judged on the day of the document's revision. Exit codes: 0 no
    errors, 1 errors, 2 a file is invalid or cannot be read.
    """
    import json

    from modelconfig.cli.options import echo_problems
    from modelconfig.comparison.accepted import accept
    from modelconfig.comparison.disagreement import Importance
    from modelconfig.comparison.document_comparison import compare as disagreements_of
    from modelconfig.comparison.matching import SourceIndex
    from modelconfig.diagnostics.phrases import count
    from modelconfig.diagnostics.problem import has_errors
    from modelconfig.documents.companion.companion_file import read_companion
    from modelconfig.documents.revisions import parse

    reject_repeated_stdin(document, *(file for _, file in sources))
    content = load_or_exit(context, document, "text")
    revision = parse(content["revision"])
    day = revision.day if revision else None
    companion = read_companion(document, content)
    models, problems = _read(sources, day)
    problems += companion.problems
    echo_problems(problems)
    if has_errors(problems):
        context.exit(UNUSABLE)
    accepted = accept(disagreements_of(content, SourceIndex(models), day), companion.value)
    echo_problems(companion.locate(accepted.problems))
    disagreements = [one for one in accepted.remaining if one.code not in policy().ignored]
    if format_name == "json":
        echo(json.dumps([one.to_json() for one in disagreements], indent=2, ensure_ascii=False, default=str) + "\n")
    elif disagreements:
        from modelconfig.cli.tables import aligned
        from modelconfig.comparison.comparison_text import comparison_row

        echo_text(aligned([comparison_row(one) for one in disagreements]))
    severities = [one.severity for one in disagreements]
    counted = ", ".join(count(severities.count(severity), severity.value) for severity in Importance)
    if format_name == "text":
        counted += f", {accepted.number} accepted" if accepted.number else ""
        echo_err(f"{counted}; {count(len(content['models']), 'model')} compared with {count(len(models), 'row')}\n")
    context.exit(FINDINGS if fails([*problems, *accepted.problems]) or policy().fails(disagreements) else CLEAN)


def _read(sources: tuple[tuple[str, str], ...], day: date | None) -> tuple[list[SourceModel], list[Problem]]:
    """Return the models and the problems of files of public catalogues."""
    from modelconfig.comparison.source_files import read_file

    models: list[SourceModel] = []
    problems: list[Problem] = []
    for kind, file in sources:
        working_on(f"reading {file}")
        found, file_problems = read_file(kind, file, day)
        models += found
        problems += file_problems
    return models, problems
