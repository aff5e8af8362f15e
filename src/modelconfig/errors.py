"""What this package raises, when a program asks for something that cannot be had.

ModelConfigError
├── DocumentInvalid     a document has problems; they are in `problems`
│   └── Unreadable      … so basic that there is no JSON value at all
├── InvalidRef          a text is not a model reference  (also a ValueError)
├── WriteError          a file could not be written; everything on disk is as it was before
├── UnsupportedSchema   a schema uses a keyword that the validator does not know
└── DataMissing         the generated package or a file of it is not there

What a user wrote never raises inside the checks: they return problems. `DocumentInvalid` is for programs that asked
for a document and not for its problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem


class ModelConfigError(Exception):
    """Everything that this package raises on purpose."""


class DocumentInvalid(ModelConfigError):
    """A document has problems. The text lists all of them, one a line; `problems` holds them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(_line(found) for found in self.problems))

    def __reduce__(self) -> tuple[type[DocumentInvalid], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class Unreadable(DocumentInvalid):
    """A file cannot be read, or its text is not JSON."""


class InvalidRef(ModelConfigError, ValueError):
    """A text is not a model reference; the message says which part is wrong and what is allowed."""


class WriteError(ModelConfigError):
    """A file could not be written; everything on disk is as it was before. `problem` says which file and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem

    def __reduce__(self) -> tuple[type[WriteError], tuple[Problem]]:
        return type(self), (self.problem,)


class UnsupportedSchema(ModelConfigError):
    """A schema uses a keyword or reference that the validator would have to ignore."""


class DataMissing(ModelConfigError):
    """Generated data is missing; the message names the command that writes it."""


def _line(found: Problem) -> str:
    place = found.file or "document"
    if found.line is not None:
        place += f":{found.line}:{found.column}"
    elif found.pointer:
        place += f" {found.pointer}"
    hint = f" {found.hint}" if found.hint else ""
    return f"{place}: {found.severity.value}[{found.code}] {found.message}.{hint}"
