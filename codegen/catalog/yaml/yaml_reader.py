"""YAML text to JSON values, with the position of every key and value.

Only the part of YAML that is JSON with comments and less punctuation is accepted: no anchors and aliases,
tags, merge keys, several documents or values that depend on the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import yaml

from codegen.catalog.yaml.yaml_scalars import RejectedScalar, resolve
from codegen.catalog.yaml.yaml_syntax import explain
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers
from modelconfig.jsontext.positions import offset_positions
from modelconfig.jsontext.syntax_errors import MAX_DEPTH

SIZE_LIMIT: Final = 4_000_000
"""In characters: about fifty times the catalogue. A larger file is slow to read and not edited by hand."""

# The C parser is ten times as fast; not every installation of PyYAML has it.
_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STANDARD_TAGS: Final = "tag:yaml.org,2002:"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Node:
    """The location of a value: it begins at offset `start` and, if it is a scalar, ends before `end`.

    `plain` is the text of a scalar without quotes; `entries` has offset and value of each key of a mapping.
    """

    start: int
    end: int
    plain: str | None = None
    entries: dict[str, tuple[int, Node]] | None = None
    items: list[Node] | None = None


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML text as a JSON value, with the location of each part."""

    value: Any
    root: Node
    text: str

    def find(self, pointer: str) -> tuple[Node, int, bool]:
        """Return the node at a pointer, the offset of its key, and whether it exists.

        If it does not exist, return its nearest parent. The root and the items of a list have no key; their own
        offset is returned.
        """
        node, key = self.root, self.root.start
        for token in pointers.split(pointer):
            if node.entries is not None and token in node.entries:
                key, node = node.entries[token]
            elif node.items is not None and token.isdecimal() and int(token) < len(node.items):
                node = node.items[int(token)]
                key = node.start
            else:
                return node, node.start, False
        return node, key, True

    def locate_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Add line and column to problems that have none."""
        unlocated = list(problems)
        positions = offset_positions(self.text, [self._offset(problem) for problem in unlocated])
        return [
            problem if problem.line is not None else replace(problem, line=line, column=column)
            for problem, (line, column) in zip(unlocated, positions, strict=True)
        ]

    def _offset(self, problem: Problem) -> int:
        node, key, exact = self.find(problem.pointer)
        return key if problem.at_key and exact else node.start


def read_yaml(text: str) -> tuple[YamlDocument | None, list[Problem]]:
    """Parse a YAML text; return the document and the syntax errors, with line and column but without a file.

    The document is None only if an error prevents checking the rest of it.
    """
    if len(text) > SIZE_LIMIT:
        message = f"the file has {len(text):,} characters; more than {SIZE_LIMIT:,} are not read"
        return None, [_at_offset(text, 0, error("MC009", message, hint="Split it into files that a person can edit."))]
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        message = f"the character U+{ord(unprintable[0]):04X} cannot stand in YAML"
        hint = 'Remove it, or write it escaped in double quotes, such as "\\x07".'
        return None, [_at_offset(text, unprintable.start(), error("MC008", message, hint=hint))]
    reader = _YamlReader(text)
    try:
        document = reader.document()
    except yaml.YAMLError as yaml_error:
        message, hint, offset = explain(yaml_error, text)
        return None, [*reader.problems, _at_offset(text, offset, error("MC008", message, hint=hint))]
    except _UnreadableRestError:
        return None, reader.problems
    return document, reader.problems


def _at_offset(text: str, offset: int, problem: Problem) -> Problem:
    line, column = offset_positions(text, [offset])[0]
    return replace(problem, line=line, column=column)


_EMPTY: Final = error("MC007", "the file is empty", hint="Write the document, or remove the file.")


class _UnreadableRestError(Exception):
    """Raised where the rest of the text cannot be read; the problem is recorded."""


class _YamlReader:
    """A converter of the parser's events to values and nodes; it collects problems."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._events: Iterator[Any] = yaml.parse(text, Loader=_PARSER)
        self._path: list[str | int] = []
        self._usable = True

    def document(self) -> YamlDocument | None:
        """Return the only document, or None if it is unusable."""
        next(self._events)
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            self.problems.append(_EMPTY)
            return None
        value, root = self._value(next(self._events))
        if root.plain == "":
            self.problems.append(_EMPTY)
            return None
        next(self._events)
        next_event = next(self._events)
        if not isinstance(next_event, yaml.StreamEndEvent):
            self._reject(next_event, "a second document begins here; a file holds one", "Remove the line `---`.")
        return YamlDocument(value, root, self._text) if self._usable else None

    # PyYAML's stubs lack some attributes of events, hence Any.
    def _value(self, event: Any) -> tuple[Any, Node]:
        node = Node(event.start_mark.index, event.end_mark.index)
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias {quote(f'*{event.anchor}')} repeats a value from elsewhere"
            self._reject(event, message, "Write the value out: aliases are not allowed.")
            return None, node
        self._check_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, node), node
        if len(self._path) >= MAX_DEPTH:
            hint = "No catalogue needs that; look for brackets that are not closed."
            self._add_problem(
                event, error("MC006", f"lists and mappings are nested more than {MAX_DEPTH} levels deep", hint=hint)
            )
            raise _UnreadableRestError
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(node), node
        return self._sequence(node), node

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "Remove it, and write the value out where it is repeated."
            self._add_problem(
                event, error("MC009", f"the anchor {quote('&' + event.anchor)} is not allowed", hint=hint)
            )
        if event.tag is not None:
            hint = "Remove it; put a text that looks like something else in quotes."
            self._add_problem(
                event,
                error("MC009", f"the tag {quote(event.tag.replace(_STANDARD_TAGS, '!!'))} is not allowed", hint=hint),
            )

    def _scalar(self, event: Any, node: Node) -> Any:
        if event.style not in (None, "") or event.tag is not None:
            if _SURROGATE.search(event.value):
                # Only the Python parser accepts an escaped half of a surrogate pair.
                surrogate_problem = error("MC008", "half of a surrogate pair is no character", hint="Write it whole.")
                self.problems.append(_at_offset(self._text, event.start_mark.index, surrogate_problem))
            return event.value
        node.plain = event.value
        value = resolve(event.value)
        if not isinstance(value, RejectedScalar):
            return value
        self._add_problem(
            event, error(value.code, f"{quote(event.value)} without quotes is {value.description}", hint=value.hint)
        )
        return event.value

    def _sequence(self, node: Node) -> list[Any]:
        values: list[Any] = []
        node.items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            self._path.append(len(values))
            value, item = self._value(event)
            self._path.pop()
            values.append(value)
            node.items.append(item)
        return values

    def _mapping(self, node: Node) -> dict[str, Any]:
        values: dict[str, Any] = {}
        node.entries = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._name(event)
            self._path.append(name)
            first_entry = node.entries.get(name)
            if first_entry is not None:
                hint = f"Keep one; the first is on line {offset_positions(self._text, [first_entry[0]])[0][0]}."
                self._add_problem(event, error("MC004", f"{quote(name)} is given twice", hint=hint, at_key=True))
            value, child = self._value(next(self._events))
            self._path.pop()
            if first_entry is None:
                values[name] = value
                node.entries[name] = (event.start_mark.index, child)
        return values

    def _name(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._reject(event, "a member's name is text, not a list, a mapping or an alias", "Write a name.")
            raise _UnreadableRestError
        self._check_properties(event)
        name: str = event.value
        if event.style not in (None, ""):
            return name
        if name == "<<":
            self._reject(event, "merge keys (`<<`) are not allowed", "Write the members out.")
        elif not isinstance(resolve(name), str):
            message = f"the name {quote(name)} without quotes is not text to every reader of YAML"
            self._add_problem(event, error("MC009", message, hint=f"Put it in quotes: {quote(name)}.", at_key=True))
        return name

    def _reject(self, event: Any, message: str, hint: str) -> None:
        self._usable = False
        self._add_problem(event, error("MC009", message, hint=hint))

    def _add_problem(self, event: Any, problem: Problem) -> None:
        located = _at_offset(self._text, event.start_mark.index, problem)
        self.problems.append(replace(located, pointer=pointers.of(self._path)))
