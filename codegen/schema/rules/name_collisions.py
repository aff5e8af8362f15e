"""Rule MC156: names of definitions, properties and values are distinct and free in every language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from codegen.schema.loader import SchemaFile, Sources
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

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


def _problem(message: str, hint: str, pointer: str) -> Problem:
    return error("MC156", message, hint=hint, pointer=pointer, at_key=True)


def _collisions(names: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Report names that are equal, or equal in a generated language. `names` has each one with its pointer."""
    seen: dict[str, str] = {}
    for name, pointer in names:
        if _folded(name) not in seen:
            seen[_folded(name)] = name
            continue
        first = seen[_folded(name)]
        same = f"`{name}` and `{first}` become the same name in a generated language"
        message = f"`{name}` is listed twice" if name == first else same
        yield _problem(message, "Remove or rename one of them.", pointer)


def property_collision(_: Sources, file: SchemaFile, reserved: ReservedNames) -> Iterator[Problem]:
    """MC156: Report a property name that is not distinct or not available in every language."""
    for pointer, node in file.nodes:
        names = [(name, pointers.join(pointer, "properties", name)) for name in node.get("properties", {})]
        yield from _collisions(names)
        for name, name_pointer in names:
            if not _PROPERTY_NAME.fullmatch(name):
                hint = "Use letters and digits, starting with a letter, with single `.`, `_` or `-` between them."
                yield _problem(f"`{name}` is not a valid property name in every language", hint, name_pointer)
            elif _folded(name) in reserved.properties:
                message = f"`{name}` collides with a property or method of the generated types"
                yield _problem(message, "Choose another name.", name_pointer)


def definition_collision(sources: Sources, file: SchemaFile, reserved: ReservedNames) -> Iterator[Problem]:
    """MC156: Report a definition name that is not unique over all files or not available in every language."""
    names = [(name, pointers.join("/$defs", name)) for name in file.definitions]
    yield from _collisions(names)
    earlier_files = {
        _folded(name): f"{other_file.module}.json"
        for other_file in sources.files.values()
        if other_file.module < file.module
        for name in other_file.definitions
    }
    for name, pointer in names:
        if not _DEFINITION_NAME.fullmatch(name):
            yield _problem(f"`{name}` is not a valid type name", "Rename it in UpperCamelCase.", pointer)
        elif name in reserved.definitions or name.startswith(reserved.prefixes):
            message = f"`{name}` collides with a name that a generated language uses"
            yield _problem(message, "Rename the definition.", pointer)
        elif _folded(name) in earlier_files:
            message = f"`{name}` is also defined in {earlier_files[_folded(name)]}"
            yield _problem(message, "Refer to that definition, or rename this one.", pointer)


def value_collision(_: Sources, file: SchemaFile, _reserved: ReservedNames) -> Iterator[Problem]:
    """MC156: Report listed values that are not distinct, or not distinct as names of constants."""
    for pointer, node in file.nodes:
        yield from _collisions(
            (branch["const"], pointers.join(pointer, "oneOf", index))
            for index, branch in enumerate(node.get("oneOf", []))
            if "const" in branch
        )


RULES = (property_collision, definition_collision, value_collision)
