"""From a file of site configuration to its value in one shape, with a way back from each place in it to the file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import error, has_errors, in_file
from modelconfig.jsontext.comments import strip_comments, unterminated_comment
from modelconfig.jsontext.reader import NOTHING, parse_json, read_source
from modelconfig.site.shapes import SECTION, is_bare, misplaced

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.diagnostics.render.excerpt import Mask

_PREFIX = "/" + SECTION


@dataclass(frozen=True)
class SiteFile:
    """A site configuration and the text that it was read from.

    `value` has the whole shape, `{"modelConfiguration": …, …}`, also for a file that holds the bare object (`bare`).
    """

    name: str
    # Neither is part of the representation, which ends up in logs.
    text: str = field(repr=False)
    value: dict[str, Any] = field(repr=False)
    bare: bool

    def in_file(self, pointer: str) -> str:
        """Return where a place of the whole shape is in the file; "" for one that a bare file has no room for."""
        if not self.bare:
            return pointer
        inside = pointer == _PREFIX or pointer.startswith(_PREFIX + "/")
        return pointer.removeprefix(_PREFIX) if inside else ""

    def place(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems of the whole shape with this file, line, column and the file's pointers.

        Pointers end before the first name that might be a credential.
        """
        found = list(problems)
        if not found:
            return []
        from modelconfig.jsontext.positions import locate_problems
        from modelconfig.site.property_names import safe_pointer

        moved = [one if one.line is not None else self._moved(one) for one in found]
        placed = locate_problems(moved, strip_comments(self.text))
        return in_file([replace(one, pointer=safe_pointer(one.pointer)) for one in placed], self.name)

    def _moved(self, found: Problem) -> Problem:
        if not self.bare:
            return found
        message, hint = found.message.replace(_PREFIX + "/", "/"), found.hint.replace(_PREFIX + "/", "/")
        return replace(found, pointer=self.in_file(found.pointer), message=message, hint=hint)

    def mask(self) -> Mask:
        """Return what hides in excerpts of this file everything that is not known to be public."""
        from modelconfig.site.masking import mask_of

        return mask_of(self.text)


def read_site(path: str | os.PathLike[str]) -> tuple[SiteFile | None, list[Problem]]:
    """Return the site configuration of a file, or of standard input for `-`; otherwise as `parse_site`."""
    source, problems = read_source(path)
    if source is None:
        return None, problems
    file, found = parse_site(source.text, source.name)
    return file, problems + found


def parse_site(text: str, name: str = "") -> tuple[SiteFile | None, list[Problem]]:
    """Return a site configuration, JSON with comments and trailing commas, and what is wrong with its outer form.

    There is none where the text cannot be read as one object. A configuration that comes with errors (a member given
    twice, a misspelt `modelConfiguration`) may be checked further and must not be used. Problems have file, line,
    column and the file's own pointers, and never quote a value.
    """
    value, problems = _value(text)
    if value is NOTHING:
        return None, in_file(problems, name)
    if not isinstance(value, dict):
        from modelconfig.schema.value_phrases import kind_of

        hint = "It is the whole site configuration, or what stands in it under `modelConfiguration`."
        wrong = error("MC101", f"a site configuration must be an object, not {kind_of(value)}", hint=hint)
        return None, _of_file(text, name, [*problems, wrong])
    bare = is_bare(value)
    problems = _of_file(text, name, [*problems, *misplaced(value, bare=bare)])
    return SiteFile(name, text, {SECTION: value} if bare else value, bare), problems


def _value(text: str) -> tuple[Any, list[Problem]]:
    """Return the JSON value, or NOTHING, and the problems of the text, whose names and values are hidden."""
    value, problems = parse_json(strip_comments(text))
    if not problems:
        return value, []
    from modelconfig.site.property_names import safe_pointer, without_names

    problems = [
        replace(_in_words_of_comments(one), pointer=safe_pointer(one.pointer)) for one in without_names(problems)
    ]
    endless = unterminated_comment(text)
    if endless is not None:
        start = (endless.line or 0, endless.column or 0)
        # What follows an open comment was blanked with it; that it is missing says nothing.
        problems = [one for one in problems if (one.line or 0, one.column or 0) < start] + [endless]
        return NOTHING, problems
    return (value if not has_errors(one for one in problems if one.code != "MC004") else NOTHING), problems


def _of_file(text: str, name: str, problems: list[Problem]) -> list[Problem]:
    if not problems:
        return []
    from modelconfig.jsontext.positions import locate_problems

    return in_file(locate_problems(problems, strip_comments(text)), name)


def _in_words_of_comments(found: Problem) -> Problem:
    if found.code != "MC003" or found.message != "JSON has no comments":
        return found
    return replace(found, message="a comment starts with // here", hint="Write // in place of #.")
