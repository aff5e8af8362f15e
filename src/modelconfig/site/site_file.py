"""Load a site configuration's file, and map locations back to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import Problem, error, in_file, map_pointers
from modelconfig.documents.file_kinds import instead_of_site
from modelconfig.jsontext.comments import strip_comments, unterminated_comment
from modelconfig.jsontext.reader import NOTHING, Source, parse_json, read_source
from modelconfig.site.shapes import SECTION, is_bare, misplaced

if TYPE_CHECKING:
    import os


_PREFIX = "/" + SECTION


@dataclass(frozen=True)
class SiteFile:
    """A site configuration and the text that it was read from.

    `value` has the whole shape, `{"modelConfiguration": …, …}`, also for a file that contains the bare object (`bare`).
    """

    name: str
    # Neither is part of the representation, because that is logged.
    text: str = field(repr=False)
    value: dict[str, Any] = field(repr=False)
    bare: bool

    def in_file(self, pointer: str) -> str:
        """Return the pointer in the file for a pointer into the whole shape; "" if a bare file has no such location."""
        if not self.bare:
            return pointer
        is_within = pointer == _PREFIX or pointer.startswith(_PREFIX + "/")
        return pointer.removeprefix(_PREFIX) if is_within else ""

    def place(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems of the whole shape with this file, line, column and the file's pointers.

        Problems of another file stay as they are.
        """
        listed = list(problems)
        own = [
            problem if problem.line is not None else map_pointers(problem, self.in_file)
            for problem in listed
            if problem.file in ("", self.name)
        ]
        return _located(own, self.text, self.name) + [one for one in listed if one.file not in ("", self.name)]


def read_site(path: str | os.PathLike[str]) -> tuple[SiteFile | None, list[Problem]]:
    """Return the site configuration of a file, or of standard input for `-`; otherwise as `parse_site`."""
    _, file, problems = read_site_source(path)
    return file, problems


def read_site_source(path: str | os.PathLike[str]) -> tuple[Source | None, SiteFile | None, list[Problem]]:
    """Return the text of a file, or None if it cannot be read, and what `read_site` returns."""
    source, problems = read_source(path)
    if source is None:
        return None, None, problems
    file, site_problems = parse_site(source.text, source.name)
    return source, file, problems + site_problems


def parse_site(text: str, name: str = "") -> tuple[SiteFile | None, list[Problem]]:
    """Parse a site configuration, JSON with comments and trailing commas; return it with its problems.

    The SiteFile is None where the text cannot be read as one object. A configuration with errors (a duplicate property,
    a misspelt `modelConfiguration`) may be checked further and must not be used. Problems have file, line, column and
    the file's own pointers, and never quote a value.
    """
    value, problems = _parse(text)
    other_kind = instead_of_site(text, name, value)
    if other_kind is not None:
        return None, _located([other_kind], text, name)
    if value is NOTHING:
        return None, _located(problems, text, name)
    if not isinstance(value, dict):
        from modelconfig.schema.value_phrases import kind_of

        hint = "Use the whole site configuration, or the value of its `modelConfiguration`."
        type_problem = error("MC101", f"a site configuration must be an object, not {kind_of(value)}", hint=hint)
        return None, _located([*problems, type_problem], text, name)
    bare = is_bare(value)
    problems = _located([*problems, *misplaced(value, bare=bare)], text, name)
    return SiteFile(name, text, {SECTION: value} if bare else value, bare), problems


def _parse(text: str) -> tuple[Any, list[Problem]]:
    """Return the JSON value, or NOTHING, and the problems of the text."""
    value, problems = parse_json(strip_comments(text))
    unterminated = unterminated_comment(text) if problems else None
    if unterminated is None:
        return value, problems
    start = (unterminated.line or 0, unterminated.column or 0)
    # `strip_comments` removed everything after the unterminated comment: problems there are only consequences.
    return NOTHING, [
        *(problem for problem in problems if (problem.line or 0, problem.column or 0) < start),
        unterminated,
    ]


def _located(problems: Iterable[Problem], text: str, name: str) -> list[Problem]:
    """Return problems with the file's name, lines and columns."""
    listed = list(problems)
    if not listed:
        return []
    from modelconfig.jsontext.positions import locate_problems

    return in_file(locate_problems(listed, strip_comments(text)), name)
