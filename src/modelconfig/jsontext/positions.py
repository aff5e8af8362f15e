"""Line and column of JSON pointers in a text.

One pass over the text follows only the pointers of interest; the standard library's scanner skips everything else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from modelconfig.diagnostics.json_tokens import end_of_space
from modelconfig.diagnostics.problem import Location, Problem, map_locations, map_pointers
from modelconfig.jsontext import pointers

_value_at = json.JSONDecoder(strict=False).raw_decode


def locate_problems(problems: Iterable[Problem], text: str) -> list[Problem]:
    """Return the problems, with the position of the pointer added where a problem or a related location has no line.

    Lines and columns are 1-based, columns in code points. A pointer that leads nowhere gets the position of its nearest
    existing parent. Where a property name occurs twice in an object, the pointer means the last one, as in the parsed
    value. The returned pointers end before the first name that may be a credential.
    """
    listed = list(problems)
    unlocated = {
        (location.pointer, location.at_key)
        for problem in listed
        for location in (problem, *problem.related)
        if location.line is None
    }
    positions = dict(zip(unlocated, pointer_positions(list(unlocated), text), strict=True))

    def position(location: Location) -> dict[str, Any]:
        if location.line is not None:
            return {}
        line, column = positions[location.pointer, location.at_key]
        return {"line": line, "column": column}

    return [map_pointers(map_locations(problem, position), pointers.safe_pointer) for problem in listed]


def pointer_positions(locations: Sequence[tuple[str, bool]], text: str) -> list[tuple[int, int]]:
    """Return the line and column of each pointer, by the rules of `locate_problems`.

    Each location is a pointer, and whether the position of the property's name is meant instead of that of its value.
    """
    if not locations:
        return []
    root = _Node()
    paths = [root.descendants(pointers.split(pointer)) for pointer, _ in locations]
    # Values before the first syntax error still get their positions.
    with suppress(ValueError, RecursionError, IndexError):
        _record_offsets(text, root)
    return offset_positions(
        text, [_offset(path, at_key=at_key) for path, (_, at_key) in zip(paths, locations, strict=True)]
    )


def offset_positions(text: str, offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Return the 1-based line and column of each offset, in one pass over the text."""
    result: dict[int, tuple[int, int]] = {}
    line, line_start, previous = 1, 0, 0
    for offset in sorted(set(offsets)):
        breaks = text.count("\n", previous, offset)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", previous, offset) + 1
        previous = offset
        result[offset] = (line, offset - line_start + 1)
    return [result[offset] for offset in offsets]


@dataclass(slots=True, eq=False)
class _Node:
    """A value that a pointer leads to or through, with the offsets of the value and of its name seen last."""

    children: dict[str, _Node] = field(default_factory=dict)
    name_offset: int = -1
    value_offset: int = -1

    def descendants(self, tokens: Iterable[str]) -> list[_Node]:
        """Return this node and the nodes along the tokens; missing nodes are created."""
        path = [self]
        for token in tokens:
            path.append(path[-1].children.setdefault(token, _Node()))
        return path


def _offset(path: Sequence[_Node], *, at_key: bool) -> int:
    """Return the offset of the last node of the path, or of its nearest parent in the text.

    A child with an offset before its parent's belongs to an earlier property of the same name, and is ignored.
    """
    nearest = max(path[0].value_offset, 0)
    for depth, node in enumerate(path[1:], start=1):
        if node.value_offset < nearest:
            return nearest
        if depth == len(path) - 1 and at_key and node.name_offset >= 0:
            return node.name_offset
        nearest = node.value_offset
    return nearest


def _record_offsets(text: str, root: _Node) -> None:
    """Record the offsets of every node's value in the text."""
    offset = end_of_space(text, 0)
    root.value_offset = offset
    if not root.children or offset >= len(text) or text[offset] not in "[{":
        return
    # Each entry is a container with its node, and the index of its next item, or -1 for an object.
    stack = [(root, 0 if text[offset] == "[" else -1)]
    offset = end_of_space(text, offset + 1)
    while stack:
        node, index = stack.pop()
        char = text[offset]
        if char in "]}":
            offset = end_of_space(text, offset + 1)
        elif char == ",":
            stack.append((node, index))
            offset = end_of_space(text, offset + 1)
        else:
            offset = _read_item(text, offset, node, index, stack)


def _read_item(text: str, offset: int, node: _Node, index: int, stack: list[tuple[_Node, int]]) -> int:
    """Record or skip the item or property at the offset; return the offset after it, or inside it if it is a node."""
    name_offset = -1
    if index < 0:
        name_offset = offset
        token, offset = _value_at(text, offset)
        offset = end_of_space(text, end_of_space(text, offset) + 1)
        stack.append((node, -1))
    else:
        token = str(index)
        stack.append((node, index + 1))
    child = node.children.get(token)
    if child is not None:
        child.name_offset, child.value_offset = name_offset, offset
        if child.children and text[offset] in "[{":
            stack.append((child, 0 if text[offset] == "[" else -1))
            return end_of_space(text, offset + 1)
    return end_of_space(text, _value_at(text, offset)[1])
