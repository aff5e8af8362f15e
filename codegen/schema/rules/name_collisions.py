"""Rule MC156: names of definitions, properties and values are distinct and free in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import subschemas
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

NameRule = Callable[[Sources, SchemaFile, "ReservedNames"], Iterator[Problem]]

_DEFINITION_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_PROPERTY_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservedNames:
    """Names that generated code itself uses, in any language."""

    definitions: frozenset[str]
    prefixes: tuple[str, ...]
    """Prefixes that the name of a definition may not have."""
    properties: frozenset[str]
    """In lower case and without separators."""


def _folded(name: str) -> str:
    """Return a name in lower case without separators: targets change both, as in `open_ai_compatible`."""
    return re.sub(r"[\W_]", "", name).lower()


def _collisions(names: Iterable[str], pointer: str, keyword: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(_folded(name), name)
        if first != name:
            message = f"`{name}` and `{first}` become the same name in a generated language"
            name_pointer = pointers.join(pointer, keyword, name)
            yield error("MC156", message, hint="Rename one of them.", pointer=name_pointer, at_key=True)


def property_collision(_: Sources, file: SchemaFile, reserved: ReservedNames) -> Iterator[Problem]:
    """MC156: Report a property name that is not distinct or not available in every language."""
    for pointer, node in subschemas(file.schema):
        properties = list(node.get("properties", {}))
        yield from _collisions(properties, pointer, "properties")
        for name in properties:
            name_pointer = pointers.join(pointer, "properties", name)
            if not _PROPERTY_NAME.fullmatch(name):
                hint = "Letters and digits, starting with a letter; `.`, `_`, `-` between them."
                message = f"`{name}` cannot be a member's name in every language"
                yield error("MC156", message, hint=hint, pointer=name_pointer, at_key=True)
            elif _folded(name) in reserved.properties:
                message = f"`{name}` collides with a member that the generated types have"
                yield error("MC156", message, hint="Choose another name.", pointer=name_pointer, at_key=True)


def definition_collision(sources: Sources, file: SchemaFile, reserved: ReservedNames) -> Iterator[Problem]:
    """MC156: Report a definition name that is not unique over all files or not available in every language."""
    yield from _collisions(file.definitions, "", "$defs")
    other_definitions = {
        _folded(name): f"{other_file.module}.json"
        for other_file in sources.files.values()
        if other_file.module < file.module
        for name in other_file.definitions
    }
    for name in file.definitions:
        definition_pointer = pointers.join("/$defs", name)
        if not _DEFINITION_NAME.fullmatch(name):
            message = f"`{name}` is not a type's name: it must be UpperCamelCase"
            yield error("MC156", message, hint="Rename the definition.", pointer=definition_pointer, at_key=True)
        elif name in reserved.definitions or name.startswith(reserved.prefixes):
            message = f"`{name}` collides with a name that the generated languages use"
            yield error("MC156", message, hint="Rename the definition.", pointer=definition_pointer, at_key=True)
        elif _folded(name) in other_definitions:
            message = f"`{name}` is also defined in {other_definitions[_folded(name)]}"
            yield error("MC156", message, hint="Refer to that one, or rename.", pointer=definition_pointer, at_key=True)


def value_collision(_: Sources, file: SchemaFile, _reserved: ReservedNames) -> Iterator[Problem]:
    """MC156: Report listed values that are not distinct, or not distinct as names of constants."""
    for pointer, node in subschemas(file.schema):
        seen: dict[str, str] = {}
        for index, branch in enumerate(node.get("oneOf", [])):
            value = branch.get("const")
            if isinstance(value, str):
                first = seen.setdefault(_folded(value), value)
                repeated = (
                    first == value and sum(other.get("const") == value for other in node["oneOf"][: index + 1]) > 1
                )
                if repeated or first != value:
                    message = f"the value `{value}` {'is listed twice' if repeated else f'collides with `{first}`'}"
                    value_pointer = pointers.join(pointer, "oneOf", index)
                    yield error("MC156", message, hint="Remove or rename one.", pointer=value_pointer)


RULES: tuple[NameRule, ...] = (property_collision, definition_collision, value_collision)
