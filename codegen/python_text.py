"""Small pieces of Python source: literals, docstrings, and how a type is read from and written to JSON."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codegen import ir

if TYPE_CHECKING:
    from collections.abc import Mapping

SIBLING = "sibling__"
"""Marks a module's name until it is known under which name the generator imports it (a field may have the same)."""
_WIDTH = 110
_READERS = {
    ir.Scalar.STRING: "read_string",
    ir.Scalar.INTEGER: "read_integer",
    ir.Scalar.NUMBER: "read_number",
    ir.Scalar.BOOLEAN: "read_boolean",
}


def literal(text: str) -> str:
    """Return a string literal in double quotes, plain ASCII where a character could surprise."""
    escaped = "".join(_escaped(character) for character in text)
    return '"' + escaped.replace('"', '\\"') + '"'


def _escaped(character: str) -> str:
    if character == "\\":
        return "\\\\"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def docstring(text: str, indent: int, more: str = "") -> str:
    """Return a docstring literal, wrapped; `more` is appended as lines of its own, already laid out."""
    pad = " " * indent
    lines = [*wrapped(text, indent), *(["", *more.split("\n")] if more else [])]
    safe = [inert(line) for line in lines]
    if safe[-1].endswith('"'):
        safe[-1] = safe[-1][:-1] + '\\"'
    if len(safe) == 1:
        return f'"""{safe[0]}"""'
    body = "\n".join((pad + line).rstrip() for line in safe[1:])
    return f'"""{safe[0]}\n{body}\n{pad}"""'


def wrapped(text: str, indent: int) -> list[str]:
    """Return a text as lines that fit, one paragraph a source line; at least one line."""
    paragraphs = [line for line in text.strip().split("\n") if line.strip()]
    room = _WIDTH - indent
    return [
        line
        for paragraph in paragraphs
        for line in textwrap.wrap(paragraph, room, break_long_words=False, break_on_hyphens=False)
    ] or [""]


def inert(text: str) -> str:
    """Return a text that means itself inside a docstring, whatever it holds."""
    return "".join(_escaped(character) for character in text).replace('"""', '\\"\\"\\"')


def note(deprecation: ir.Deprecation | None) -> str:
    """Return the sentence that says since when something is deprecated and what to use instead, after a space."""
    if deprecation is None:
        return ""
    since = f" since contract {deprecation.since}" if deprecation.since else ""
    use = f"; use {deprecation.use}" if deprecation.use else ""
    return f" Deprecated{since}{use}."


def snake(name: str) -> str:
    """Return UpperCamelCase as snake_case, for the function that reads a union."""
    parts: list[str] = []
    for index, character in enumerate(name):
        starts = character.isupper() and index and (name[index - 1].islower() or name[index + 1 : index + 2].islower())
        parts.append(("_" if starts else "") + character.lower())
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Codec:
    """How each type is read and written, as seen from one module."""

    definitions: Mapping[str, ir.Definition]
    module: str

    def qualified(self, definition: ir.Definition, name: str) -> str:
        """Return `name`, which lives in the module of `definition`, as this module refers to it."""
        return name if definition.module == self.module else f"{SIBLING}{definition.module}.{name}"

    def _type(self, name: str) -> str:
        return self.qualified(self.definitions[name], name)

    def reader(self, kind: ir.Type) -> str:
        """Return an expression for a function from a JSON value to a value of this type."""
        match kind:
            case ir.Primitive(scalar, None):
                return _READERS[scalar]
            case ir.Primitive(_, str(const)):
                return f"lambda item: read_constant(item, {literal(const)})"
            case ir.Array(items):
                return f"lambda item: read_array(item, {self.reader(items)})"
            case ir.Map(values):
                return f"lambda item: read_map(item, {self.reader(values)})"
            case ir.Named(name):
                return self._named_reader(self.definitions[name])
        raise TypeError(kind)

    def _named_reader(self, definition: ir.Definition) -> str:
        match definition:
            case ir.Alias(type=inner):
                return self.reader(inner)
            case ir.Union(name=name):
                return self.qualified(definition, f"read_{snake(name)}")
            case ir.Record(name=name) | ir.Enum(name=name):
                return self.qualified(definition, name) + ".from_json"
        raise TypeError(definition)

    def read(self, kind: ir.Type, value: str) -> str:
        """Return an expression that reads the JSON value `value`."""
        match self._without_alias(kind):
            case ir.Array(items):
                return f"read_array({value}, {self.reader(items)})"
            case ir.Map(values):
                return f"read_map({value}, {self.reader(values)})"
            case ir.Primitive(_, str(const)):
                return f"read_constant({value}, {literal(const)})"
            case other:
                return f"{self.reader(other)}({value})"

    def write(self, kind: ir.Type, value: str) -> str:
        """Return an expression for the JSON value of the Python value `value`."""
        match self._without_alias(kind):
            case ir.Primitive():
                return value
            case ir.Array(items):
                item = self.write(items, "item")
                return f"list({value})" if item == "item" else f"[{item} for item in {value}]"
            case ir.Map(values):
                item = self.write(values, "item")
                return f"dict({value})" if item == "item" else f"{{name: {item} for name, item in {value}.items()}}"
            case ir.Named(name):
                return f"str({value})" if isinstance(self.definitions[name], ir.Enum) else f"{value}.to_json()"
        raise TypeError(kind)

    def _without_alias(self, kind: ir.Type) -> ir.Type:
        while isinstance(kind, ir.Named) and isinstance(definition := self.definitions[kind.name], ir.Alias):
            kind = definition.type
        return kind

    def statements(self, field: ir.Field) -> list[str]:
        """Return the lines that read one member into the local variable `@`."""
        name = literal(field.name)
        if field.required:
            return [f"at = {name}", *self._assign(field, f"members.get({name}, ABSENT)")]
        inner = [f"at = {name}", *self._assign(field, f"members[{name}]")]
        lines = ["@ = None", f"if {name} in members:", "    known += 1"]
        if field.nullable:
            lines.append(f"    if members[{name}] is not None:")
        pad = "        " if field.nullable else "    "
        return lines + [pad + line for line in inner]

    def _assign(self, field: ir.Field, value: str) -> list[str]:
        """Return the assignment; a string is checked in place, because most members are strings."""
        if self._without_alias(field.type) == ir.Primitive(ir.Scalar.STRING):
            checked = [f"@ = {value}", "if @.__class__ is not str:", '    raise mismatch("a string", @)']
            return [*checked, f"@ = {self._type(field.type.name)}(@)"] if isinstance(field.type, ir.Named) else checked
        return [f"@ = {self.read(field.type, value)}"]
