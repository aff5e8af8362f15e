"""What is wrong with a text that should be JSON: a strict scanner that keeps pointers and offsets.

It runs only when the standard library's fast scanner has given cause, and then reports everything up to the first
place where the grammar breaks.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import count, quote
from modelconfig.diagnostics.problem import error
from modelconfig.jsontext import pointers
from modelconfig.jsontext.positions import offset_positions
from modelconfig.jsontext.syntax_errors import DEEPEST, syntax_error

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


class _Frame:
    """An open array or object: the names seen in it with their offsets, and the current name or index."""

    __slots__ = ("at", "names")

    def __init__(self, *, is_object: bool) -> None:
        self.names: dict[str, int] | None = {} if is_object else None
        self.at: str | int = "" if is_object else 0


class _TextScan:
    """One pass over one text."""

    def __init__(self, text: str, most: int | None) -> None:
        self.text = text
        self.most = len(text) + 1 if most is None else most
        self.stack: list[_Frame] = []
        self.found: list[tuple[int, Problem]] = []
        self.firsts: dict[int, int] = {}

    def pointer(self) -> str:
        return pointers.of(frame.at for frame in self.stack)

    def note(self, offset: int, problem: Problem) -> None:
        self.found.append((offset, problem))

    def run(self) -> None:
        """Scan until the end, the first place that breaks the grammar or the depth limit, or enough is found."""
        expected, at = "value", 0
        while len(self.found) < self.most:
            token = _TOKEN.match(self.text, at)
            kind = token.lastgroup if token is not None else None
            if token is None or kind is None:
                self.note(*syntax_error(self.text, at, expected))
                return
            begin, at = token.span(kind)
            following = self.step(kind, expected, begin, at)
            if following is None:
                return
            expected = following

    def step(self, kind: str, expected: str, begin: int, end: int) -> str | None:
        """Take one token; return what may follow it, or None when the scan is over."""
        if kind == "mark":
            return self.mark(self.text[begin], expected, begin)
        if kind == "end" and expected == "end":
            return None
        if kind == "string" and expected in ("name", "name or end"):
            self.name(begin, end)
            return "colon"
        if kind != "end" and expected in ("value", "value or end"):
            self.scalar(kind, begin, end)
            return "comma or end" if self.stack else "end"
        self.note(*syntax_error(self.text, begin, expected))
        return None

    def mark(self, char: str, expected: str, begin: int) -> str | None:
        if char in "[{" and expected in ("value", "value or end"):
            if len(self.stack) == DEEPEST:
                self.too_deep(begin)
                return None
            self.stack.append(_Frame(is_object=char == "{"))
            return "name or end" if char == "{" else "value or end"
        if char in "]}" and expected.endswith("or end") and (self.stack[-1].names is not None) == (char == "}"):
            self.stack.pop()
            return "comma or end" if self.stack else "end"
        if char == "," and expected == "comma or end":
            frame = self.stack[-1]
            if isinstance(frame.at, int):
                frame.at += 1
                return "value"
            return "name"
        if char == ":" and expected == "colon":
            return "value"
        self.note(*syntax_error(self.text, begin, expected))
        return None

    def name(self, begin: int, end: int) -> None:
        frame = self.stack[-1]
        frame.at = name = self.decoded(begin, end)
        self.check_characters(name, begin)
        if frame.names is None:
            return
        first = frame.names.setdefault(name, begin)
        if first != begin:
            self.firsts[len(self.found)] = first
            self.note(
                begin, error("MC004", f"member {quote(name)} is given twice", pointer=self.pointer(), at_key=True)
            )

    def scalar(self, kind: str, begin: int, end: int) -> None:
        if kind == "string":
            if "\\" in self.text[begin:end]:
                self.check_characters(self.decoded(begin, end), begin)
        elif kind == "number" and abs(float(self.text[begin:end])) == float("inf"):
            message = "this number is larger than any that readers can hold"
            hint = "Readers use 64-bit floating point: at most about 1.8e308."
            self.note(begin, error("MC005", message, hint=hint, pointer=self.pointer()))
        elif self.text[begin:end] in ("NaN", "Infinity", "-Infinity"):
            message = f"{self.text[begin:end]} is not a JSON number"
            self.note(begin, error("MC005", message, hint="Write a finite number.", pointer=self.pointer()))

    def decoded(self, begin: int, end: int) -> str:
        raw = self.text[begin:end]
        value: str = json.loads(raw) if "\\" in raw else raw[1:-1]
        return value

    def check_characters(self, value: str, begin: int) -> None:
        if _SURROGATE.search(value):
            message = "this string holds half of a surrogate pair, which is no character"
            hint = "Write the character itself, or both halves, as in \\ud83d\\ude00."
            self.note(begin, error("MC013", message, hint=hint, pointer=self.pointer()))

    def too_deep(self, begin: int) -> None:
        message = f"arrays and objects are nested more than {count(DEEPEST, 'level')} deep"
        hint = "A model configuration needs fewer than ten levels."
        self.note(begin, error("MC006", message, hint=hint, pointer=self.pointer()))


def find_problems(text: str, most: int | None = None) -> list[Problem]:
    """Return everything that is wrong with the text as JSON, in reading order, with line and column.

    `most` problems are enough, if given.
    """
    if not text or text.isspace():
        return [
            replace(
                error("MC007", "there is nothing in this file", hint="A JSON document is expected."), line=1, column=1
            )
        ]
    scan = _TextScan(text, most)
    scan.run()
    offsets = [offset for offset, _ in scan.found]
    spots = offset_positions(text, [*offsets, *scan.firsts.values()])
    first_lines = dict(zip(scan.firsts, (line for line, _ in spots[len(offsets) :]), strict=True))
    return [
        replace(
            problem,
            line=line,
            column=column,
            hint=f"The first is on line {first_lines[number]}; readers use the last. Keep one."
            if number in first_lines
            else problem.hint,
        )
        for number, ((_, problem), (line, column)) in enumerate(zip(scan.found, spots, strict=False))
    ]
