"""The format for people: place, severity, code and message, the source line with a mark, and the hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import Severity
from modelconfig.diagnostics.render.excerpt import excerpt
from modelconfig.diagnostics.render.redaction import mask_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.diagnostics.render.excerpt import Mask

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_TINTS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}


def as_text(
    problems: Sequence[Problem],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    masks: Mapping[str, Mask] | None = None,
) -> str:
    """Return each problem on a line of its own, followed by what helps to understand it."""
    named = {found.file for found in problems}.intersection(sources)
    lines = {file: sources[file].split("\n") for file in named}
    given = masks or {}
    hiding = {file: given[file] if file in given else mask_for(sources[file]) for file in named}
    output: list[str] = []
    for found in problems:
        output.append(_headline(found, colour=colour))
        if found.line is not None and found.line <= len(lines.get(found.file, ())):
            line = lines[found.file][found.line - 1]
            output += _excerpt(found, line, colour=colour, mask=hiding[found.file])
        if found.hint:
            output.append(_tinted("  = ", _DIM, colour=colour) + printable(found.hint))
    return "".join(line + "\n" for line in output)


def summary(problems: Sequence[Problem], checked: str) -> str:
    """Return one line that counts the problems, such as `2 errors and 1 warning in 3 files`."""
    from modelconfig.diagnostics.phrases import count

    errors = sum(found.severity is Severity.ERROR for found in problems)
    warnings = len(problems) - errors
    parts = [count(number, what) for number, what in ((errors, "error"), (warnings, "warning")) if number]
    return f"{' and '.join(parts) or 'no problems'} in {checked}"


def _headline(found: Problem, *, colour: bool) -> str:
    place = printable(found.file)
    if found.line is not None:
        place += f":{found.line}" + (f":{found.column}" if found.column is not None else "")
    elif found.pointer:
        place += f"#{printable(found.pointer)}"
    label = _tinted(f"{found.severity.value}[{found.code}]", _TINTS[found.severity], colour=colour)
    return (_tinted(place, _BOLD, colour=colour) + ": " if place else "") + label + " " + printable(found.message)


def _excerpt(found: Problem, line: str, *, colour: bool, mask: Mask | None) -> list[str]:
    number = found.line or 1
    if not line.strip():
        return []
    shown, marks = excerpt(line, number, found.column or 1, mask=mask)
    gutter = f"{number:>5} | "
    return [
        _tinted(gutter, _DIM, colour=colour) + shown,
        _tinted(" " * (len(gutter) - 2) + "| ", _DIM, colour=colour)
        + _tinted(marks, _TINTS[found.severity], colour=colour),
    ]


def _tinted(text: str, tint: str, *, colour: bool) -> str:
    return f"{tint}{text}{_RESET}" if colour and text else text
