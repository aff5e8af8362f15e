"""Problems as GitHub workflow commands.

GitHub shows them as annotations beside the changed lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from modelconfig.diagnostics.codes import CODES
from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.render.text import related_lines

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem


def as_github(problems: Sequence[Problem]) -> str:
    """Return one workflow command per problem."""
    return "".join(_command(problem) + "\n" for problem in problems)


def _command(problem: Problem) -> str:
    code = CODES.get(problem.code)
    parameters = {
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "title": f"{problem.code} {code.slug}" if code else problem.code,
    }
    text = "\n".join([problem.message, *related_lines(problem), *([problem.hint] if problem.hint else [])])
    return workflow_command(problem.severity.value, parameters, text)


def workflow_command(level: str, parameters: Mapping[str, object], text: str) -> str:
    """Return the command that shows a text as `error`, `warning` or `notice`; absent parameters are left out."""
    properties = ",".join(
        f"{name}={_property(str(value))}" for name, value in parameters.items() if value not in (None, "")
    )
    return f"::{level} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
