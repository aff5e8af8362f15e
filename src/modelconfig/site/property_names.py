"""Which member names may be shown: those that our schemas know, and those that are misspellings of one.

Any other name may be a credential at the wrong place, such as a key pasted before its colon.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import HIDDEN, may_hold_credential
from modelconfig.diagnostics.phrases import quote
from modelconfig.jsontext import pointers
from modelconfig.schema.embedded import embedded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from modelconfig.diagnostics.problem import Problem

_MOST_OTHER_PAIRS = 3
_LONGEST = 40
_LONGEST_INDEX = 7
_WORD = re.compile(r'[^\s"]+')


def is_safe_name(name: str) -> bool:
    """Tell whether a member of this name, or an item of this index, may be named in a message."""
    if name in known_words() or (name.isdecimal() and len(name) <= _LONGEST_INDEX):
        return True
    letters = name.replace("_", "").replace("-", "").replace(".", "")
    return len(name) <= _LONGEST and letters.isascii() and letters.isalpha() and _is_misspelt(letters.lower())


def shown_name(value: str) -> str:
    """Return a public value in quotes, or, where it looks like a credential that got there by mistake, words for it."""
    return HIDDEN if may_hold_credential(value) else quote(value)


def without_credentials(found: Problem) -> Problem:
    """Return a problem without the words of its texts that look like credentials."""
    if not (may_hold_credential(found.message) or may_hold_credential(found.hint)):
        return found
    return replace(found, message=_WORD.sub(_hidden, found.message), hint=_WORD.sub(_hidden, found.hint))


def _hidden(found: re.Match[str]) -> str:
    return HIDDEN if may_hold_credential(found.group()) else found.group()


def safe_pointer(pointer: str) -> str:
    """Return the pointer up to, and without, its first name that may not be shown."""
    tokens = pointers.split(pointer)
    for depth, token in enumerate(tokens):
        if not is_safe_name(token):
            return pointers.of(tokens[:depth])
    return pointer


def without_names(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems whose messages and hints no longer quote names that may not be shown; pointers stay."""
    return [_without_names(one) for one in problems]


def _without_names(found: Problem) -> Problem:
    unsafe = [token for token in pointers.split(found.pointer) if not is_safe_name(token)]
    if not unsafe:
        return found
    if found.code == "MC103":
        return replace(found, message="unknown member")
    if found.code == "MC004":
        return replace(found, message="this member is given twice")
    message, hint = found.message, found.hint
    for token in unsafe:
        message, hint = message.replace(quote(token), "a member"), hint.replace(quote(token), "a member")
    return replace(found, message=message, hint=hint)


@cache
def known_words() -> frozenset[str]:
    """Return every member name and every listed value of the schemas: words that are no secret wherever they stand."""
    found: set[str] = set()
    for name in ("site", "model"):
        found.update(_words(embedded(name)))
    return frozenset(found)


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _words(part)
    elif isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"]
        if isinstance(node.get("const"), str):
            yield node["const"]
        for name, part in node.items():
            if name not in {"examples", "default"}:
                yield from _words(part)


@lru_cache(maxsize=4096)
def _is_misspelt(letters: str) -> bool:
    """Tell whether the letters are those of a known name in another order, or all but a few of them."""
    if "".join(sorted(letters)) in _anagrams():
        return True
    # An index of pairs finds the few names worth a look, however many there are.
    own = _pairs(letters)
    common: dict[int, int] = {}
    for pair in own:
        for number in _index().get(pair, ()):
            common[number] = common.get(number, 0) + 1
    known = _known_pairs()
    return any(
        max(len(own), len(known[number])) - shared <= _MOST_OTHER_PAIRS and 2 * shared >= len(own)
        for number, shared in common.items()
    )


@cache
def _plain_words() -> list[str]:
    return sorted({"".join(filter(str.isalpha, word)).lower() for word in known_words()} - {""})


@cache
def _anagrams() -> frozenset[str]:
    return frozenset("".join(sorted(word)) for word in _plain_words())


@cache
def _known_pairs() -> list[frozenset[str]]:
    return [_pairs(word) for word in _plain_words()]


@cache
def _index() -> dict[str, list[int]]:
    """Return, by pair of letters, the numbers of the known names that have it."""
    index: dict[str, list[int]] = {}
    for number, pairs in enumerate(_known_pairs()):
        for pair in pairs:
            index.setdefault(pair, []).append(number)
    return index


def _pairs(letters: str) -> frozenset[str]:
    framed = f"^{letters}$"
    return frozenset(framed[at : at + 2] for at in range(len(framed) - 1))
