"""Each definition as the template of Go types needs it: names, types, comments, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codegen.ir import model as ir
from codegen.targets.base import SafeText
from codegen.targets.go.go_codec import GoCodec, constant, listed
from codegen.targets.go.go_text import comment, exported, literal, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

Declaration = dict[str, Any]
_KINDS = {ir.ObjectType: "object", ir.Enum: "enum", ir.Union: "union", ir.Alias: "alias"}


class GoDeclarations:
    """Describes definitions; it knows all of them, since one may need another's form."""

    def __init__(self, definitions: Mapping[str, ir.Definition]) -> None:
        self._codec = GoCodec(definitions)
        self._unions: dict[str, list[ir.Union]] = {}
        for union in (definition for definition in definitions.values() if isinstance(definition, ir.Union)):
            for _, variant in union.variants:
                self._unions.setdefault(variant, []).append(union)

    def of(self, definition: ir.Definition) -> Declaration:
        """Return what the template needs to declare a definition."""
        about = {
            "name": SafeText(definition.name),
            "kind": _KINDS[type(definition)],
            "doc": _doc(definition.name, definition),
        }
        match definition:
            case ir.ObjectType():
                return about | self._object(definition)
            case ir.Enum():
                return about | _enumeration(definition)
            case ir.Union():
                return about | _union(definition)
            case ir.Alias():
                return about | self._alias(definition)

    def _object(self, definition: ir.ObjectType) -> Declaration:
        required = [field.name for field in definition.properties if field.required]
        only = {field.name: value for field in definition.properties if (value := _only_value(field)) is not None}
        stored = [field for field in definition.properties if field.name not in only]
        return {
            "members": SafeText("".join(map(self._member, stored))),
            "constants": [_method(field, only[field.name]) for field in definition.properties if field.name in only],
            "cases": SafeText(
                "".join(self._reading(field, required, only.get(field.name)) for field in definition.properties)
            ),
            "writes": SafeText("".join(self._writing(field, only.get(field.name)) for field in definition.properties)),
            "required": SafeText(", ".join(map(literal, required))),
            "required_count": SafeText(str(len(required))),
            "unions": [SafeText(union.name) for union in self._unions.get(definition.name, ())],
        }

    def _member(self, field: ir.Property) -> str:
        """Return the declaration of a member; the blank line after it keeps gofmt from aligning it with others."""
        doc = comment(_about_member(field), "\t", _deprecation(field.deprecation))
        typed = self._codec.member_type(field)
        return f"{doc}\n\t{exported(field.name)} {typed} {tag(field.name, optional=not field.required)}\n\n"

    def _reading(self, field: ir.Property, required: list[str], only: str | None) -> str:
        """Return the case of a switch that reads a member."""
        read = self._codec.read_member(field, f"r.{exported(field.name)}") if only is None else _constant(only)
        mark = f"\t\t\tfound[{required.index(field.name)}] = true\n" if field.required else ""
        return f"\t\tcase {literal(field.name)}:\n{mark}\t\t\t{read}\n"

    def _writing(self, field: ir.Property, only: str | None) -> str:
        """Return the statements that write a member, if it is there."""
        expression = f"r.{exported(field.name)}"
        write = self._codec.write_member(field, expression) if only is None else f"out.string({literal(only)})"
        name = f"out.member({literal(field.name)})"
        if field.required:
            return f"\t{name}\n\t{write}\n"
        return f"\tif {expression} != nil {{\n\t\t{name}\n\t\t{write}\n\t}}\n"

    def _alias(self, definition: ir.Alias) -> Declaration:
        return {
            "type": self._codec.type(definition.type),
            "read": self._codec.read(definition.type, "v", ""),
            "write": self._codec.write(definition.type, "v", ""),
            "reads_itself": not isinstance(definition.type, ir.Primitive) or definition.type.const is not None,
            "writes_itself": not isinstance(definition.type, ir.Primitive),
        }


def _enumeration(definition: ir.Enum) -> Declaration:
    names = {value.value: definition.name + exported(value.value) for value in definition.values}
    docs = [_doc(names[value.value], value, "\t") for value in definition.values]
    lines = [f"\t{name} {definition.name} = {literal(value)}" for value, name in names.items()]
    return {
        # The blank line between them keeps gofmt from aligning them.
        "constants": SafeText("\n\n".join(f"{doc}\n{line}" for doc, line in zip(docs, lines, strict=True))),
        "names": SafeText(",\n\t\t".join(names.values())),
        "open": definition.open,
        "listed": listed([value.value for value in definition.values]),
    }


def _union(definition: ir.Union) -> Declaration:
    return {
        "tag": literal(definition.tag),
        "method": exported(definition.tag),
        "listed": listed([value for value, _ in definition.variants]),
        "variants": [{"value": literal(value), "name": SafeText(name)} for value, name in definition.variants],
        "variants_doc": comment(["It is one of " + ", ".join(f"*[{name}]" for _, name in definition.variants) + "."]),
    }


def _method(field: ir.Property, value: str) -> Declaration:
    """Return what declares the method that tells the only value of a member."""
    name = exported(field.name)
    about = [f"{name} returns {literal(value)}, the only value of this member.", *_about_member(field)]
    return {"name": name, "value": literal(value), "doc": comment(about, "", _deprecation(field.deprecation))}


def _constant(value: str) -> str:
    return f"in.constant({constant(value)})"


def _only_value(field: ir.Property) -> str | None:
    """Return the value of a member that is always there and can have no other, so that nothing has to be kept."""
    return field.type.const if field.required and isinstance(field.type, ir.Primitive) else None


def _doc(name: str, described: ir.Definition | ir.EnumValue, indent: str = "") -> SafeText:
    return comment([f"{name}: {described.description.strip()}"], indent, _deprecation(described.deprecation))


def _about_member(field: ir.Property) -> list[str]:
    notes = []
    if field.marks.secret:
        notes.append("It holds a credential: keep it out of logs and error messages.")
    if field.marks.server_side:
        notes.append("Clients never receive it.")
    if field.default_json is not None:
        notes.append(f"Default where absent: {field.default_json}.")
    if field.since:
        notes.append(f"Since contract {field.since}.")
    return [field.description.strip(), " ".join(notes)]


def _deprecation(deprecation: ir.Deprecation | None) -> str:
    if deprecation is None:
        return ""
    since = f"since contract {deprecation.since}" if deprecation.since else ""
    use = f"use {deprecation.use}" if deprecation.use else ""
    text = "; ".join(part for part in (since, use) if part) or "do not use it any more"
    return text if text.endswith(".") else f"{text}."
