"""What is wrong with an input, where, and what to do about it.

Every check returns problems, all of them, and never raises for what a user wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """The input cannot be used."""
    WARNING = "warning"
    """The input works, though hardly as intended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding about one place.

    `line` and `column` are 1-based, columns in code points; both are None where the place is a whole
    file or is not known. `pointer` is a JSON Pointer (RFC 6901), "" for the whole document.
    `modelconfig explain CODE` tells the reason behind a code.
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
    """Whether the place is the member's name and not its value; only for finding line and column."""

    def to_json(self) -> dict[str, str | int | None]:
        """Return the eight public members, always all of them."""
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
    """Return a problem that makes the input unusable; file and position are added by who knows them."""
    return Problem(code=code, severity=Severity.ERROR, message=message, hint=hint, pointer=pointer, at_key=at_key)


def warning(code: str, message: str, *, hint: str = "", pointer: str = "", at_key: bool = False) -> Problem:
    """Return a problem that does not stop the input from working."""
    return Problem(code=code, severity=Severity.WARNING, message=message, hint=hint, pointer=pointer, at_key=at_key)


def in_file(problems: Iterable[Problem], file: str) -> list[Problem]:
    """Return the problems with `file` set where none is yet."""
    return [found if found.file else replace(found, file=file) for found in problems]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether one of the problems is an error."""
    return any(found.severity is Severity.ERROR for found in problems)


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, then place, then code, so that output never depends on who found them."""
    return sorted(
        problems,
        key=lambda found: (found.file, found.line or 0, found.column or 0, found.pointer, found.code, found.message),
    )
