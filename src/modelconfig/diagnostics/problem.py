"""A problem: code, severity, message, hint, file, line, column and JSON pointer.

Every check returns all problems, and never raises for invalid input.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """Whether a problem makes the input unusable."""

    ERROR = "error"
    """The input cannot be used."""
    WARNING = "warning"
    """The input can be used, but probably not as intended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem at one location.

    `line` and `column` are 1-based, columns in code points; both are None where the location is a whole file or is not
    known. `pointer` is a JSON Pointer (RFC 6901), "" for the whole document. `modelconfig explain CODE` prints the
    reason for a code.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    pointer: str = ""
    at_key: bool = field(default=False, compare=False)
    """Whether the location is the property's name and not its value; only used to find line and column."""

    def to_json(self) -> dict[str, str | int | None]:
        """Return the eight public properties; all of them are always present."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "pointer": self.pointer,
        }


def error(code: str, message: str, *, hint: str = "", pointer: str = "", at_key: bool = False) -> Problem:
    """Return a problem that makes the input unusable; the caller adds file and position."""
    return Problem(code=code, severity=Severity.ERROR, message=message, hint=hint, pointer=pointer, at_key=at_key)


def warning(code: str, message: str, *, hint: str = "", pointer: str = "", at_key: bool = False) -> Problem:
    """Return a problem that leaves the input usable; the caller adds file and position."""
    return Problem(code=code, severity=Severity.WARNING, message=message, hint=hint, pointer=pointer, at_key=at_key)


def in_file(problems: Iterable[Problem], file: str) -> list[Problem]:
    """Return the problems with `file` set where it is empty."""
    return [problem if problem.file else replace(problem, file=file) for problem in problems]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, then location, then code, whatever their order was."""
    return sorted(
        problems,
        key=lambda problem: (
            problem.file,
            problem.line or 0,
            problem.column or 0,
            problem.pointer,
            problem.code,
            problem.message,
        ),
    )
