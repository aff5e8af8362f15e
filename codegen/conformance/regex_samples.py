"""Strings that match a pattern of the dialect, and strings that just do not.

A pattern is read as the characters that may come next, each with what has to follow (partial derivatives, Antimirov
1996). Walking over these states gives the lengths of matching strings, and a string of each length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from modelconfig.schema.patterns import compiled

Choose = Callable[[Sequence[Any]], Any]
"""Selects one of several characters or continuations."""

_SAMPLES = "aZ09-./:_ é😀"
"""The characters that stand for a negated class."""
_INSERTED_CHARACTERS = (" ", "*", "é", "😀", "0", "a", "-")
_TOKEN = re.compile(r"\[(?:\\.|[^]\\])*\]|\\.|\(\?:|\{\d+(?:,\d*)?\}|.", re.DOTALL)
_CLASS_ITEM = re.compile(r"\\?(.)(?:-\\?(.))?", re.DOTALL)
_QUANTIFIERS = {"*": "{0,}", "+": "{1,}", "?": "{0,1}"}


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[_State, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A repeated part; `maximum` is None without an upper bound."""

    part: _State
    minimum: int
    maximum: int | None


_State: TypeAlias = "tuple[str | _Choice | _Repeat, ...]"
"""What has to follow, in sequence. A string is a set of characters, of which one follows."""


@cache
def _parsed(pattern: str) -> _State:
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
def _steps(state: _State) -> tuple[bool, tuple[tuple[str, _State], ...]]:
    """Return whether a string may end, and each set of characters that may follow, with the state after it."""
    if not state:
        return True, ()
    first, rest = state[0], state[1:]
    if isinstance(first, str):
        return False, ((first, rest),) if first else ()
    if isinstance(first, _Choice):
        branches = [_steps((*option, *rest)) for option in first.options]
    else:
        may_be_empty, part_steps = _steps(first.part)
        branches = [_steps(rest)] if first.minimum == 0 or may_be_empty else []
        if first.maximum != 0:
            repeat = _Repeat(first.part, max(0, first.minimum - 1), first.maximum and first.maximum - 1)
            branches.append((False, tuple((allowed, (*after, repeat, *rest)) for allowed, after in part_steps)))
    return any(may_end for may_end, _ in branches), tuple(step for _, steps in branches for step in steps)


def _levels(pattern: str, length: int) -> Iterator[set[_State]]:
    """Yield the states after 0, 1, … characters, up to `length`."""
    states = {_parsed(pattern)}
    for _ in range(length + 1):
        yield states
        states = {after for state in states for _, after in _steps(state)[1]}


def lengths(pattern: str, minimum: int, maximum: int) -> Iterator[int]:
    """Yield the lengths in bounds of matching strings."""
    for length, states in enumerate(_levels(pattern, maximum)):
        if length >= minimum and any(_steps(state)[0] for state in states):
            yield length


def match_of_length(pattern: str, length: int, choose: Choose) -> str | None:
    """Return a matching string of this length, or None if none exists."""
    levels = list(_levels(pattern, length))
    levels[-1] = {state for state in levels[-1] if _steps(state)[0]}
    for number in range(length - 1, -1, -1):
        levels[number] = {
            state for state in levels[number] if any(after in levels[number + 1] for _, after in _steps(state)[1])
        }
    state, text = _parsed(pattern), ""
    if state not in levels[0]:
        return None
    for states in levels[1:]:
        allowed, state = choose([step for step in _steps(state)[1] if step[1] in states])
        text += choose(allowed)
    return text


def shortest(pattern: str, minimum: int, maximum: int) -> str | None:
    """Return the shortest matching string with a length in bounds; the first one in the order of the pattern."""
    length = next(lengths(pattern, minimum, maximum), None)
    return None if length is None else match_of_length(pattern, length, lambda options: options[0])


def mismatches(pattern: str, text: str, minimum: int, maximum: int) -> Iterator[tuple[str, str]]:
    """Yield strings similar to a matching one that have a length in bounds and do not match, with a description."""

    def is_mismatch(changed: str) -> bool:
        return minimum <= len(changed) <= maximum and not compiled(pattern).search(changed)

    for description, position in (("at the start", 0), ("in the middle", len(text) // 2), ("at the end", len(text))):
        inserted = {character: text[:position] + character + text[position:] for character in _INSERTED_CHARACTERS}
        character = next((character for character in inserted if is_mismatch(inserted[character])), None)
        if character is not None:
            yield f"{character!r} {description}", inserted[character]
    other_changes = {"a line feed at the end": text + "\n", "empty": "", "without colons": text.replace(":", "")}
    yield from ((name, changed) for name, changed in other_changes.items() if changed != text and is_mismatch(changed))


def matches_template(template: str, text: str) -> bool:
    """Return whether a string is of a TypeScript template-literal type whose placeholders are strings."""
    return re.fullmatch(".*".join(map(re.escape, template.split("${string}"))), text, re.DOTALL) is not None
