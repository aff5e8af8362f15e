"""Read site configurations and base documents for the `site` commands, and report their problems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from modelconfig.cli.options import echo_problems
from modelconfig.cli.output import UNUSABLE
from modelconfig.jsontext.reader import Source, read_source

if TYPE_CHECKING:
    from modelconfig.diagnostics.excerpt import Mask
    from modelconfig.diagnostics.problem import Problem
    from modelconfig.site.site_file import SiteFile

base_option = click.option(
    "--base",
    metavar="FILE",
    help="Base document to merge into; - reads standard input. [default: the embedded catalogue]",
)


class SiteInput(NamedTuple):
    """The text of a site configuration, and the problems of reading it.

    `file` is None if the text has no configuration that can be checked. `has_text` is false if the file cannot be read.
    """

    source: Source
    file: SiteFile | None
    problems: list[Problem]
    has_text: bool = True

    @property
    def mask(self) -> Mask:
        """The mask that hides the secrets of the text in excerpts."""
        from modelconfig.site.masking import mask_of

        return mask_of(self.source.text)

    def echo_problems(self, problems: Iterable[Problem]) -> None:
        """Print problems with excerpts of the text to standard error."""
        echo_problems(list(problems), self.source, self.mask)


def read_site_input(path: str) -> SiteInput:
    """Read a site configuration from a file, or from standard input for `-`. Problems are returned, not raised."""
    from modelconfig.site.site_file import parse_site

    source, problems = read_source(path)
    if source is None:
        return SiteInput(Source(path, ""), None, problems, has_text=False)
    file, site_problems = parse_site(source.text, source.name)
    return SiteInput(source, file, problems + site_problems)


def load_site(context: click.Context, path: str) -> tuple[SiteInput, SiteFile]:
    """Return a site configuration that can be checked; print its problems and exit if there is none."""
    site_input = read_site_input(path)
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
