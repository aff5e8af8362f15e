"""Workflow commands, which GitHub shows as annotations beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.codes import explanation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem


def as_github(problems: Sequence[Problem]) -> str:
    """Return one workflow command a problem."""
    return "".join(_command(found) + "\n" for found in problems)


def _command(found: Problem) -> str:
    known = explanation(found.code)
    properties = {
        "file": found.file,
        "line": found.line,
        "col": found.column,
        "title": f"{found.code} {known.name}" if known else found.code,
    }
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value not in (None, ""))
    text = found.message + (f"\n{found.hint}" if found.hint else "")
    return f"::{found.severity.value} {given}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
