"""The strings that match a pattern of the dialect: whether some have a length, and whether all fit a template.

A pattern is read as the characters that may come next, each with what has to follow (partial derivatives, Antimirov
1996). Walking over these states gives the lengths of matching strings, and a string of each length.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

PLACEHOLDER = "${string}"
"""What stands for any string in a template-literal type."""
_MAX_STATES = 20_000
"""How many combined states of a pattern and a template are examined."""
_SAMPLES = "aZ09-./:_ é😀"
"""The characters that stand for a negated class."""
_TOKEN = re.compile(r"\[(?:\\.|[^]\\])*\]?|\\.|\(\?:|\{\d+(?:,\d*)?\}|.", re.DOTALL)
_CLASS_ITEM = re.compile(r"\\?(.)(?:-\\?(.))?", re.DOTALL)
_QUANTIFIERS = {"*": "{0,}", "+": "{1,}", "?": "{0,1}"}


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A repeated part; `maximum` is None without an upper bound."""

    part: State
    minimum: int
    maximum: int | None


State: TypeAlias = "tuple[str | _Choice | _Repeat, ...]"
"""What has to follow, in sequence. A string is a set of characters, of which one follows."""


@cache
def parsed(pattern: str) -> State:
    """Parse the subset of regular expressions that the dialect allows. Anchors are implied."""
    groups: list[list[list[Any]]] = [[[]]]
    for match in _TOKEN.finditer(pattern):
        part = match[0]
        option = groups[-1][-1]
        quantifier = _QUANTIFIERS.get(part, part)
        if part in {"(", "(?:"}:
            groups.append([[]])
        elif part == "|":
            groups[-1].append([])
        elif part == ")":
            options = groups.pop()
            groups[-1][-1].append(_Choice(tuple(map(tuple, options))))
        elif len(quantifier) > 1 and quantifier[0] == "{":
            minimum, comma, maximum = quantifier[1:-1].partition(",")
            bound = maximum if comma else minimum
            option.append(_Repeat((option.pop(),), int(minimum), int(bound) if bound else None))
        elif len(part) > 1 and part[0] == "[":
            option.append(_characters(part[1:-1]))
        elif part not in {"^", "$"}:
            option.append(part[-1])
    return (_Choice(tuple(map(tuple, groups[0]))),)


def _characters(text: str) -> str:
    """Return the characters of a class, given without its brackets."""
    items = _CLASS_ITEM.findall(text.removeprefix("^"))
    characters = "".join(chr(code) for first, last in items for code in range(ord(first), ord(last or first) + 1))
    return "".join(sample for sample in _SAMPLES if sample not in characters) if text.startswith("^") else characters


@cache
def steps(state: State) -> tuple[bool, tuple[tuple[str, State], ...]]:
    """Return whether a string may end, and each set of characters that may follow, with the state after it."""
    may_end, found = False, dict[tuple[str, State], None]()
    # Further states that no character leads to, or what was found for a part; the last one comes next.
    pending: list[State | list[tuple[str, State]]] = [state]
    visited = {state}
    while pending:
        current = pending.pop()
        if isinstance(current, list):
            found |= dict.fromkeys(current)
            continue
        if not current:
            may_end = True
            continue
        first, rest = current[0], current[1:]
        following: list[State] = []
        if isinstance(first, str):
            found |= {(first, rest): None} if first else {}
        elif isinstance(first, _Choice):
            following = [(*option, *rest) for option in reversed(first.options)]
        else:
            may_be_empty, part_steps = steps(first.part)
            if first.maximum != 0:
                repeat = _Repeat(first.part, max(0, first.minimum - 1), first.maximum and first.maximum - 1)
                pending.append([(allowed, (*after, repeat, *rest)) for allowed, after in part_steps])
            following = [rest] if first.minimum == 0 or may_be_empty else []
        pending += [other for other in following if other not in visited]
        visited.update(following)
    return may_end, tuple(found)


def has_match(pattern: str, minimum: int, maximum: float) -> bool:
    """Return whether a string with a length in bounds matches."""
    states, length = frozenset({parsed(pattern)}), 0
    first_lengths: dict[frozenset[State], int] = {}
    while states and length <= maximum:
        if length >= minimum and any(steps(state)[0] for state in states):
            return True
        if states in first_lengths:
            # The states repeat from here on.
            period = length - first_lengths[states]
            if first_lengths[states] >= minimum:
                return False
            length += max(0, minimum - length) // period * period
            first_lengths.clear()
        first_lengths[states] = length
        states = frozenset(after for state in states for _, after in steps(state)[1])
        length += 1
    return False


def matches_template(template: str, text: str) -> bool:
    """Return whether a string is of a TypeScript template-literal type."""
    first, *others = template.split(PLACEHOLDER)
    if not others:
        return text == first
    *parts, last = others
    start, end = len(first), len(text) - len(last)
    if not (text.startswith(first) and text.endswith(last)):
        return False
    for part in parts:
        found = text.find(part, start, end)
        if found < 0:
            return False
        start = found + len(part)
    return start <= end


def outside_template(pattern: str, template: str) -> str | None:
    """Return the shortest string that matches the pattern and not the template, or None if none is found."""
    parts = template.split(PLACEHOLDER)
    tokens: list[str] = [*parts[0]]
    for part in parts[1:]:
        tokens += [PLACEHOLDER, *part]
    start = (parsed(pattern), _with_skipped(tokens, {0}))
    pending, visited = deque([(*start, "")]), {start}
    while pending and len(visited) < _MAX_STATES:
        state, positions, text = pending.popleft()
        may_end, next_steps = steps(state)
        if may_end and len(tokens) not in positions:
            return text
        for allowed, after in next_steps:
            other = next((character for character in allowed if character not in tokens), "")
            for character in sorted({*tokens}.intersection(allowed)) + [other] * bool(other):
                following = (after, _following(tokens, positions, character))
                if following not in visited:
                    visited.add(following)
                    pending.append((*following, text + character))
    return None


def _following(tokens: list[str], positions: frozenset[int], character: str) -> frozenset[int]:
    """Return the positions in a template after a character."""
    known = [position for position in positions if position < len(tokens)]
    stays = {position for position in known if tokens[position] == PLACEHOLDER}
    return _with_skipped(tokens, stays | {position + 1 for position in known if tokens[position] == character})


def _with_skipped(tokens: list[str], positions: set[int]) -> frozenset[int]:
    """Return the positions, and those after placeholders for the empty string."""
    reached = set(positions)
    for position, token in enumerate(tokens):
        if position in reached and token == PLACEHOLDER:
            reached.add(position + 1)
    return frozenset(reached)
