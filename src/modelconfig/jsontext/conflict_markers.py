"""Conflict markers that a merge left in a text: where they are, and the text with the first side of each conflict."""

import re
from dataclasses import replace
from typing import Final

from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext.positions import offset_positions

# Neither JSON nor our YAML allows such lines.
_MARKER: Final = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|\Z)[^\n]*", re.MULTILINE)
_START, _END = "<", ">"
_NOT_BLANK: Final = re.compile(r"[^\r\n]")


def conflict_problems(text: str) -> list[Problem]:
    """Return a problem for each conflict, at the line of its first marker."""
    offsets = [start for start, _ in _conflicts(text)]
    hint = "Keep one side of the conflict, and remove the lines with conflict markers."
    problem = error("MC015", "unresolved conflict of a merge", hint=hint)
    return [
        replace(problem, line=line, column=column)
        for line, column in (offset_positions(text, offsets) if offsets else [])
    ]


def first_sides(text: str) -> str:
    """Return a text with the first side of each conflict. All else of it is spaces, so that offsets stay the same."""
    parts: list[str] = []
    end = 0
    for _, removed in _conflicts(text):
        for first, last in removed:
            parts += [text[end:first], _NOT_BLANK.sub(" ", text[first:last])]
            end = last
    return "".join([*parts, text[end:]])


def _conflicts(text: str) -> list[tuple[int, list[tuple[int, int]]]]:
    """Return the offset of each conflict, and the ranges of it that are not its first side."""
    found: list[tuple[int, list[tuple[int, int]]]] = []
    is_open = False
    # From the first line that is neither a marker nor the first side.
    rest: int | None = None
    for marker in _MARKER.finditer(text):
        kind = marker[0][0]
        if kind == _END or (kind == _START and not is_open):
            if not is_open:
                found.append((marker.start(), []))
            found[-1][1].append((marker.start() if rest is None else rest, marker.end()))
            is_open, rest = kind == _START, None
        elif is_open and rest is None:
            rest = marker.start()
    if rest is not None:
        found[-1][1].append((rest, len(text)))
    return found
