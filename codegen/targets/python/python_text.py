"""Python literals, docstrings and codec expressions from schema text."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from codegen.ir import model as ir
from codegen.targets.python.python_names import attribute, object_reader, sibling, table, union_reader
from codegen.targets.safe_text import SafeText, deprecation_text

_WIDTH = 110
# A list, because Python's Unicode tables change with its version and the output must not.
_UNUSUAL = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""Control and format characters, white space except U+0020, and halves of surrogate pairs."""
_READERS = {
    ir.Scalar.STRING: "read_string",
    ir.Scalar.INTEGER: "read_integer",
    ir.Scalar.NUMBER: "read_number",
    ir.Scalar.BOOLEAN: "read_boolean",
}

_CLASSES = {
    ir.Scalar.STRING: ("str",),
    ir.Scalar.INTEGER: ("int",),
    ir.Scalar.NUMBER: ("int", "float"),
    ir.Scalar.BOOLEAN: ("bool",),
}
"""The classes of valid values, for which the reader need not be called."""


def literal(text: str) -> SafeText:
    """Return a string literal in double quotes, with control, format and unusual white-space characters escaped."""
    escaped = _escaped(text).replace('"', '\\"')
    return SafeText(f'"{escaped}"')


def identifier(text: str) -> SafeText:
    """Return an identifier. Raises ValueError for any other text, which the checks reject."""
    if not text.isidentifier():
        raise ValueError(f"{text!r} cannot be a name")
    return SafeText(text)


def _escaped(text: str) -> str:
    return _UNUSUAL.sub(_code_point, text.replace("\\", "\\\\"))


def _code_point(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def docstring(text: str, indent: int, appended: str = "") -> SafeText:
    """Return a wrapped docstring literal; the lines of `appended` are added unchanged."""
    pad = " " * indent
    lines = [*wrapped(text, indent), *(["", *appended.split("\n")] if appended else [])]
    safe = [inert(line) for line in lines]
    if (len(lines[-1]) - len(lines[-1].rstrip('"'))) % 3:  # triple quotes are escaped already
        safe[-1] = safe[-1][:-1] + '\\"'
    if len(safe) == 1:
        return SafeText(f'"""{safe[0]}"""')
    body = "\n".join((pad + line).rstrip() for line in safe[1:])
    return SafeText(f'"""{safe[0]}\n{body}\n{pad}"""')


def wrapped(text: str, indent: int) -> list[str]:
    """Wrap a text into lines, each source line as a paragraph; return at least one line."""
    paragraphs = [line for line in text.strip().split("\n") if line.strip()]
    width = _WIDTH - indent
    return [
        line
        for paragraph in paragraphs
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    ] or [""]


def attribute_entry(name: str, text: str) -> str:
    """Return the entry of an attribute in the section `Attributes:` of a class's docstring."""
    lines = wrapped(" ".join([f"{name}:", *text.split()]), 12)
    return "\n            ".join(inert(line) for line in lines)


def inert(text: str) -> str:
    """Escape a text for the inside of a docstring."""
    return _escaped(text).replace('"""', '\\"\\"\\"')


def note(deprecation: ir.Deprecation | None) -> str:
    """Return the deprecation note with a leading space, or an empty string."""
    return f" {f'Deprecated {deprecation_text(deprecation)}'.rstrip()}." if deprecation else ""


@dataclass(frozen=True, slots=True)
class PythonCodec:
    """The Python code to read and write types, for use in one module."""

    definitions: Mapping[str, ir.Definition]
    module: str

    def qualified(self, definition: ir.Definition, name: str) -> str:
        """Return `name`, of the module of `definition`, qualified for use in this module."""
        return name if definition.module == self.module else f"{sibling(definition.module)}.{name}"

    def reader(self, kind: ir.Type) -> str:
        """Return an expression for a function from a JSON value to a value of this type."""
        match self.without_alias(kind):
            case ir.Primitive(scalar, None):
                return _READERS[scalar]
            case ir.Named(name):
                definition = self.definitions[name]
                if isinstance(definition, ir.Union):
                    return self.qualified(definition, union_reader(name))
                if isinstance(definition, ir.ObjectType) and definition.module == self.module:
                    return object_reader(name)
                if isinstance(definition, ir.ObjectType):
                    return self.qualified(definition, f"{name}.from_json")
        return f"lambda item: {self.read(kind, 'item')}"

    def read(self, kind: ir.Type, value: str) -> str:
        """Return an expression that reads the JSON value `value`."""
        match self.without_alias(kind):
            case ir.Array(items):
                return self._read_array(items, value)
            case ir.Map(values):
                return f"read_map({value}, {self.reader(values)})"
            case ir.Primitive(_, str(const)):
                return f"read_constant({value}, {literal(const)})"
            case ir.Named(name) if isinstance(enumeration := self.definitions[name], ir.Enum):
                return f"{'read_open' if enumeration.open else 'read_listed'}({self._table(enumeration)}, {value})"
            case other:
                return f"{self.reader(other)}({value})"

    def _read_array(self, items: ir.Type, value: str) -> str:
        enumeration = self.definitions[items.name] if isinstance(items, ir.Named) else None
        if isinstance(enumeration, ir.Enum) and enumeration.open:
            return f"read_open_array({self._table(enumeration)}, {value})"
        return f"read_array({value}, {self.reader(items)})"

    def _table(self, enumeration: ir.Enum) -> str:
        return self.qualified(enumeration, table(enumeration.name))

    def write(self, kind: ir.Type, value: str) -> str:
        """Return an expression for the JSON value of the Python value `value`."""
        match self.without_alias(kind):
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

    def without_alias(self, kind: ir.Type) -> ir.Type:
        """Return the type behind a name, if it is that of an alias, else the type itself."""
        while isinstance(kind, ir.Named) and isinstance(definition := self.definitions[kind.name], ir.Alias):
            kind = definition.type
        return kind

    def statements(self, field: ir.Property) -> list[str]:
        """Return the lines that read a property of `value` and assign it to the attribute of `draft`."""
        target = f"draft.{attribute(field.name)}"
        lines = [f"name = {literal(field.name)}"]
        read = ["item = value[name]", *self._conversion(field), f"{target} = item"]
        if field.required:
            return lines + read
        return [*lines, "if name in value:", "    known += 1", *_indented(read), "else:", f"    {target} = None"]

    def _conversion(self, field: ir.Property) -> list[str]:
        """Return the lines that convert the JSON value `item` to the Python value.

        The classes of scalars are checked inline: most properties are scalars, and a call takes longer than the check.
        """
        kind = self.without_alias(field.type)
        enumeration = self.definitions[kind.name] if isinstance(kind, ir.Named) else None
        if isinstance(kind, ir.Primitive) and kind.const is None:
            lines = _checked_inline(kind.scalar)
        elif isinstance(enumeration, ir.Enum) and enumeration.open:
            lines = [*_checked_inline(ir.Scalar.STRING), f"item = {self._table(enumeration)}.get(item, item)"]
        elif field.nullable and field.required:
            return [f"item = () if item is None else {self.read(field.type, 'item')}"]
        else:
            lines = [f"item = {self.read(field.type, 'item')}"]
        return ["if item is not None:", *_indented(lines)] if field.nullable else lines


def _checked_inline(scalar: ir.Scalar) -> list[str]:
    condition = " and ".join(f"item.__class__ is not {name}" for name in _CLASSES[scalar])
    return [f"if {condition}:", f"    item = {_READERS[scalar]}(item)"]


def _indented(lines: list[str]) -> list[str]:
    return ["    " + line for line in lines]
