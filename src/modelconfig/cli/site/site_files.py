"""Read site configurations and base documents for the `site` commands, and report their problems."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.cli.output import echo_err, use_colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.diagnostics.render.excerpt import Mask
    from modelconfig.site.loader import SiteFile

BASE_HELP = "The catalogue that is changed, - for standard input. [default: the embedded catalogue]"


class SiteReadResult(NamedTuple):
    """A file of site configuration, its text and its problems.

    `file` is None if the text has no configuration that can be checked. `has_text` is false if the file cannot be read.
    `mask` hides the secrets of the text in excerpts.
    """

    name: str
    text: str
    file: SiteFile | None
    problems: list[Problem]
    mask: Mask
    has_text: bool = True


def read_site_file(path: str) -> SiteReadResult:
    """Read a site configuration from a file, or from standard input for `-`. Problems are returned, not raised."""
    from modelconfig.jsontext.reader import read_source
    from modelconfig.site.loader import parse_site
    from modelconfig.site.masking import mask_of

    source, problems = read_source(path)
    if source is None:
        return SiteReadResult(path, "", None, problems, mask_of(""), has_text=False)
    file, site_problems = parse_site(source.text, source.name)
    return SiteReadResult(source.name, source.text, file, problems + site_problems, mask_of(source.text))


def base_document(path: str | None) -> dict[str, Any]:
    """Return the base document of a file, or the embedded catalogue. Raises DocumentInvalid."""
    from modelconfig.documents.loader import load_document

    return load_document(path)


def echo_problems(problems: Sequence[Problem], read_result: SiteReadResult | None = None) -> None:
    """Print problems as text to standard error, with excerpts of the site configuration, its secrets hidden."""
    from modelconfig.diagnostics.problem import in_reading_order
    from modelconfig.diagnostics.render.formats import render

    sources, masks = (
        ({read_result.name: read_result.text}, {read_result.name: read_result.mask})
        if read_result is not None
        else ({}, {})
    )
    colour = use_colour(sys.stderr)
    echo_err(render(in_reading_order(problems), "text", sources=sources, masks=masks, colour=colour))
