"""Each definition as the template of Go types needs it: names, types, comments, statements."""

from collections.abc import Mapping
from typing import Any

from codegen.ir import model as ir
from codegen.targets.go.go_codec import GoCodec, listed_arguments
from codegen.targets.go.go_names import constant, exported, union_functions
from codegen.targets.go.go_object_writer import GoObjectWriter, only_value
from codegen.targets.go.go_text import comment, literal, tag
from codegen.targets.safe_text import SafeText, deprecation_text
from codegen.targets.value_notes import definition_notes, property_notes, version_notes

Declaration = dict[str, Any]
_KINDS = {ir.ObjectType: "object", ir.Enum: "enum", ir.Union: "union", ir.Alias: "alias"}


class GoDeclarations:
    """The template data of definitions. It needs all definitions, since one may depend on another's type."""

    def __init__(
        self, definitions: Mapping[str, ir.Definition], client_definitions: Mapping[str, ir.Definition]
    ) -> None:
        self._codec = GoCodec(definitions)
        self._writer = GoObjectWriter(self._codec, client_definitions)
        self._unions: dict[str, list[ir.Union]] = {}
        for union in (definition for definition in definitions.values() if isinstance(definition, ir.Union)):
            for _, variant in union.variants:
                self._unions.setdefault(variant, []).append(union)

    def of(self, definition: ir.Definition) -> Declaration:
        """Return the data with which the template declares a definition."""
        context = {
            "name": exported(definition.name),
            "kind": _KINDS[type(definition)],
            "doc": _doc(exported(definition.name), definition),
            "reader": self._codec.reader(ir.Named(definition.name)),
        }
        match definition:
            case ir.ObjectType():
                return context | self._object(definition)
            case ir.Enum():
                return context | _enumeration(definition)
            case ir.Union():
                return context | _union(definition)
            case ir.Alias():
                return context | self._alias(definition)

    def _object(self, definition: ir.ObjectType) -> Declaration:
        required = [field.name for field in definition.properties if field.required]
        constants = {field.name: value for field in definition.properties if (value := only_value(field)) is not None}
        stored = [field for field in definition.properties if field.name not in constants]
        return {
            "properties": SafeText("".join(map(self._field, stored))),
            "constants": [
                _method(field, constants[field.name]) for field in definition.properties if field.name in constants
            ],
            "cases": SafeText(
                "".join(self._read_case(field, required, constants.get(field.name)) for field in definition.properties)
            ),
            "writes": self._writer.statements(definition),
            "client_names": self._writer.unknown_arguments(definition),
            "required": SafeText(", ".join(map(literal, required))),
            "required_count": SafeText(str(len(required))),
            "unions": [exported(union.name) for union in self._unions.get(definition.name, ())],
        }

    def _field(self, field: ir.Property) -> str:
        """Return the declaration of a property; the empty line after it prevents gofmt from aligning it with others."""
        doc = comment(_property_doc(field), "\t", _deprecation(field.deprecation))
        typed = self._codec.property_type(field)
        return f"{doc}\n\t{exported(field.name)} {typed} {tag(field.name, optional=not field.required)}\n\n"

    def _read_case(self, field: ir.Property, required: list[str], constant: str | None) -> str:
        """Return the case of the switch that reads a property."""
        statement = (
            self._codec.read_property(field, f"r.{exported(field.name)}") if constant is None else _constant(constant)
        )
        mark = f"\t\t\tfound[{required.index(field.name)}] = true\n" if field.required else ""
        return f"\t\tcase {literal(field.name)}:\n{mark}\t\t\t{statement}\n"

    def _alias(self, definition: ir.Alias) -> Declaration:
        return {
            "type": self._codec.type(definition.type),
            "read": self._codec.read(definition.type, "v", ""),
            "write": self._codec.write(definition.type, "v", ""),
            "reads_itself": not isinstance(definition.type, ir.Primitive) or definition.type.const is not None,
            "writes_itself": not isinstance(definition.type, ir.Primitive),
        }


def _enumeration(definition: ir.Enum) -> Declaration:
    type_name = exported(definition.name)
    names = {value.value: constant(definition.name, value.name or value.value) for value in definition.values}
    docs = [_doc(names[value.value], value, "\t") for value in definition.values]
    lines = [f"\t{name} {type_name} = {literal(value)}" for value, name in names.items()]
    return {
        # The empty line between them prevents gofmt from aligning them.
        "constants": SafeText("\n\n".join(f"{doc}\n{line}" for doc, line in zip(docs, lines, strict=True))),
        "names": SafeText(",\n\t\t".join(names.values())),
        "open": definition.open,
        "listed": listed_arguments([value.value for value in definition.values]),
    }


def _union(definition: ir.Union) -> Declaration:
    return {
        "functions": union_functions(definition.name),
        "tag": literal(definition.tag),
        "method": exported(definition.tag),
        "listed": listed_arguments([value for value, _ in definition.variants]),
        "variants": [{"value": literal(value), "name": exported(name)} for value, name in definition.variants],
        "variants_doc": comment(
            ["The variants are " + ", ".join(f"*[{exported(name)}]" for _, name in definition.variants) + "."]
        ),
    }


def _method(field: ir.Property, value: str) -> Declaration:
    """Return the data with which the template declares the method that returns a property's only value."""
    name = exported(field.name)
    doc_paragraphs = [f"{name} returns {literal(value)}, the only value of this property.", *_property_doc(field)]
    return {"name": name, "value": literal(value), "doc": comment(doc_paragraphs, "", _deprecation(field.deprecation))}


def _constant(value: str) -> str:
    return f"in.constant({listed_arguments([value])})"


def _doc(name: str, described: ir.Definition | ir.EnumValue, indent: str = "") -> SafeText:
    notes = definition_notes(described) if isinstance(described, ir.Alias) else []
    paragraphs = [f"{name} - {described.description.strip()}", " ".join(notes)]
    return comment(paragraphs, indent, _deprecation(described.deprecation))


def _property_doc(field: ir.Property) -> list[str]:
    return [field.description.strip(), " ".join([*property_notes(field), *version_notes(field)])]


def _deprecation(deprecation: ir.Deprecation | None) -> str:
    return f"{deprecation_text(deprecation) or 'do not use it'}." if deprecation else ""
