"""The exceptions that the package raises.

ModelConfigError
├── DocumentInvalid     a document has problems; they are in `problems`
│   └── Unreadable      the file cannot be read, or its text is not JSON
├── InvalidRef          a text is not a model reference (also a ValueError)
├── WriteError          a file could not be written; the files on disk are unchanged
└── DataMissing         the generated package or one of its files is missing

Checks never raise for invalid input: they return problems. `DocumentInvalid` is for programs that request a document
and not its problems.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem


class ModelConfigError(Exception):
    """Base class of the exceptions that this package raises."""


class DocumentInvalid(ModelConfigError):
    """A document has problems. The message lists all of them, one per line; `problems` contains them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(_line(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[DocumentInvalid], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class Unreadable(DocumentInvalid):
    """A file cannot be read, or its text is not JSON."""


class InvalidRef(ModelConfigError, ValueError):
    """A text is not a model reference; the message says which part is wrong and what is allowed."""


class WriteError(ModelConfigError):
    """A file could not be written; the files on disk are unchanged. `problem` names the file and the cause."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem

    def __reduce__(self) -> tuple[type[WriteError], tuple[Problem]]:
        return type(self), (self.problem,)


class DataMissing(ModelConfigError):
    """Generated data is missing; the message names the command that generates it."""


def _line(problem: Problem) -> str:
    location = problem.file or ("document" if problem.line is not None or problem.pointer else "")
    if problem.line is not None:
        location += f":{problem.line}:{problem.column}"
    elif problem.pointer:
        location += f" {problem.pointer}"
    hint = f" {problem.hint}" if problem.hint else ""
    location += ": " if location else ""
    return f"{location}{problem.severity.value}[{problem.code}] {problem.message}.{hint}"
