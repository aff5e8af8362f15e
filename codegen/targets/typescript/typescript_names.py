"""The names in the TypeScript declarations, and which of them share a scope."""

import re
from collections.abc import Iterator, Sequence

from codegen.ir import model as ir
from codegen.targets.safe_text import SafeText
from codegen.targets.scopes import Scope, distinct_definitions

_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_GLOBAL_TYPES = frozenset("Array Boolean Date Error Function Map Number Object Promise Record String Symbol".split())
"""Types that the declarations would hide where they are imported."""
_MEMBERS_OF_EVERY_OBJECT = frozenset(
    "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split()
)
"""An object without such a property inherits it, so that it does not match the type of the property."""


def type_name(name: str) -> SafeText:
    """Return the name of the type of a definition. Raises ValueError if it is not an identifier."""
    if not _IDENTIFIER.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the name of a type")
    return SafeText(name)


def known_type(name: str) -> SafeText:
    """Return the name of the type of the known values of an open enumeration."""
    return SafeText(f"Known{type_name(name)}")


def type_names(definition: ir.Definition) -> list[str]:
    """Return the names of the types that declare a definition."""
    is_open = isinstance(definition, ir.Enum) and definition.open
    return [type_name(definition.name), *([known_type(definition.name)] if is_open else [])]


def scopes(modules: Sequence[ir.Module]) -> Iterator[Scope]:
    """Yield the scopes of the declarations: the types, and the properties of each interface."""
    types = Scope(_GLOBAL_TYPES)
    for definition in distinct_definitions(modules):
        types.add_definition(definition, type_names(definition))
        if isinstance(definition, ir.ObjectType):
            properties = Scope(_MEMBERS_OF_EVERY_OBJECT)
            properties.add_properties(definition, str)
            yield properties
    yield types
