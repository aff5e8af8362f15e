"""Property names that may be printed: known names and misspellings of them.

Any other name may be a misplaced credential, such as a key pasted before its colon.
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

CONFIDENTIAL = frozenset({"serverSideConfig", "endpoint", "systemPreInstruction", "user"})
"""Properties of a site configuration with free text or addresses: never quoted, though not marked as credentials."""

_MAX_DIFFERENT_PAIRS = 3
_MAX_LENGTH = 40
_MAX_INDEX_LENGTH = 7
_WORD = re.compile(r'[^\s"]+')


def is_safe_name(name: str) -> bool:
    """Return whether a message may name a property of this name, or an item of this index."""
    if name in known_words() or (name.isdecimal() and len(name) <= _MAX_INDEX_LENGTH):
        return True
    letters = name.replace("_", "").replace("-", "").replace(".", "")
    return len(name) <= _MAX_LENGTH and letters.isascii() and letters.isalpha() and _is_misspelt(letters.lower())


def shown_name(value: str) -> str:
    """Return a public value in quotes, or `HIDDEN` where it looks like a misplaced credential."""
    return HIDDEN if may_hold_credential(value) else quote(value)


def without_credentials(problem: Problem) -> Problem:
    """Return the problem with `HIDDEN` in place of the words that look like credentials."""
    if not (may_hold_credential(problem.message) or may_hold_credential(problem.hint)):
        return problem
    return replace(
        problem, message=_WORD.sub(_redacted_word, problem.message), hint=_WORD.sub(_redacted_word, problem.hint)
    )


def _redacted_word(match: re.Match[str]) -> str:
    return HIDDEN if may_hold_credential(match.group()) else match.group()


def safe_pointer(pointer: str) -> str:
    """Return the pointer up to, and without, its first name that must not be shown."""
    tokens = pointers.split(pointer)
    for depth, token in enumerate(tokens):
        if not is_safe_name(token):
            return pointers.of(tokens[:depth])
    return pointer


def without_names(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without the names that must not be shown in messages and hints; pointers stay."""
    return [_without_names(problem) for problem in problems]


def _without_names(problem: Problem) -> Problem:
    unsafe = [token for token in pointers.split(problem.pointer) if not is_safe_name(token)]
    if not unsafe:
        return problem
    if problem.code == "MC103":
        return replace(problem, message="unknown member")
    if problem.code == "MC004":
        return replace(problem, message="this member is given twice")
    message, hint = problem.message, problem.hint
    for token in unsafe:
        message, hint = message.replace(quote(token), "a member"), hint.replace(quote(token), "a member")
    return replace(problem, message=message, hint=hint)


@cache
def known_words() -> frozenset[str]:
    """Return every property name and every enumerated value of the schemas: words that are never secret."""
    words: set[str] = set()
    for name in ("site", "model"):
        words.update(_words(embedded(name)))
    return frozenset(words)


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
    """Return whether the letters are those of a known name in another order, or all but a few of them."""
    if "".join(sorted(letters)) in _anagrams():
        return True
    # An index of pairs finds the few similar names, however many names there are.
    pairs = _pairs(letters)
    shared_counts: dict[int, int] = {}
    for pair in pairs:
        for number in _index().get(pair, ()):
            shared_counts[number] = shared_counts.get(number, 0) + 1
    known_pairs = _known_pairs()
    return any(
        max(len(pairs), len(known_pairs[number])) - shared_count <= _MAX_DIFFERENT_PAIRS
        and 2 * shared_count >= len(pairs)
        for number, shared_count in shared_counts.items()
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
    """Return, by pair of letters, the indexes of the known names that contain it."""
    index: dict[str, list[int]] = {}
    for number, pairs in enumerate(_known_pairs()):
        for pair in pairs:
            index.setdefault(pair, []).append(number)
    return index


def _pairs(letters: str) -> frozenset[str]:
    delimited = f"^{letters}$"
    return frozenset(delimited[start : start + 2] for start in range(len(delimited) - 1))
