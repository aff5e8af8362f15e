"""The output formats of problems, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.diagnostics.excerpt import Mask
    from modelconfig.diagnostics.problem import Problem

FORMATS = ("text", "json", "github", "sarif")
"""The names of the formats."""


def render(
    problems: Sequence[Problem],
    name: str,
    *,
    sources: Mapping[str, str] | None = None,
    colour: bool = False,
    masks: Mapping[str, Mask] | None = None,
    width: int | None = None,
) -> str:
    """Return the problems, in the given order, in the named format, with a final line break unless empty.

    `sources` contains the texts by file, for the excerpts of the text format; `masks` contains, by file, the function
    that hides confidential text in excerpts. A file without a mask has its values hidden if its text may contain
    credentials. `width` is the number of columns for source lines of the text format, if it is limited. Raises
    ValueError for a name that is not in FORMATS.
    """
    if name == "text":
        from modelconfig.diagnostics.render.text import as_text

        return as_text(problems, sources or {}, colour=colour, masks=masks, width=width)
    if name == "json":
        import json

        return json.dumps([problem.to_json() for problem in problems], indent=2) + "\n"
    if name == "github":
        from modelconfig.diagnostics.render.github import as_github

        return as_github(problems)
    if name == "sarif":
        from modelconfig.diagnostics.render.sarif import as_sarif

        return as_sarif(problems)
    raise ValueError(f"unknown format {name!r}; formats are {', '.join(FORMATS)}")
