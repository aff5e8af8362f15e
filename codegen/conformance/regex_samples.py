"""Strings that match a pattern of the dialect, and strings that just do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from modelconfig.schema.patterns import compiled

Choose = Callable[[Sequence[str]], str]

_SAMPLES = "aZ09-./:_ é😀"
"""The characters that stand for a negated class."""
_COUNTS = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_INSERTED_CHARACTERS = (" ", "*", "é", "😀", "0", "a", "-")


@dataclass(frozen=True, slots=True)
class _Characters:
    """One character of a set."""

    all: str


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Parts in sequence."""

    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of several parts."""

    options: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A repeated part; `maximum` is None without an upper bound."""

    part: _Part
    minimum: int
    maximum: int | None

    @property
    def rest(self) -> _Repeat:
        """What may follow the first repetition."""
        return _Repeat(self.part, max(0, self.minimum - 1), None if self.maximum is None else self.maximum - 1)


_Part: TypeAlias = "_Characters | _Sequence | _Choice | _Repeat"


class _PatternParser:
    """Parses the subset of regular expressions that the dialect allows."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._position = 0

    def choice(self) -> _Part:
        options = [self._sequence()]
        while self._position < len(self._text) and self._text[self._position] == "|":
            self._position += 1
            options.append(self._sequence())
        return options[0] if len(options) == 1 else _Choice(tuple(options))

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._position < len(self._text) and self._text[self._position] not in "|)":
            part = self._atom()
            if part is not None:
                parts.append(self._repeated(part))
        return _Sequence(tuple(parts))

    def _atom(self) -> _Part | None:
        character = self._text[self._position]
        self._position += 1
        if character in "^$":
            return None
        if character == "(":
            if self._text.startswith("?:", self._position):
                self._position += 2
            group = self.choice()
            self._position += 1
            return group
        if character == "[":
            return self._class()
        if character == "\\":
            character = self._text[self._position]
            self._position += 1
        return _Characters(character)

    def _class(self) -> _Characters:
        negated = self._text[self._position] == "^"
        self._position += negated
        characters = ""
        while self._text[self._position] != "]":
            first = self._in_class()
            last = first
            if self._text[self._position] == "-" and self._text[self._position + 1] != "]":
                self._position += 1
                last = self._in_class()
            characters += "".join(map(chr, range(ord(first), ord(last) + 1)))
        self._position += 1
        return _Characters(
            "".join(character for character in _SAMPLES if character not in characters) if negated else characters
        )

    def _in_class(self) -> str:
        self._position += self._text[self._position] == "\\"
        self._position += 1
        return self._text[self._position - 1]

    def _repeated(self, part: _Part) -> _Part:
        operator = self._text[self._position : self._position + 1]
        quantifier = _COUNTS.match(self._text, self._position)
        if quantifier:
            self._position = quantifier.end()
            maximum = quantifier[3] if quantifier[2] else quantifier[1]
            return _Repeat(part, int(quantifier[1]), int(maximum) if maximum else None)
        if operator and operator in "*+?":
            self._position += 1
            return _Repeat(part, int(operator == "+"), 1 if operator == "?" else None)
        return part


@cache
def _parsed(pattern: str) -> _Part:
    return _PatternParser(pattern).choice()


@cache
def _lengths(part: _Part, maximum: int) -> frozenset[int]:
    """Return the lengths, up to `maximum`, of matching strings."""
    match part:
        case _Characters(allowed):
            return frozenset({1} if allowed and maximum else ())
        case _Choice(options):
            return frozenset().union(*(_lengths(option, maximum) for option in options))
        case _Sequence(parts):
            lengths_so_far = frozenset({0})
            for item in parts:
                lengths_so_far = _sums(lengths_so_far, _lengths(item, maximum), maximum)
            return lengths_so_far
        case _Repeat(item, minimum, bound):
            item_lengths = _lengths(item, maximum)
            lengths_so_far = previous = frozenset({0} if minimum == 0 else ())
            repeated = frozenset({0})
            for repetition in range(1, (maximum if bound is None else min(bound, maximum)) + 1):
                repeated = _sums(repeated, item_lengths, maximum)
                if repetition >= minimum:
                    lengths_so_far |= repeated
                    if bound is None and lengths_so_far == previous:
                        break
                    previous = lengths_so_far
            return lengths_so_far


def _sums(left: frozenset[int], right: frozenset[int], maximum: int) -> frozenset[int]:
    return frozenset(
        left_length + right_length
        for left_length in left
        for right_length in right
        if left_length + right_length <= maximum
    )


def match_of_length(pattern: str, length: int, choose: Choose) -> str | None:
    """Return a matching string of this length, or None where none exists."""
    part = _parsed(pattern)
    return _build(part, length, choose) if length in _lengths(part, length) else None


def _build(part: _Part, length: int, choose: Choose) -> str:
    match part:
        case _Characters(allowed):
            return choose(allowed)
        case _Choice(options):
            candidates = [number for number, option in enumerate(options) if length in _lengths(option, length)]
            return _build(options[int(choose([str(number) for number in candidates]))], length, choose)
        case _Sequence(parts):
            return _build_sequence(parts, length, choose)
        case _Repeat():
            return _build_repetition(part, length, choose)


def _build_sequence(parts: tuple[_Part, ...], length: int, choose: Choose) -> str:
    text = ""
    for number, part in enumerate(parts):
        rest = _Sequence(parts[number + 1 :])
        remaining = length - len(text)
        candidates = [
            part_length
            for part_length in sorted(_lengths(part, remaining))
            if remaining - part_length in _lengths(rest, remaining - part_length)
        ]
        text += _build(part, int(choose([str(part_length) for part_length in candidates])), choose)
    return text


def _build_repetition(part: _Repeat, length: int, choose: Choose) -> str:
    text = ""
    while len(text) < length:
        remaining = length - len(text)
        candidates = [
            part_length
            for part_length in sorted(_lengths(part.part, remaining))
            if part_length and remaining - part_length in _lengths(part.rest, remaining - part_length)
        ]
        text += _build(part.part, int(choose([str(part_length) for part_length in candidates])), choose)
        part = part.rest
    return text


def shortest(pattern: str, minimum: int, maximum: int) -> str | None:
    """Return the shortest matching string with a length in bounds; the first one in the order of the pattern."""
    lengths = [length for length in sorted(_lengths(_parsed(pattern), maximum)) if length >= minimum]
    return match_of_length(pattern, lengths[0], lambda options: options[0]) if lengths else None


def lengths(pattern: str, minimum: int, maximum: int) -> list[int]:
    """Return the lengths in bounds of matching strings."""
    return [length for length in sorted(_lengths(_parsed(pattern), maximum)) if length >= minimum]


def mismatches(pattern: str, text: str, minimum: int, maximum: int) -> Iterator[tuple[str, str]]:
    """Yield strings similar to a matching one that have a length in bounds and do not match, with a description."""
    positions = {"at the front": 0, "in the middle": len(text) // 2, "at the end": len(text)}
    for description, position in positions.items():
        for character in _INSERTED_CHARACTERS:
            mismatch = text[:position] + character + text[position:]
            if minimum <= len(mismatch) <= maximum and not compiled(pattern).search(mismatch):
                yield f"{character!r} {description}", mismatch
                break
    other_changes = {"a line feed at the end": text + "\n", "nothing": "", "without colons": text.replace(":", "")}
    for description, mismatch in other_changes.items():
        if mismatch != text and minimum <= len(mismatch) <= maximum and not compiled(pattern).search(mismatch):
            yield description, mismatch


def matches_template(template: str, text: str) -> bool:
    """Return whether a string is of a TypeScript template-literal type whose placeholders are strings."""
    return re.fullmatch(".*".join(map(re.escape, template.split("${string}"))), text, re.DOTALL) is not None
