"""Problems as text for people.

Each problem has its location, severity, code and message, the source line with a mark, related locations, and the hint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from modelconfig.diagnostics.excerpt import MAX_WIDTH, Mask, excerpt
from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import Location, Problem, Severity
from modelconfig.diagnostics.render.redaction import mask_for

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_SEVERITY_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}


def as_text(
    problems: Sequence[Problem],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    masks: Mapping[str, Mask] | None = None,
    width: int | None = None,
) -> str:
    """Return the problems: one line each, followed by the excerpt, related locations and the hint.

    Source lines are cut to `width` columns.
    """
    files = {problem.file for problem in problems}.intersection(sources)
    lines = {file: sources[file].split("\n") for file in files}
    file_masks = masks or {}
    # A line may be the whole file, and have all its problems: it is masked once.
    masks_by_file = {file: lru_cache(1)(file_masks.get(file) or mask_for(sources[file])) for file in files}
    output: list[str] = []
    for problem in problems:
        output.append(_headline(problem, colour=colour))
        if problem.line is not None and problem.line <= len(lines.get(problem.file, ())):
            line = lines[problem.file][problem.line - 1]
            output += _excerpt(problem, line, colour=colour, mask=masks_by_file[problem.file], width=width)
        notes = [*related_lines(problem), *([printable(problem.hint)] if problem.hint else [])]
        output += [_coloured("  = ", _DIM, colour=colour) + note for note in notes]
    return "".join(line + "\n" for line in output)


def summary(problems: Sequence[Problem], checked: str) -> str:
    """Return one line that counts the problems, such as `2 errors and 1 warning in 3 files`."""
    from modelconfig.diagnostics.phrases import count

    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = [count(number, severity) for number, severity in ((errors, "error"), (warnings, "warning")) if number]
    return f"{' and '.join(parts) or 'no problems'} in {checked}"


def shown_location(location: Location) -> str:
    """Return file, line and column, or file and pointer where no line is known; "" for a location without any.

    A server's public status names no file.
    """
    text = printable(location.file)
    if location.line is not None and not text:
        return f"line {location.line}" + (f", column {location.column}" if location.column is not None else "")
    if location.line is not None:
        return text + f":{location.line}" + (f":{location.column}" if location.column is not None else "")
    return f"{text}#{printable(location.pointer)}" if location.pointer else text


def related_lines(problem: Problem) -> list[str]:
    """Return a line for each related location: where it is, and what is there."""
    return [f"{shown_location(location)}: {printable(location.description)}" for location in problem.related]


def _headline(problem: Problem, *, colour: bool) -> str:
    location = shown_location(problem)
    label = _coloured(f"{problem.severity.value}[{problem.code}]", _SEVERITY_COLOURS[problem.severity], colour=colour)
    prefix = _coloured(location, _BOLD, colour=colour) + ": " if location else ""
    return f"{prefix}{label} {printable(problem.message)}"


def _excerpt(problem: Problem, line: str, *, colour: bool, mask: Mask | None, width: int | None) -> list[str]:
    number = problem.line or 1
    if not line or line.isspace():
        return []
    gutter = f"{number:>5} | "
    columns = MAX_WIDTH if width is None else min(MAX_WIDTH, width - len(gutter) - len("……"))
    visible_line, marks = excerpt(line, number, problem.column or 1, mask=mask, width=columns)
    return [
        _coloured(gutter, _DIM, colour=colour) + visible_line,
        _coloured(" " * (len(gutter) - 2) + "| ", _DIM, colour=colour)
        + _coloured(marks, _SEVERITY_COLOURS[problem.severity], colour=colour),
    ]


def _coloured(text: str, colour_code: str, *, colour: bool) -> str:
    return f"{colour_code}{text}{_RESET}" if colour and text else text
