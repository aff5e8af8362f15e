"""Derive the texts on which a regular expression may be slow from its own structure.

A pattern takes quadratic time where it repeats something from each of many starts, or in several ways, and then fails.
So each text repeats characters or parts that the pattern repeats, after what the pattern wants before them, and ends
with a character that does not match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import import_module
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# The parser is private to `re`, and the only thing that knows what it compiles; every supported Python has it.
_PARSER: Any = import_module("re._parser")
_USUAL = "aZ0_ \n\t\x00-.:/@\"'é\u2028"
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda char: char.isalnum() or char == "_",
}
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_MAX_SAMPLES = 6
_MAX_CHARS = 12
_MANY = 16
"""Repetitions up to fewer than this take little time whatever the text."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A text of any length: a beginning, a part that is repeated, and an end."""

    start: str
    repeated: str
    end: str

    def text(self, length: int) -> str:
        """Return the text with at least this many characters."""
        return self.start + self.repeated * (length // len(self.repeated) + 1) + self.end


@dataclass(slots=True)
class _Structure:
    """What is needed of a pattern: the atoms in its repetitions, and what comes before and in each repetition."""

    ignores_case: bool
    atoms: list[tuple[str, Any]] = field(default_factory=list)
    repetitions: list[tuple[list[str], list[str]]] = field(default_factory=list)
    depth: int = 0
    """The number of repetitions around what is being read."""


def attacks(pattern: re.Pattern[Any]) -> list[Attack]:
    """Return texts for a pattern, each once."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    structure = _Structure(ignores_case=bool(pattern.flags & re.IGNORECASE))
    wholes = _read(_PARSER.parse(text, pattern.flags & ~re.DEBUG), [""], structure)
    chars = _representatives(structure)
    ends = ["", *{chars[0], chars[-1], "\n", "\0"}]
    found = [Attack("", char, end) for char, end in product(chars, ends)]
    found += [Attack("", first + second, end) for first, second in product(chars, chars) for end in ends[:2]]
    for part in [*wholes, *(whole[:-1] for whole in wholes)]:
        found += [Attack("", part + char, "") for char in ["", *chars]]
    for starts, bodies in structure.repetitions:
        for start in starts:
            found += [Attack("", start + char, "") for char in ["", *chars]]
            found += [Attack(start, body, end) for body, end in product([*bodies, *chars], ends)]
            found += [Attack("", start + body * 3, "") for body in bodies]
    return [attack for attack in dict.fromkeys(found) if attack.repeated]


def _read(tree: Iterable[Any], before: list[str], structure: _Structure) -> list[str]:
    """Record the structure of a tree that follows one of some texts; return samples of texts that it matches."""
    samples = [""]
    for operator, argument in tree:
        starts = [start + sample for start, sample in product(before, samples)]
        parts = _read_part(str(operator), argument, _few(starts), structure)
        samples = _few([sample + part for part, sample in product(parts, samples)])
    return samples


def _read_part(name: str, argument: Any, before: list[str], structure: _Structure) -> list[str]:
    if name in _REPEATS:
        least, most, body = argument
        is_long = most >= _MANY
        structure.depth += is_long
        bodies = _read(body, before, structure)
        structure.depth -= is_long
        if is_long:
            structure.repetitions.append((before, bodies))
        return [body * max(least, 1) for body in bodies] + [""] * (not least)
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _read(argument if name == "ATOMIC_GROUP" else argument[-1], before, structure)
    if name in ("ASSERT", "ASSERT_NOT"):
        # What comes before a text is what the text behind it must end with.
        samples = _read(argument[1], before, structure)
        return samples if argument[0] < 0 and name == "ASSERT" and before == [""] else [""]
    if name in ("BRANCH", "GROUPREF_EXISTS"):
        branches = argument[1] if name == "BRANCH" else argument[1:]
        return [sample for branch in branches if branch for sample in _read(branch, before, structure)]
    if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
        if structure.depth:
            structure.atoms.append((name, argument))
        return [char for char in _candidates(name, argument) if _matches(name, argument, char, structure)][:2]
    return [""]


def _few(samples: list[str]) -> list[str]:
    """Return some of many samples, from all parts of them."""
    distinct = list(dict.fromkeys(samples))
    return distinct[:: len(distinct) // _MAX_SAMPLES + 1]


def _representatives(structure: _Structure) -> list[str]:
    """Return a character of each class of characters that no repeated atom distinguishes, rarest matches first."""
    candidates = [char for atom in structure.atoms for char in _candidates(*atom)]
    classes: dict[tuple[bool, ...], str] = {}
    for char in [*_USUAL, *candidates]:
        matched = [_matches(name, argument, char, structure) for name, argument in structure.atoms]
        classes.setdefault((*matched, char == "\n", _CATEGORIES["WORD"](char)), char)
    return [classes[matched] for matched in sorted(classes, key=sum)][-_MAX_CHARS:]


def _candidates(name: str, argument: Any) -> list[str]:
    """Return characters that an atom names, and others."""
    codes: list[int] = []
    for operator, item in argument if name == "IN" else [(name, argument)]:
        if str(operator) in ("LITERAL", "NOT_LITERAL"):
            codes.append(item)
        elif str(operator) == "RANGE":
            codes += item
    return [*map(chr, codes), *_USUAL]


def _matches(name: str, argument: Any, char: str, structure: _Structure) -> bool:
    """Return whether an atom of a pattern matches a character."""
    if name == "IN":
        negated = str(argument[0][0]) == "NEGATE"
        return any(_matches(str(part), item, char, structure) for part, item in argument[negated:]) != negated
    if name == "CATEGORY":
        category = str(argument).removeprefix("CATEGORY_")
        return _CATEGORIES[category.removeprefix("NOT_")](char) != category.startswith("NOT_")
    codes = {ord(char), *map(ord, (char.lower() + char.upper()) * structure.ignores_case)}
    if name == "RANGE":
        return any(argument[0] <= code <= argument[1] for code in codes)
    return name == "ANY" or (int(argument) in codes) == (name == "LITERAL")
