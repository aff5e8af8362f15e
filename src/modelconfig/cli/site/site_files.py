"""What the commands of `modelconfig site` share: reading a site configuration, and the catalogue that it changes."""

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


class Read(NamedTuple):
    """A file of site configuration, or what of it could be read: enough to report on it.

    `file` is None where there is no configuration to look at, `has_text` tells whether there was a text at all. `mask`
    hides in excerpts what must not be seen.
    """

    name: str
    text: str
    file: SiteFile | None
    problems: list[Problem]
    mask: Mask
    has_text: bool = True


def read_site_file(path: str) -> Read:
    """Return a file, or standard input for `-`, however broken it is."""
    from modelconfig.jsontext.reader import read_source
    from modelconfig.site.loader import parse_site
    from modelconfig.site.masking import mask_of

    source, problems = read_source(path)
    if source is None:
        return Read(path, "", None, problems, mask_of(""), has_text=False)
    file, found = parse_site(source.text, source.name)
    return Read(source.name, source.text, file, problems + found, mask_of(source.text))


def base_document(path: str | None) -> dict[str, Any]:
    """Return the catalogue of a file, or the embedded one. Raises DocumentInvalid, whose text lists the problems."""
    from modelconfig.documents.loader import load_document

    return load_document(path)


def echo_problems(problems: Sequence[Problem], read: Read | None = None) -> None:
    """Print problems to standard error, with excerpts of a site configuration that show what is public only."""
    from modelconfig.diagnostics.problem import in_reading_order
    from modelconfig.diagnostics.render.formats import render

    sources, masks = ({read.name: read.text}, {read.name: read.mask}) if read is not None else ({}, {})
    colour = use_colour(sys.stderr)
    echo_err(render(in_reading_order(problems), "text", sources=sources, masks=masks, colour=colour))
