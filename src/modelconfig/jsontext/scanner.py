"""Scan a text for every problem that makes it invalid JSON: duplicate names, surrogates, depth, syntax.

The scan keeps pointers and offsets. It runs only when the standard library's fast parser gives reason for it, and
reports every problem up to the first syntax error.
"""

import json
import re
from dataclasses import replace
from math import isinf

from modelconfig.diagnostics.json_tokens import NUMBER, TOKEN
from modelconfig.diagnostics.phrases import quote_name
from modelconfig.diagnostics.problem import Problem, error, related
from modelconfig.jsontext import pointers
from modelconfig.jsontext.positions import offset_positions
from modelconfig.jsontext.syntax_errors import end_of_file, syntax_error, valid_end

MAX_DEPTH = 100
"""Levels of nested arrays and objects that are accepted."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_LITERALS = frozenset({"true", "false", "null"})
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})


class _TextScan:
    """One scan of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.path: list[str | int] = []
        """The current name or index in each open object or array."""
        self.name_offsets: list[dict[str, int]] = []
        """The names in each open object or array so far."""
        self.problems: list[tuple[int, Problem]] = []
        self.first_offsets: dict[int, int] = {}
        """The offset of the first property of the same name, by index of the problem."""

    def run(self, limit: int | None) -> None:
        """Scan until the end, the first syntax error, the depth limit or the limit of problems."""
        expected, previous = "value", None
        for token in TOKEN.finditer(self.text):
            if len(self.problems) == limit:
                return
            if token.lastgroup == "space":
                continue
            following = self.accept(token, expected)
            if following is None:
                self.problems.append(syntax_error(token, previous, expected))
                return
            if len(self.path) > MAX_DEPTH:
                del self.path[-1]
                message = f"arrays and objects are nested more than {MAX_DEPTH} levels deep"
                self.add(token, "MC006", message, "Reduce the nesting: a model configuration has fewer than 10 levels.")
                return
            expected, previous = following, token
        if expected != "end":
            self.problems.append((len(self.text), end_of_file(expected)))

    def add(self, token: re.Match[str], code: str, message: str, hint: str, *, at_key: bool = False) -> None:
        problem = error(code, message, hint=hint, pointer=pointers.safe_pointer(pointers.of(self.path)), at_key=at_key)
        self.problems.append((token.start(), problem))

    def accept(self, token: re.Match[str], expected: str) -> str | None:
        """Read one token; return what may follow it, or None if it is not allowed here."""
        text, kind = token.group(), token.lastgroup
        if kind == "mark":
            return self.accept_mark(text, expected)
        if kind == "string" and self.text.startswith('"', valid_end(token)):
            if expected.startswith("name"):
                self.read_name(token)
                return "colon"
            if expected.startswith("value"):
                self.check_characters(token, _content(token))
                return self.after_value()
        if kind == "word" and expected.startswith("value"):
            if text in _NOT_FINITE:
                self.add(token, "MC005", f"{text} is not a JSON number", "Write a finite number.")
                return self.after_value()
            if NUMBER.fullmatch(text):
                if isinf(float(text)):
                    message = "number out of range (64-bit floating point)"
                    self.add(token, "MC005", message, "Write a number of at most about 1.8e308.")
                return self.after_value()
            if text in _LITERALS:
                return self.after_value()
        return None

    def accept_mark(self, char: str, expected: str) -> str | None:
        if char in "[{" and expected.startswith("value"):
            self.path.append("" if char == "{" else 0)
            self.name_offsets.append({})
            return "name or end" if char == "{" else "value or end"
        if char in "]}" and expected.endswith("or end") and isinstance(self.path[-1], str) == (char == "}"):
            del self.path[-1], self.name_offsets[-1]
            return self.after_value()
        if char == "," and expected == "comma or end":
            last = self.path[-1]
            if isinstance(last, str):
                return "name"
            self.path[-1] = last + 1
            return "value"
        return "value" if char == ":" and expected == "colon" else None

    def after_value(self) -> str:
        return "comma or end" if self.path else "end"

    def read_name(self, token: re.Match[str]) -> None:
        name = self.path[-1] = _content(token)
        self.check_characters(token, name)
        first = self.name_offsets[-1].setdefault(name, token.start())
        if first != token.start():
            self.first_offsets[len(self.problems)] = first
            hint = "Keep one; parsers use the last."
            self.add(token, "MC004", f"duplicate property {quote_name(name)}", hint, at_key=True)

    def check_characters(self, token: re.Match[str], content: str) -> None:
        if _SURROGATE.search(content):
            hint = "Write the character itself, or both surrogates, as in \\ud83d\\ude00."
            self.add(token, "MC013", "lone surrogate in a string", hint)


def _content(token: re.Match[str]) -> str:
    """Return the content of a valid string."""
    raw = token.group()
    content: str = json.loads(raw) if "\\" in raw else raw[1:-1]
    return content


def find_problems(text: str, limit: int | None = None) -> list[Problem]:
    """Return everything that makes the text invalid JSON, in reading order, with line and column.

    With `limit`, the scan stops after that many problems.
    """
    if not text or text.isspace():
        message, hint = "the file is empty; expected a JSON document", "Check that this is the right file."
        return [replace(error("MC007", message, hint=hint), line=1, column=1)]
    scan = _TextScan(text)
    scan.run(limit)
    offsets = [*(offset for offset, _ in scan.problems), *scan.first_offsets.values()]
    positions = offset_positions(text, offsets)
    located = [
        replace(problem, line=line, column=column)
        for (_, problem), (line, column) in zip(scan.problems, positions, strict=False)
    ]
    for index, (line, column) in zip(scan.first_offsets, positions[len(located) :], strict=True):
        first = replace(related("first value", located[index].pointer), line=line, column=column)
        located[index] = replace(located[index], related=(first,))
    return located
