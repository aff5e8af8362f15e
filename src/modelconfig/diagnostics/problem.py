"""A problem: code, severity, message, hint and location, with related locations.

Every check returns all problems, and never raises for invalid input.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypedDict, Unpack


class Severity(StrEnum):
    """Whether a problem makes the input unusable."""

    ERROR = "error"
    """The input cannot be used."""
    WARNING = "warning"
    """The input can be used, but probably not as intended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A location in a file.

    `line` and `column` are 1-based, columns in code points; both are None where the location is a whole file or is not
    known. `pointer` is a JSON Pointer (RFC 6901), "" for the whole document.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    pointer: str = ""
    at_key: bool = field(default=False, compare=False)
    """Whether the location is the property's name and not its value; only used to find line and column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLocation(Location):
    """A second location that a problem is about, such as the first of two models with the same reference."""

    description: str
    """What is there, such as `first definition`; without a file name, line or pointer."""

    def to_json(self) -> dict[str, str | int | None]:
        """Return the five public properties; all of them are always present."""
        return {"description": self.description, **position_json(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Location):
    """One problem at one location. `modelconfig explain CODE` prints the reason for a code.

    `related` has the further locations that the problem is about. A check creates them without file, line and column:
    `error("MC201", message, pointer="/models/2", related=(related("first definition", "/models/0"),))`. What sets file,
    line, column or pointer of a problem sets those of its related locations too; see `map_locations` and
    `map_pointers`. Messages never contain such a location, and no code depends on the text of a message or hint.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    related: tuple[RelatedLocation, ...] = ()

    def to_json(self) -> dict[str, str | int | list[dict[str, str | int | None]] | None]:
        """Return the nine public properties; all of them are always present."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
            **position_json(self),
            "related": [location.to_json() for location in self.related],
        }


def position_json(location: Location) -> dict[str, str | int | None]:
    """Return the four public properties of a location."""
    return {name: getattr(location, name) for name in ("file", "line", "column", "pointer")}


class _Details(TypedDict, total=False):
    hint: str
    pointer: str
    at_key: bool
    related: tuple[RelatedLocation, ...]


def error(code: str, message: str, **details: Unpack[_Details]) -> Problem:
    """Return a problem that makes the input unusable; the caller adds file and position."""
    return Problem(code=code, severity=Severity.ERROR, message=message, **details)


def warning(code: str, message: str, **details: Unpack[_Details]) -> Problem:
    """Return a problem that leaves the input usable; the caller adds file and position."""
    return Problem(code=code, severity=Severity.WARNING, message=message, **details)


def related(description: str, pointer: str, *, at_key: bool = False) -> RelatedLocation:
    """Return a related location in the problem's file; the position is added together with the problem's."""
    return RelatedLocation(description=description, pointer=pointer, at_key=at_key)


def map_locations(problem: Problem, changes: Callable[[Location], dict[str, Any]]) -> Problem:
    """Return the problem with the changed fields of its location and of its related locations.

    `changes` returns the fields of a location that change: `map_locations(problem, lambda at: {"file": name})`.
    """
    locations = [replace(location, **changes(location)) for location in problem.related]
    return replace(problem, **changes(problem), related=tuple(locations))


def map_pointers(problem: Problem, change: Callable[[str], str]) -> Problem:
    """Return the problem with the pointers of its location and of its related locations changed."""
    return map_locations(problem, lambda location: {"pointer": change(location.pointer)})


def in_file(problems: Iterable[Problem], file: str) -> list[Problem]:
    """Return the problems with `file` set where it is empty."""
    return [map_locations(problem, lambda location: {"file": location.file or file}) for problem in problems]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, then location, then code, whatever their order was."""

    def key(problem: Problem) -> tuple[str, int, int, str, str, str]:
        line, column = problem.line or 0, problem.column or 0
        return problem.file, line, column, problem.pointer, problem.code, problem.message

    return sorted(problems, key=key)
