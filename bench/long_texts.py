"""Documents with 200,000 characters in one position: a name, a value, a number, whitespace, a comment, brackets."""

from __future__ import annotations

import json
import re
from itertools import count, product
from typing import TYPE_CHECKING

from modelconfig.diagnostics.json_tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LENGTH = 200_000
_STRINGS = (
    *("a", "a1", "0", " ", ".", "-", "/", "//", ":", "::", "*", "@", "é", "\\\\", "\\n", '\\"', "\\u00e9", "\\ud83d"),
    *("[", "{{", "${", "<", "%41", "$", "`", "_A", "ENV[", "your-key-", "a://", "a://b:c@d ", "https:", "?key=", "sk-"),
)
_WORDS = ("1", "0", "-", "1.", "1e9", "true", "a", "'", "\\", "[", "{", "[1,", '{"a":', "]", '"', '"a" ', "*", "&a ")
_SPACES = (" ", "\n", "\r\n", "\t", "\u00a0", "/**/", "/* ", "// a\n", "# a\r\n", ",", "\ufeff", "- ", "<<<<<<< \n")
_LANGUAGES = (
    "? ",
    "a: ",
    "!a ",
    "|\n",
    "---\n",
    "[a, ",
    "<<: ",
    "1_",
    "(",
    "a(",
    "a.",
    "not ",
    "lambda:",
    "f'",
    "if a:\n",
)
_PARTS = tuple(dict.fromkeys((*_STRINGS, *_WORDS, *_SPACES, *_LANGUAGES)))
_ARGUMENT = 130_000
"""Bytes of an argument: Linux allows 128 KiB."""
_AROUND_ARGUMENTS = (("", ""), ("a::v1::", ""), ("https://", ""), ("localhost:", ""), ("a=", ".json"))


def long_jsons(value: object, share: int) -> Iterator[tuple[str, str]]:
    """Yield JSON texts of a value, each with a name: every character in some positions, and in every position some.

    One of `share` combinations is taken.
    """
    text = json.dumps(value, indent=1)
    combinations = count()
    for token in TOKEN.finditer(text):
        if token.lastgroup == "space":
            continue
        before, word, after = text[: token.start()], token.group(), text[token.end() :]
        variants = [(part, before + _repeated(part) + word + after) for part in _SPACES]
        if token.lastgroup == "string":
            variants += [(part, f'{before}{word[:-1]}{_repeated(part)}"{after}') for part in _STRINGS]
        if token.lastgroup != "mark":
            variants += [(part, before + _repeated(part) + after) for part in _WORDS]
        for part, variant in variants:
            if next(combinations) % share == 0:
                yield f"{part!r} at {word[:20]}", variant


def long_strings(value: object, strings: Iterable[str], share: int) -> Iterator[tuple[str, str]]:
    """Yield JSON texts of a value with one of these strings longer wherever the value has it.

    One of `share` combinations is taken.
    """
    text = json.dumps(value, indent=1)
    for number, (string, part) in enumerate(product(strings, _STRINGS)):
        if number % share == 0:
            yield f"{part!r} in each {string[:20]!r}", text.replace(f'{string}"', f'{string}{_repeated(part)}"')


def long_lines(text: str, share: int) -> Iterator[tuple[str, str]]:
    """Yield texts with a part repeated at the beginnings and ends of words and lines; one of `share` combinations."""
    combinations = count()
    for place in re.finditer(r"\b", text):
        for part in _PARTS:
            if next(combinations) % share == 0:
                yield (
                    f"{part!r} at {text[place.start() :][:9]!r}",
                    text[: place.start()] + _repeated(part) + text[place.start() :],
                )


def long_arguments(share: int) -> Iterator[tuple[str, str]]:
    """Yield arguments that are as long as Linux allows, whole or within a URL or a model reference."""
    for number, (part, (before, after)) in enumerate(product(_PARTS, _AROUND_ARGUMENTS)):
        if number % share == 0:
            yield f"{part!r} in {before or 'an argument'}", before + part * (_ARGUMENT // len(part.encode())) + after


def _repeated(part: str) -> str:
    return part * (LENGTH // len(part))
