"""Read site configurations and base documents for the `site` commands, and report their problems."""

from __future__ import annotations

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
    help="The catalogue that is changed, - for standard input. [default: the embedded catalogue]",
)


class SiteReadResult(NamedTuple):
    """A file of site configuration, its text and its problems.

    `file` is None if the text has no configuration that can be checked. `has_text` is false if the file cannot be read.
    `mask` hides the secrets of the text in excerpts.
    """

    source: Source
    file: SiteFile | None
    problems: list[Problem]
    mask: Mask
    has_text: bool = True


def read_site_file(path: str) -> SiteReadResult:
    """Read a site configuration from a file, or from standard input for `-`. Problems are returned, not raised."""
    from modelconfig.site.masking import mask_of
    from modelconfig.site.site_file import parse_site

    source, problems = read_source(path)
    if source is None:
        return SiteReadResult(Source(path, ""), None, problems, mask_of(""), has_text=False)
    file, site_problems = parse_site(source.text, source.name)
    return SiteReadResult(source, file, problems + site_problems, mask_of(source.text))


def load_base(context: click.Context, path: str | None) -> dict[str, Any]:
    """Return the base document of a file, or the embedded catalogue; print its problems and exit if it is invalid."""
    from modelconfig.documents.loader import load_document
    from modelconfig.errors import DocumentInvalid

    try:
        return load_document(path)
    except DocumentInvalid as error:
        echo_problems(error.problems)
        context.exit(UNUSABLE)
