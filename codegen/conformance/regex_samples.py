"""Texts that match a pattern of the dialect, and texts that only just do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from modelconfig.schema.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Choose = Callable[[Sequence[str]], str]

_SAMPLES = "aZ09-./:_ é😀"
"""What stands for a class that names only what it leaves out."""
_COUNTS = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_BREAKERS = (" ", "*", "é", "😀", "0", "a", "-")


@dataclass(frozen=True, slots=True)
class _Characters:
    """One of some characters."""

    all: str


@dataclass(frozen=True, slots=True)
class _Sequence:
    """One part after the other."""

    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of several parts."""

    options: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A part several times; `most` is None where there is no bound."""

    part: _Part
    least: int
    most: int | None

    @property
    def rest(self) -> _Repeat:
        """What may follow the first turn."""
        return _Repeat(self.part, max(0, self.least - 1), None if self.most is None else self.most - 1)


_Part: TypeAlias = "_Characters | _Sequence | _Choice | _Repeat"


class _PatternParser:
    """Reads the common subset of regular expressions that the dialect allows."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0

    def choice(self) -> _Part:
        options = [self._sequence()]
        while self._at < len(self._text) and self._text[self._at] == "|":
            self._at += 1
            options.append(self._sequence())
        return options[0] if len(options) == 1 else _Choice(tuple(options))

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            part = self._one()
            if part is not None:
                parts.append(self._repeated(part))
        return _Sequence(tuple(parts))

    def _one(self) -> _Part | None:
        character = self._text[self._at]
        self._at += 1
        if character in "^$":
            return None
        if character == "(":
            if self._text.startswith("?:", self._at):
                self._at += 2
            inside = self.choice()
            self._at += 1
            return inside
        if character == "[":
            return self._class()
        if character == "\\":
            character = self._text[self._at]
            self._at += 1
        return _Characters(character)

    def _class(self) -> _Characters:
        negated = self._text[self._at] == "^"
        self._at += negated
        found = ""
        while self._text[self._at] != "]":
            first = self._in_class()
            last = first
            if self._text[self._at] == "-" and self._text[self._at + 1] != "]":
                self._at += 1
                last = self._in_class()
            found += "".join(map(chr, range(ord(first), ord(last) + 1)))
        self._at += 1
        return _Characters("".join(other for other in _SAMPLES if other not in found) if negated else found)

    def _in_class(self) -> str:
        self._at += self._text[self._at] == "\\"
        self._at += 1
        return self._text[self._at - 1]

    def _repeated(self, part: _Part) -> _Part:
        sign = self._text[self._at : self._at + 1]
        counts = _COUNTS.match(self._text, self._at)
        if counts:
            self._at = counts.end()
            most = counts[3] if counts[2] else counts[1]
            return _Repeat(part, int(counts[1]), int(most) if most else None)
        if sign and sign in "*+?":
            self._at += 1
            return _Repeat(part, int(sign == "+"), 1 if sign == "?" else None)
        return part


@cache
def _parsed(pattern: str) -> _Part:
    return _PatternParser(pattern).choice()


@cache
def _lengths(part: _Part, most: int) -> frozenset[int]:
    """Return the lengths, up to `most`, of texts that match."""
    match part:
        case _Characters(allowed):
            return frozenset({1} if allowed and most else ())
        case _Choice(options):
            return frozenset().union(*(_lengths(option, most) for option in options))
        case _Sequence(parts):
            found = frozenset({0})
            for one in parts:
                found = _sums(found, _lengths(one, most), most)
            return found
        case _Repeat(one, least, bound):
            each = _lengths(one, most)
            found = reached = frozenset({0} if least == 0 else ())
            ends = frozenset({0})
            for turn in range(1, (most if bound is None else min(bound, most)) + 1):
                ends = _sums(ends, each, most)
                if turn >= least:
                    found |= ends
                    if bound is None and found == reached:
                        break
                    reached = found
            return found


def _sums(left: frozenset[int], right: frozenset[int], most: int) -> frozenset[int]:
    return frozenset(one + other for one in left for other in right if one + other <= most)


def of_length(pattern: str, length: int, choose: Choose) -> str | None:
    """Return a text of this many characters that matches, or None where there is none."""
    part = _parsed(pattern)
    return _written(part, length, choose) if length in _lengths(part, length) else None


def _written(part: _Part, length: int, choose: Choose) -> str:
    match part:
        case _Characters(allowed):
            return choose(allowed)
        case _Choice(options):
            fitting = [number for number, one in enumerate(options) if length in _lengths(one, length)]
            return _written(options[int(choose([str(number) for number in fitting]))], length, choose)
        case _Sequence(parts):
            return _split(parts, length, choose)
        case _Repeat():
            return _turns(part, length, choose)


def _split(parts: tuple[_Part, ...], length: int, choose: Choose) -> str:
    text = ""
    for number, part in enumerate(parts):
        rest = _Sequence(parts[number + 1 :])
        left = length - len(text)
        fitting = [one for one in sorted(_lengths(part, left)) if left - one in _lengths(rest, left - one)]
        text += _written(part, int(choose([str(one) for one in fitting])), choose)
    return text


def _turns(part: _Repeat, length: int, choose: Choose) -> str:
    text = ""
    while len(text) < length:
        left = length - len(text)
        fitting = [
            one for one in sorted(_lengths(part.part, left)) if one and left - one in _lengths(part.rest, left - one)
        ]
        text += _written(part.part, int(choose([str(one) for one in fitting])), choose)
        part = part.rest
    return text


def shortest(pattern: str, least: int, most: int) -> str | None:
    """Return the shortest text of a length in bounds that matches; the first in the pattern's order."""
    lengths = [length for length in sorted(_lengths(_parsed(pattern), most)) if length >= least]
    return of_length(pattern, lengths[0], lambda options: options[0]) if lengths else None


def lengths(pattern: str, least: int, most: int) -> list[int]:
    """Return the lengths in bounds that matching texts have."""
    return [length for length in sorted(_lengths(_parsed(pattern), most)) if length >= least]


def breaks(pattern: str, text: str, least: int, most: int) -> Iterator[tuple[str, str]]:
    """Yield texts near a matching one, their lengths in bounds, that do not match, each with what was done."""
    places = {"at the front": 0, "in the middle": len(text) // 2, "at the end": len(text)}
    for what, place in places.items():
        for breaker in _BREAKERS:
            broken = text[:place] + breaker + text[place:]
            if least <= len(broken) <= most and not compiled(pattern).search(broken):
                yield f"{breaker!r} {what}", broken
                break
    others = {"a line feed at the end": text + "\n", "nothing": "", "without colons": text.replace(":", "")}
    for what, broken in others.items():
        if broken != text and least <= len(broken) <= most and not compiled(pattern).search(broken):
            yield what, broken


def fits_template(template: str, text: str) -> bool:
    """Tell whether a text is of a TypeScript template-literal type whose free parts are strings."""
    return re.fullmatch(".*".join(map(re.escape, template.split("${string}"))), text, re.DOTALL) is not None
