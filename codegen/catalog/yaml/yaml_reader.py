"""YAML text to JSON values, with the position of every key and value.

Only the part of YAML that is JSON with comments and less punctuation is accepted: no anchors and aliases,
tags, merge keys, several documents or values that depend on the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import yaml

from codegen.catalog.yaml.yaml_scalars import Refusal, resolve
from codegen.catalog.yaml.yaml_syntax import explain
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers
from modelconfig.jsontext.positions import offset_positions
from modelconfig.jsontext.syntax_errors import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIZE_LIMIT: Final = 4_000_000
"""Characters; some fifty times our catalogue. A larger file is hardly edited by hand, and slow to read."""

# The C parser is ten times as fast; not every installation of PyYAML has it.
_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STANDARD_TAGS: Final = "tag:yaml.org,2002:"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Node:
    """A value's place: it begins at `start` and, if it is a scalar, ends before `end`, as offsets in the text.

    `plain` is a scalar's text where it has no quotes.
    """

    start: int
    end: int
    plain: str | None = None
    members: dict[str, tuple[int, Node]] | None = None
    items: list[Node] | None = None


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML text as JSON value, and where each part of it stands."""

    value: Any
    root: Node
    text: str

    def find(self, pointer: str) -> tuple[Node, int, bool]:
        """Return the node at a pointer, the offset of its key, and whether it was found.

        Where there is none, the nearest one above stands for it. The root, and an item of a list, has no
        key: its own offset is given.
        """
        node, key = self.root, self.root.start
        for token in pointers.split(pointer):
            if node.members is not None and token in node.members:
                key, node = node.members[token]
            elif node.items is not None and token.isdecimal() and int(token) < len(node.items):
                node = node.items[int(token)]
                key = node.start
            else:
                return node, node.start, False
        return node, key, True

    def place(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems with line and column, where they have none yet."""
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
    """Return the document and all that is wrong with it as YAML, with line and column but without a file.

    There is a document even with errors where the rest of it can still be checked; None where it cannot.
    """
    if len(text) > SIZE_LIMIT:
        message = f"the file has {len(text):,} characters; more than {SIZE_LIMIT:,} are not read"
        return None, [_at(text, 0, error("MC009", message, hint="Split it into files that a person can edit."))]
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        message = f"the character U+{ord(unprintable[0]):04X} cannot stand in YAML"
        hint = 'Remove it, or write it escaped in double quotes, such as "\\x07".'
        return None, [_at(text, unprintable.start(), error("MC008", message, hint=hint))]
    reader = _YamlReader(text)
    try:
        document = reader.document()
    except yaml.YAMLError as fault:
        message, hint, offset = explain(fault, text)
        return None, [*reader.problems, _at(text, offset, error("MC008", message, hint=hint))]
    except _CannotGoOn:
        return None, reader.problems
    return document, reader.problems


def _at(text: str, offset: int, problem: Problem) -> Problem:
    line, column = offset_positions(text, [offset])[0]
    return replace(problem, line=line, column=column)


_EMPTY: Final = error("MC007", "the file is empty", hint="Write the document, or remove the file.")


class _CannotGoOn(Exception):
    """Raised where the rest of the text cannot be read; the problem is recorded."""


class _YamlReader:
    """Turns the parser's events into values and nodes, noting problems on the way."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._events: Iterator[Any] = yaml.parse(text, Loader=_PARSER)
        self._path: list[str | int] = []
        self._usable = True

    def document(self) -> YamlDocument | None:
        """Return the only document, or None where it cannot be used further."""
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
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._unusable(after, "a second document begins here; a file holds one", "Remove the line `---`.")
        return YamlDocument(value, root, self._text) if self._usable else None

    # PyYAML's stubs know less of events than the parser gives, hence Any.
    def _value(self, event: Any) -> tuple[Any, Node]:
        node = Node(event.start_mark.index, event.end_mark.index)
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias {quote(f'*{event.anchor}')} repeats a value from elsewhere"
            self._unusable(event, message, "Write the value out: aliases are not allowed.")
            return None, node
        self._check_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, node), node
        if len(self._path) >= MAX_DEPTH:
            hint = "No catalogue needs that; look for brackets that are not closed."
            self._note(
                event, error("MC006", f"lists and mappings are nested more than {MAX_DEPTH} levels deep", hint=hint)
            )
            raise _CannotGoOn
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(node), node
        return self._sequence(node), node

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "Remove it, and write the value out where it is repeated."
            self._note(event, error("MC009", f"the anchor {quote('&' + event.anchor)} is not allowed", hint=hint))
        if event.tag is not None:
            hint = "Remove it; put a text that looks like something else in quotes."
            self._note(
                event,
                error("MC009", f"the tag {quote(event.tag.replace(_STANDARD_TAGS, '!!'))} is not allowed", hint=hint),
            )

    def _scalar(self, event: Any, node: Node) -> Any:
        if event.style not in (None, "") or event.tag is not None:
            if _SURROGATE.search(event.value):
                # Only the Python parser lets an escaped half of a pair pass.
                half = error("MC008", "half of a surrogate pair is no character", hint="Write it whole.")
                self.problems.append(_at(self._text, event.start_mark.index, half))
            return event.value
        node.plain = event.value
        value = resolve(event.value)
        if not isinstance(value, Refusal):
            return value
        self._note(
            event, error(value.code, f"{quote(event.value)} without quotes is {value.reading}", hint=value.remedy)
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
        node.members = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._name(event)
            self._path.append(name)
            known = node.members.get(name)
            if known is not None:
                hint = f"Keep one; the first is on line {offset_positions(self._text, [known[0]])[0][0]}."
                self._note(event, error("MC004", f"{quote(name)} is given twice", hint=hint, at_key=True))
            value, child = self._value(next(self._events))
            self._path.pop()
            if known is None:
                values[name] = value
                node.members[name] = (event.start_mark.index, child)
        return values

    def _name(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._unusable(event, "a member's name is text, not a list, a mapping or an alias", "Write a name.")
            raise _CannotGoOn
        self._check_properties(event)
        name: str = event.value
        if event.style not in (None, ""):
            return name
        if name == "<<":
            self._unusable(event, "merge keys (`<<`) are not allowed", "Write the members out.")
        elif not isinstance(resolve(name), str):
            message = f"the name {quote(name)} without quotes is not text to every reader of YAML"
            self._note(event, error("MC009", message, hint=f"Put it in quotes: {quote(name)}.", at_key=True))
        return name

    def _unusable(self, event: Any, message: str, hint: str) -> None:
        self._usable = False
        self._note(event, error("MC009", message, hint=hint))

    def _note(self, event: Any, problem: Problem) -> None:
        placed = _at(self._text, event.start_mark.index, problem)
        self.problems.append(replace(placed, pointer=pointers.of(self._path)))
