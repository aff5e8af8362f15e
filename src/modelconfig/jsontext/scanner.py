"""Scan a text for every problem that makes it invalid JSON: duplicate names, surrogates, depth, syntax.

The scan is strict and keeps pointers and offsets. It runs only when the standard library's fast parser gives reason for
it, and reports every problem up to the first syntax error.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import count, quote_name
from modelconfig.diagnostics.problem import error
from modelconfig.diagnostics.problem import related as related_location
from modelconfig.jsontext import pointers
from modelconfig.jsontext.positions import offset_positions
from modelconfig.jsontext.syntax_errors import MAX_DEPTH, syntax_error

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

_TOKEN = re.compile(
    r"""[ \t\n\r]*(?:
        (?P<string>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")
      | (?P<mark>[{}\[\],:])
      | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![0-9A-Za-z_.+-])
      | (?P<word>(?:true|false|null|NaN|-?Infinity)\b)
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Container:
    """An open array or object: the offsets of its property names, and the current name or index."""

    __slots__ = ("names", "token")

    def __init__(self, *, is_object: bool) -> None:
        self.names: dict[str, int] | None = {} if is_object else None
        self.token: str | int = "" if is_object else 0


class _TextScan:
    """One scan of one text."""

    def __init__(self, text: str, limit: int | None) -> None:
        self.text = text
        self.limit = len(text) + 1 if limit is None else limit
        self.stack: list[_Container] = []
        self.problems: list[tuple[int, Problem]] = []
        self.first_offsets: dict[int, int] = {}

    def pointer(self) -> str:
        return pointers.of(container.token for container in self.stack)

    def add(self, offset: int, problem: Problem) -> None:
        self.problems.append((offset, problem))

    def run(self) -> None:
        """Scan until the end, the first syntax error, the depth limit or the limit of problems."""
        expected, offset = "value", 0
        while len(self.problems) < self.limit:
            token = _TOKEN.match(self.text, offset)
            kind = token.lastgroup if token is not None else None
            if token is None or kind is None:
                self.add(*syntax_error(self.text, offset, expected))
                return
            begin, offset = token.span(kind)
            expected_next = self.accept(kind, expected, begin, offset)
            if expected_next is None:
                return
            expected = expected_next

    def accept(self, kind: str, expected: str, begin: int, end: int) -> str | None:
        """Accept one token; return what may follow it, or None when the scan is over."""
        if kind == "mark":
            return self.punctuation(self.text[begin], expected, begin)
        if kind == "end" and expected == "end":
            return None
        if kind == "string" and expected in ("name", "name or end"):
            self.property_name(begin, end)
            return "colon"
        if kind != "end" and expected in ("value", "value or end"):
            self.scalar(kind, begin, end)
            return "comma or end" if self.stack else "end"
        self.add(*syntax_error(self.text, begin, expected))
        return None

    def punctuation(self, char: str, expected: str, begin: int) -> str | None:
        if char in "[{" and expected in ("value", "value or end"):
            if len(self.stack) == MAX_DEPTH:
                self.add_too_deep(begin)
                return None
            self.stack.append(_Container(is_object=char == "{"))
            return "name or end" if char == "{" else "value or end"
        if char in "]}" and expected.endswith("or end") and (self.stack[-1].names is not None) == (char == "}"):
            self.stack.pop()
            return "comma or end" if self.stack else "end"
        if char == "," and expected == "comma or end":
            container = self.stack[-1]
            if isinstance(container.token, int):
                container.token += 1
                return "value"
            return "name"
        if char == ":" and expected == "colon":
            return "value"
        self.add(*syntax_error(self.text, begin, expected))
        return None

    def property_name(self, begin: int, end: int) -> None:
        container = self.stack[-1]
        container.token = name = self.decoded(begin, end)
        self.check_characters(name, begin)
        if container.names is None:
            return
        first = container.names.setdefault(name, begin)
        if first != begin:
            self.first_offsets[len(self.problems)] = first
            self.add(
                begin,
                error(
                    "MC004",
                    f"member {quote_name(name)} is given twice",
                    hint="Keep one; parsers use the last.",
                    pointer=self.pointer(),
                    at_key=True,
                ),
            )

    def scalar(self, kind: str, begin: int, end: int) -> None:
        if kind == "string":
            if "\\" in self.text[begin:end]:
                self.check_characters(self.decoded(begin, end), begin)
        elif kind == "number" and abs(float(self.text[begin:end])) == float("inf"):
            message = "this number is larger than any that readers can hold"
            hint = "Readers use 64-bit floating point: at most about 1.8e308."
            self.add(begin, error("MC005", message, hint=hint, pointer=self.pointer()))
        elif self.text[begin:end] in ("NaN", "Infinity", "-Infinity"):
            message = f"{self.text[begin:end]} is not a JSON number"
            self.add(begin, error("MC005", message, hint="Write a finite number.", pointer=self.pointer()))

    def decoded(self, begin: int, end: int) -> str:
        raw = self.text[begin:end]
        value: str = json.loads(raw) if "\\" in raw else raw[1:-1]
        return value

    def check_characters(self, value: str, begin: int) -> None:
        if _SURROGATE.search(value):
            message = "this string holds half of a surrogate pair, which is no character"
            hint = "Write the character itself, or both halves, as in \\ud83d\\ude00."
            self.add(begin, error("MC013", message, hint=hint, pointer=self.pointer()))

    def add_too_deep(self, begin: int) -> None:
        message = f"arrays and objects are nested more than {count(MAX_DEPTH, 'level')} deep"
        hint = "A model configuration needs fewer than ten levels."
        self.add(begin, error("MC006", message, hint=hint, pointer=self.pointer()))


def find_problems(text: str, limit: int | None = None) -> list[Problem]:
    """Return everything that makes the text invalid JSON, in reading order, with line and column.

    With `limit`, the scan stops after that many problems.
    """
    if not text or text.isspace():
        return [
            replace(
                error("MC007", "there is nothing in this file", hint="A JSON document is expected."), line=1, column=1
            )
        ]
    scan = _TextScan(text, limit)
    scan.run()
    offsets = [offset for offset, _ in scan.problems]
    positions = offset_positions(text, [*offsets, *scan.first_offsets.values()])
    first_positions = dict(zip(scan.first_offsets, positions[len(offsets) :], strict=True))
    located = []
    for number, ((_, problem), (line, column)) in enumerate(zip(scan.problems, positions, strict=False)):
        first = first_positions.get(number)
        related = (
            [replace(related_location("first value", problem.pointer), line=first[0], column=first[1])] if first else []
        )
        located.append(replace(problem, line=line, column=column, related=tuple(related)))
    return located
