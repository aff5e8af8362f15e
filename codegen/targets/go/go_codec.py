"""Go statements that read a type from JSON and write it to JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codegen.ir import model as ir
from codegen.targets.go.go_names import exported, union_functions
from codegen.targets.go.go_text import literal
from codegen.targets.safe_text import SafeText

_TYPES = {
    ir.Scalar.STRING: "string",
    ir.Scalar.INTEGER: "int64",
    ir.Scalar.NUMBER: "float64",
    ir.Scalar.BOOLEAN: "bool",
}
_NAMES = {
    ir.Scalar.STRING: "Text",
    ir.Scalar.INTEGER: "Integer",
    ir.Scalar.NUMBER: "Number",
    ir.Scalar.BOOLEAN: "Boolean",
}


def listed_arguments(values: Sequence[str]) -> SafeText:
    """Return the arguments for accepted strings: as an error lists them, then each."""
    expected = f"one of {', '.join(values)}" if len(values) > 1 else f"the constant {values[0]!r}"
    return SafeText(", ".join(literal(text) for text in (expected, *values)))


@dataclass(frozen=True, slots=True)
class GoCodec:
    """The Go code for types. Readers are functions `(*T, *reader)`, writers `(*T, *writer)`."""

    definitions: Mapping[str, ir.Definition]

    def type(self, kind: ir.Type) -> SafeText:
        """Return the Go type of a required value."""
        match kind:
            case ir.Primitive(scalar):
                return SafeText(_TYPES[scalar])
            case ir.Named(name):
                return exported(name)
            case ir.Array(items):
                return SafeText(f"[]{self.type(items)}")
            case ir.Map(values):
                return SafeText(f"map[string]{self.type(values)}")

    def property_type(self, field: ir.Property) -> SafeText:
        """Return the Go type of a property; if the property is optional, nil means absent."""
        return SafeText(f"{'*' if self.is_pointer(field) else ''}{self.type(field.type)}")

    def is_pointer(self, field: ir.Property) -> bool:
        """Return whether the field of a property is a pointer to its value."""
        return not field.required and not self.has_nil(field.type)

    def is_text(self, kind: ir.Type) -> bool:
        """Return whether the Go type is a string type that is written as any text."""
        while isinstance(kind, ir.Named) and isinstance(definition := self.definitions[kind.name], ir.Alias):
            kind = definition.type
        return kind == ir.Primitive(ir.Scalar.STRING)

    def has_nil(self, kind: ir.Type) -> bool:
        """Return whether nil is a value of the Go type."""
        if isinstance(kind, ir.Named):
            definition = self.definitions[kind.name]
            return isinstance(definition, ir.Union) or (
                isinstance(definition, ir.Alias) and self.has_nil(definition.type)
            )
        return isinstance(kind, (ir.Array, ir.Map))

    def read_property(self, field: ir.Property, expression: str) -> SafeText:
        """Return the statement that reads a property into an expression."""
        if not field.nullable and (field.required or self.has_nil(field.type)):
            return self.read(field.type, expression)
        if field.required:
            kind = "OrEmpty"
        else:
            kind = "OrNull" if self.has_nil(field.type) else "OptionalOrNull" if field.nullable else "Optional"
        return SafeText(f"read{kind}(&{expression}, in, {self.reader(field.type)})")

    def write_property(self, field: ir.Property, expression: str) -> SafeText:
        """Return the statement that writes a present property."""
        if self.is_pointer(field) and not self._has_method("write", field.type):
            return SafeText(f"{self.writer(field.type)}({expression}, out)")
        return self.write(field.type, expression)

    def read(self, kind: ir.Type, expression: str, address: str = "&") -> SafeText:
        """Return the statement that reads a value into an expression, which is a pointer if `address` is empty."""
        return self._statement("read", kind, expression, address, "in")

    def write(self, kind: ir.Type, expression: str, address: str = "&") -> SafeText:
        """Return the statement that writes the value of an expression."""
        return self._statement("write", kind, expression, address, "out")

    def _statement(self, verb: str, kind: ir.Type, expression: str, address: str, stream: str) -> SafeText:
        match kind:
            case ir.Array(items):
                return SafeText(f"{verb}Array({address}{expression}, {stream}, {self._function(verb, items)})")
            case ir.Map(values):
                return SafeText(f"{verb}Map({address}{expression}, {stream}, {self._function(verb, values)})")
            case ir.Primitive(_, str(value)) if verb == "read":
                return SafeText(f"readListed({address}{expression}, in, {listed_arguments([value])})")
        if self._has_method(verb, kind):
            return SafeText(f"{expression}.{verb}({stream})")
        return SafeText(f"{self._function(verb, kind)}({address}{expression}, {stream})")

    def _has_method(self, verb: str, kind: ir.Type) -> bool:
        """Return whether the Go type has a method that reads or writes it."""
        definition = self.definitions[kind.name] if isinstance(kind, ir.Named) else None
        match definition:
            case ir.ObjectType() | ir.Alias(type=ir.Array() | ir.Map()):
                return True
            case ir.Enum(open=False) | ir.Alias(type=ir.Primitive(_, str())):
                return verb == "read"
        return False

    def reader(self, kind: ir.Type) -> SafeText:
        """Return an expression for the function that reads a value of the type."""
        return self._function("read", kind)

    def writer(self, kind: ir.Type) -> SafeText:
        """Return an expression for the function that writes a value of the type."""
        return self._function("write", kind)

    def _function(self, verb: str, kind: ir.Type) -> SafeText:
        """Return an expression for the function that reads or writes a value of the type."""
        if self._has_method(verb, kind):
            return SafeText(f"(*{self.type(kind)}).{verb}")
        match kind:
            case ir.Primitive(scalar, value) if value is None or verb == "write":
                return SafeText(f"{verb}{_NAMES[scalar]}")
            case ir.Named(name):
                definition = self.definitions[name]
                if isinstance(definition, ir.Alias) and isinstance(definition.type, ir.Primitive):
                    return SafeText(f"{verb}{_NAMES[definition.type.scalar]}")
                if isinstance(definition, ir.Union):
                    return union_functions(name)[verb]
                return SafeText(f"{verb}Text")
        return self._combined_function(verb, kind)

    def _combined_function(self, verb: str, kind: ir.Type) -> SafeText:
        """Return an expression that combines functions into one; gofmt would break long function literals."""
        role = "Reader" if verb == "read" else "Writer"
        match kind:
            case ir.Array(items):
                return SafeText(f"array{role}[{self.type(items)}]({self._function(verb, items)})")
            case ir.Map(values):
                return SafeText(f"map{role}[{self.type(values)}]({self._function(verb, values)})")
            case ir.Primitive(_, str(value)):
                return SafeText(f"listedReader({listed_arguments([value])})")
        raise TypeError(kind)
