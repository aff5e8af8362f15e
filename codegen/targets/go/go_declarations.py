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
        for union in (found for found in definitions.values() if isinstance(found, ir.Union)):
            for _, variant in union.variants:
                self._unions.setdefault(variant, []).append(union)

    def of(self, found: ir.Definition) -> Declaration:
        """Return what the template needs to declare a definition."""
        about = {"name": SafeText(found.name), "kind": _KINDS[type(found)], "doc": _doc(found.name, found)}
        match found:
            case ir.ObjectType():
                return about | self._object(found)
            case ir.Enum():
                return about | _enumeration(found)
            case ir.Union():
                return about | _union(found)
            case ir.Alias():
                return about | self._alias(found)

    def _object(self, found: ir.ObjectType) -> Declaration:
        required = [field.name for field in found.properties if field.required]
        only = {field.name: value for field in found.properties if (value := _only_value(field)) is not None}
        stored = [field for field in found.properties if field.name not in only]
        return {
            "members": SafeText("".join(map(self._member, stored))),
            "constants": [_method(field, only[field.name]) for field in found.properties if field.name in only],
            "cases": SafeText(
                "".join(self._reading(field, required, only.get(field.name)) for field in found.properties)
            ),
            "writes": SafeText("".join(self._writing(field, only.get(field.name)) for field in found.properties)),
            "required": SafeText(", ".join(map(literal, required))),
            "required_count": SafeText(str(len(required))),
            "unions": [SafeText(union.name) for union in self._unions.get(found.name, ())],
        }

    def _member(self, field: ir.Property) -> str:
        """Return the declaration of a member; the blank line after it keeps gofmt from aligning it with others."""
        doc = comment(_about_member(field), "\t", _deprecation(field.deprecation))
        typed = self._codec.member_type(field)
        return f"{doc}\n\t{exported(field.name)} {typed} {tag(field.name, optional=not field.required)}\n\n"

    def _reading(self, field: ir.Property, required: list[str], only: str | None) -> str:
        """Return the case of a switch that reads a member."""
        read = self._codec.read_member(field, f"r.{exported(field.name)}") if only is None else _constant(only)
        found = f"\t\t\tfound[{required.index(field.name)}] = true\n" if field.required else ""
        return f"\t\tcase {literal(field.name)}:\n{found}\t\t\t{read}\n"

    def _writing(self, field: ir.Property, only: str | None) -> str:
        """Return the statements that write a member, if it is there."""
        place = f"r.{exported(field.name)}"
        write = self._codec.write_member(field, place) if only is None else f"out.string({literal(only)})"
        name = f"out.member({literal(field.name)})"
        if field.required:
            return f"\t{name}\n\t{write}\n"
        return f"\tif {place} != nil {{\n\t\t{name}\n\t\t{write}\n\t}}\n"

    def _alias(self, found: ir.Alias) -> Declaration:
        return {
            "type": self._codec.type(found.type),
            "read": self._codec.read(found.type, "v", ""),
            "write": self._codec.write(found.type, "v", ""),
            "reads_itself": not isinstance(found.type, ir.Primitive) or found.type.const is not None,
            "writes_itself": not isinstance(found.type, ir.Primitive),
        }


def _enumeration(found: ir.Enum) -> Declaration:
    names = {value.value: found.name + exported(value.value) for value in found.values}
    docs = [_doc(names[value.value], value, "\t") for value in found.values]
    lines = [f"\t{name} {found.name} = {literal(value)}" for value, name in names.items()]
    return {
        # The blank line between them keeps gofmt from aligning them.
        "constants": SafeText("\n\n".join(f"{doc}\n{line}" for doc, line in zip(docs, lines, strict=True))),
        "names": SafeText(",\n\t\t".join(names.values())),
        "open": found.open,
        "listed": listed([value.value for value in found.values]),
    }


def _union(found: ir.Union) -> Declaration:
    return {
        "tag": literal(found.tag),
        "method": exported(found.tag),
        "listed": listed([value for value, _ in found.variants]),
        "variants": [{"value": literal(value), "name": SafeText(name)} for value, name in found.variants],
        "variants_doc": comment(["It is one of " + ", ".join(f"*[{name}]" for _, name in found.variants) + "."]),
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


def _doc(name: str, found: ir.Definition | ir.EnumValue, indent: str = "") -> SafeText:
    return comment([f"{name}: {found.description.strip()}"], indent, _deprecation(found.deprecation))


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
