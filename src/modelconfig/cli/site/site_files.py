"""Read site configurations and base documents for the `site` commands, and report their problems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from modelconfig.cli.options import echo_problems
from modelconfig.cli.output import UNUSABLE

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem
    from modelconfig.jsontext.reader import Source
    from modelconfig.site.site_file import SiteFile

base_option = click.option(
    "--base",
    metavar="FILE",
    help="Base document to merge into; - reads standard input. [default: the embedded catalogue]",
)


class SiteInput(NamedTuple):
    """The text of a site configuration, and the problems of reading it.

    `source` is None if the file cannot be read, `file` if the text has no configuration that can be checked.
    """

    source: Source | None
    file: SiteFile | None
    problems: list[Problem]

    def echo_problems(self, problems: Sequence[Problem]) -> None:
        """Print problems to standard error, with excerpts of the text in which its secrets are hidden."""
        from modelconfig.site.masking import mask_of

        echo_problems(problems, self.source, mask_of(self.source.text) if self.source is not None else None)


def load_site(context: click.Context, path: str) -> tuple[SiteInput, SiteFile]:
    """Return a site configuration that can be checked; print its problems and exit if there is none."""
    from modelconfig.site.site_file import read_site_source

    site_input = SiteInput(*read_site_source(path))
    if site_input.file is None:
        site_input.echo_problems(site_input.problems)
        context.exit(UNUSABLE)
    return site_input, site_input.file


def load_base(context: click.Context, path: str | None) -> dict[str, Any]:
    """Return the base document of a file, or the embedded catalogue; print its problems and exit if it is invalid."""
    from modelconfig.documents.loader import load_document
    from modelconfig.errors import DocumentInvalid

    try:
        return load_document(path)
    except DocumentInvalid as error:
        echo_problems(error.problems)
        context.exit(UNUSABLE)
