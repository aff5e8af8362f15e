"""Line and column of JSON Pointers in a JSON text.

One pass follows only the members that somebody asked for; all others are skipped by the standard library's scanner.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from modelconfig.diagnostics.problem import Problem

_BLANK = re.compile(r"[ \t\n\r]*")
_value_at = json.JSONDecoder(strict=False).raw_decode


def locate_problems(problems: Iterable[Problem], text: str) -> list[Problem]:
    """Return the problems, those without a line placed where their pointer leads in the text.

    Lines and columns are 1-based, columns in code points. A pointer that leads nowhere is placed at its nearest
    existing parent. Where a member is given twice, the pointer means the last one, as it does for the parsed value.
    """
    found = list(problems)
    locations = iter(pointer_positions([(one.pointer, one.at_key) for one in found if one.line is None], text))
    return [one if one.line is not None else _moved(one, next(locations)) for one in found]


def pointer_positions(places: Sequence[tuple[str, bool]], text: str) -> list[tuple[int, int]]:
    """Return the line and column of each pointer, found as in `locate_problems`.

    Each location is a pointer, and whether the name of the property there is meant instead of its value.
    """
    if not places:
        return []
    wanted = _Wanted()
    trails = [wanted.descendants(pointers.split(pointer)) for pointer, _ in places]
    # A text that is not JSON to its end: what came before is placed all the same.
    with suppress(ValueError, RecursionError, IndexError):
        _follow(text, wanted)
    return offset_positions(
        text, [_offset(trail, at_key=at_key) for trail, (_, at_key) in zip(trails, places, strict=True)]
    )


def offset_positions(text: str, offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Return the 1-based line and column of each offset, in one pass over the text."""
    result: dict[int, tuple[int, int]] = {}
    line, start, seen = 1, 0, 0
    for offset in sorted(set(offsets)):
        breaks = text.count("\n", seen, offset)
        if breaks:
            line += breaks
            start = text.rfind("\n", seen, offset) + 1
        seen = offset
        result[offset] = (line, offset - start + 1)
    return [result[offset] for offset in offsets]


def _moved(found: Problem, location: tuple[int, int]) -> Problem:
    return replace(found, line=location[0], column=location[1])


class _Wanted:
    """A value that somebody asked for, or that leads to one, and where it and its name were last seen."""

    __slots__ = ("key", "parts", "value")

    def __init__(self) -> None:
        self.parts: dict[str, _Wanted] = {}
        self.key = -1
        self.value = -1

    def descendants(self, tokens: Iterable[str]) -> list[_Wanted]:
        """Return this node and the ones on the way along the tokens, made where they are missing."""
        trail = [self]
        for token in tokens:
            trail.append(trail[-1].parts.setdefault(token, _Wanted()))
        return trail


def _offset(trail: Sequence[_Wanted], *, at_key: bool) -> int:
    """Return where the last node of the trail is, or its nearest parent that was seen.

    A part that lies before its parent belongs to an earlier member of the same name, and no longer counts.
    """
    best = max(trail[0].value, 0)
    for depth, node in enumerate(trail[1:], start=1):
        if node.value < best:
            return best
        if depth == len(trail) - 1 and at_key and node.key >= 0:
            return node.key
        best = node.value
    return best


def _follow(text: str, root: _Wanted) -> None:
    """Note the offsets of every wanted value of the text."""
    at = _blank(text, 0)
    root.value = at
    if not root.parts or at >= len(text) or text[at] not in "[{":
        return
    # A frame is a wanted container and the index of its next item, or -1 for an object.
    stack = [(root, 0 if text[at] == "[" else -1)]
    at = _blank(text, at + 1)
    while stack:
        node, index = stack.pop()
        char = text[at]
        if char in "]}":
            at = _blank(text, at + 1)
        elif char == ",":
            stack.append((node, index))
            at = _blank(text, at + 1)
        else:
            at = _part(text, at, node, index, stack)


def _part(text: str, at: int, node: _Wanted, index: int, stack: list[tuple[_Wanted, int]]) -> int:
    """Note or skip the item or member at the offset; return the offset after it, or inside it if it is wanted."""
    key = -1
    if index < 0:
        key = at
        token, at = _value_at(text, at)
        at = _blank(text, _blank(text, at) + 1)
        stack.append((node, -1))
    else:
        token = str(index)
        stack.append((node, index + 1))
    child = node.parts.get(token)
    if child is not None:
        child.key, child.value = key, at
        if child.parts and text[at] in "[{":
            stack.append((child, 0 if text[at] == "[" else -1))
            return _blank(text, at + 1)
    return _blank(text, _value_at(text, at)[1])


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return at if found is None else found.end()
