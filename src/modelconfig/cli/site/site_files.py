"""Read site configurations and base documents for the `site` commands, and report their problems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import FILE, echo_problems
from modelconfig.cli.output import FINDINGS, UNUSABLE

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem
    from modelconfig.jsontext.reader import Source
    from modelconfig.site.site_file import SiteFile

base_option = click.option(
    "--base",
    type=FILE,
    metavar="FILE",
    help="Base document to merge into; - reads standard input. [default: the embedded catalogue]",
)


def echo_site_problems(problems: Sequence[Problem], source: Source | SiteFile | None) -> None:
    """Print problems to standard error, with excerpts of the text in which its secrets are hidden."""
    from modelconfig.site.masking import mask_of

    echo_problems(problems, source, mask_of(source.text) if source is not None else None)


def load_site(context: click.Context, path: str) -> tuple[SiteFile, list[Problem]]:
    """Return a site configuration that can be checked, and its problems; print these and exit if there is none."""
    from modelconfig.site.site_file import read_site_source

    source, file, problems = read_site_source(path)
    if file is None:
        echo_site_problems(problems, source)
        context.exit(UNUSABLE)
    return file, problems


def merged_document(context: click.Context, path: str, base: dict[str, Any]) -> dict[str, Any]:
    """Return a site configuration merged with a base document; print all problems, and exit if errors prevent it."""
    from modelconfig.analysis.check import evaluate_site
    from modelconfig.diagnostics.problem import has_errors

    file, problems = load_site(context, path)
    evaluation = evaluate_site(base, file.value)
    problems += file.place(evaluation.problems)
    echo_site_problems(problems, file)
    if evaluation.merged is None or evaluation.merged.document is None or has_errors(problems):
        context.exit(FINDINGS)
    return evaluation.merged.document


def load_base(context: click.Context, path: str | None) -> dict[str, Any]:
    """Return the base document of a file, or the embedded catalogue; print its problems and exit if it is invalid."""
    from modelconfig.documents.loader import EMBEDDED, load_document
    from modelconfig.errors import DocumentInvalid
    from modelconfig.views.base_document import base_document

    try:
        document, problems = base_document(load_document(path), path or EMBEDDED)
    except DocumentInvalid as error:
        echo_problems(error.problems)
        context.exit(UNUSABLE)
    echo_problems(problems)
    return document
