"""YAML text to JSON values, with the position of every key and value.

Only the part of YAML that is JSON with comments and less punctuation is accepted: no anchors and aliases,
tags, merge keys, several documents or values that depend on the reader.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeVar

import yaml

from codegen.catalog.yaml.yaml_scalars import RejectedScalar, resolve
from codegen.catalog.yaml.yaml_syntax import explain
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Location, Problem, error, map_locations, map_pointers, related
from modelconfig.jsontext import pointers
from modelconfig.jsontext.conflict_markers import conflict_problems, first_sides
from modelconfig.jsontext.scanner import MAX_DEPTH

_Location = TypeVar("_Location", bound=Location)

SIZE_LIMIT: Final = 4_000_000
"""In characters: about fifty times the catalogue. A larger file is slow to read and not edited by hand."""

# The C parser is ten times as fast; not every installation of PyYAML has it.
_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STANDARD_TAGS: Final = "tag:yaml.org,2002:"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LINE_END: Final = re.compile("\n")
_UNQUOTED: Final = (None, "")


class Node(NamedTuple):
    """The offsets of a value: of its key or, without one, of itself; where it starts and, if it is a scalar, ends.

    `plain` is the text of a scalar without quotes.
    """

    key: int
    start: int
    end: int
    plain: str | None


class YamlDocument(NamedTuple):
    """A YAML text as a JSON value, with the location of each part by its pointer."""

    value: Any
    nodes: dict[str, Node]
    text: str

    def find(self, pointer: str) -> Node:
        """Return the node at a pointer; if it does not exist, its nearest parent, as if that had no key."""
        if pointer in self.nodes:
            return self.nodes[pointer]
        while pointer not in self.nodes:
            pointer = pointer.rpartition("/")[0]
        return self.nodes[pointer]._replace(key=self.nodes[pointer].start)

    def position(self, pointer: str, *, at_key: bool) -> dict[str, Any]:
        """Return line and column of a pointer, as the fields of a location."""
        node = self.find(pointer)
        return _position(self.text, node.key if at_key else node.start)

    def locate_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Add line and column to problems and related locations that have none."""

        def position(location: Location) -> dict[str, Any]:
            return {} if location.line is not None else self.position(location.pointer, at_key=location.at_key)

        return [map_pointers(map_locations(problem, position), pointers.safe_pointer) for problem in problems]


def read_yaml(text: str) -> tuple[YamlDocument | None, list[Problem]]:
    """Parse a YAML text; return the document and the syntax errors, with line and column but without a file.

    The document is None only if an error prevents checking the rest of it.
    """
    if len(text) > SIZE_LIMIT:
        message = f"the file has {len(text):,} characters; the limit is {SIZE_LIMIT:,}"
        return None, [_at_offset(text, 0, error("MC009", message, hint="Split it into smaller files."))]
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        message = f"YAML does not allow the character U+{ord(unprintable[0]):04X}"
        hint = 'Remove it, or escape it in a string in double quotes, such as "\\x07".'
        return None, [_at_offset(text, unprintable.start(), error("MC008", message, hint=hint))]
    conflicts = conflict_problems(text)
    # The rest of the file is checked with the first side of each conflict.
    reader = _YamlReader(first_sides(text) if conflicts else text)
    reader.problems += conflicts
    try:
        document = reader.document()
    except yaml.YAMLError as yaml_error:
        message, hint, offset = explain(yaml_error, text)
        return None, [*reader.problems, _at_offset(text, offset, error("MC008", message, hint=hint))]
    except _UnreadableRestError:
        return None, reader.problems
    return document, reader.problems


def _position(text: str, offset: int) -> dict[str, Any]:
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return {"line": line, "column": offset - starts[line - 1] + 1}


@lru_cache(8)
def _line_starts(text: str) -> list[int]:
    """Return the offset of each line: a text may have very many problems."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def _at_offset(text: str, offset: int, location: _Location) -> _Location:
    return replace(location, **_position(text, offset))


class _UnreadableRestError(Exception):
    """Raised where the rest of the text cannot be read; the problem is recorded."""


class _YamlReader:
    """A converter of the parser's events to values and nodes; it collects problems."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._events: Iterator[Any] = yaml.parse(text, Loader=_PARSER)
        self._nodes: dict[str, Node] = {}
        self._pointers = [""]
        """Those of the values that are being read, from the root to the innermost."""
        self._has_missing_parts = False

    def document(self) -> YamlDocument | None:
        """Return the only document, or None if parts of it are missing."""
        next(self._events)
        is_empty = isinstance(next(self._events), yaml.StreamEndEvent)
        value = None if is_empty else self._value(next(self._events))
        if is_empty or self._nodes[""].plain == "":
            hint = "Write the document, or remove the file."
            self.problems.append(error("MC007", "the file is empty; expected a YAML document", hint=hint))
            return None
        next(self._events)
        next_event = next(self._events)
        if not isinstance(next_event, yaml.StreamEndEvent):
            self._reject(next_event, "a file must contain only one YAML document", "Remove the line `---`.")
        return None if self._has_missing_parts else YamlDocument(value, self._nodes, self._text)

    # PyYAML's stubs lack some attributes of events, hence Any.
    def _value(self, event: Any, key: int | None = None) -> Any:
        """Return the value that starts with an event; `key` is the offset of its key."""
        start = event.start_mark.index
        is_scalar = isinstance(event, yaml.ScalarEvent)
        plain = event.value if is_scalar and event.style in _UNQUOTED and event.tag is None else None
        node = Node(start if key is None else key, start, event.end_mark.index, plain)
        # Of a duplicate property, the first value counts.
        self._nodes.setdefault(self._pointers[-1], node)
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias {quote(f'*{event.anchor}')} is not allowed"
            self._reject(event, message, "Write the value again instead.")
            return None
        if event.anchor is not None or event.tag is not None:
            self._reject_properties(event)
        if is_scalar:
            return self._quoted(event) if plain is None else self._plain(event)
        if len(self._pointers) > MAX_DEPTH:
            message = f"lists and mappings are nested more than {MAX_DEPTH} levels deep"
            self._report(event, error("MC006", message, hint="Look for brackets that are not closed."))
            raise _UnreadableRestError
        return self._mapping() if isinstance(event, yaml.MappingStartEvent) else self._sequence()

    def _reject_properties(self, event: Any) -> None:
        """Report the anchor and the tag of a value."""
        if event.anchor is not None:
            hint = "Remove it, and write the value again where it is repeated."
            self._report(event, error("MC009", f"the anchor {quote('&' + event.anchor)} is not allowed", hint=hint))
        if event.tag is not None:
            message = f"the tag {quote(event.tag.replace(_STANDARD_TAGS, '!!'))} is not allowed"
            self._report(
                event, error("MC009", message, hint="Remove it, and put the value in quotes if it is a string.")
            )

    def _quoted(self, event: Any) -> str:
        text: str = event.value
        if _SURROGATE.search(text):
            # Only the Python parser accepts an escaped half of a surrogate pair.
            message, hint = "half of a surrogate pair is not a character", "Write the whole pair as one character."
            self.problems.append(_at_offset(self._text, event.start_mark.index, error("MC008", message, hint=hint)))
        return text

    def _plain(self, event: Any) -> Any:
        value = resolve(event.value)
        if not isinstance(value, RejectedScalar):
            return value
        self._report(event, error(value.code, f"{quote(event.value)} {value.reason}", hint=value.hint))
        return event.value

    def _sequence(self) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            self._pointers.append(pointers.join(self._pointers[-1], len(values)))
            values.append(self._value(event))
            self._pointers.pop()
        return values

    def _mapping(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._name(event)
            self._pointers.append(pointers.join(self._pointers[-1], name))
            if name in values:
                pointer = self._pointers[-1]
                first = _at_offset(self._text, self._nodes[pointer].key, related("first value", pointer))
                message = f"duplicate property {quote(name)}"
                problem = error("MC004", message, hint="Remove one of them.", at_key=True, related=(first,))
                self._report(event, problem)
            value = self._value(next(self._events), event.start_mark.index)
            values.setdefault(name, value)
            self._pointers.pop()
        return values

    def _name(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            message = "a property name must be a string, not a list, a mapping or an alias"
            self._reject(event, message, "Write a name.")
            raise _UnreadableRestError
        if event.anchor is not None or event.tag is not None:
            self._reject_properties(event)
        name: str = event.value
        if event.style in _UNQUOTED and name == "<<":
            self._reject(event, "merge keys (`<<`) are not allowed", "Write the properties out.")
        elif event.style in _UNQUOTED and not isinstance(resolve(name), str):
            message = f"some YAML readers do not read the unquoted name {quote(name)} as a string"
            self._report(event, error("MC009", message, hint=f"Put it in quotes: {quote(name)}.", at_key=True))
        return name

    def _reject(self, event: Any, message: str, hint: str) -> None:
        """Report a part that cannot be read, so that no document is returned."""
        self._has_missing_parts = True
        self._report(event, error("MC009", message, hint=hint))

    def _report(self, event: Any, problem: Problem) -> None:
        located = _at_offset(self._text, event.start_mark.index, problem)
        self.problems.append(replace(located, pointer=self._pointers[-1]))
