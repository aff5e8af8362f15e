"""The names in generated Python code: how each is made, and which of them share a scope."""

import keyword
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from codegen.ir import model as ir
from codegen.targets.scopes import Scope, distinct_definitions
from codegen.targets.words import words

IMPORTS: Final = {
    "collections.abc": ("Callable",),
    "dataclasses": ("dataclass",),
    "enum": ("StrEnum",),
    "typing": ("Any", "Final", "Literal", "NewType", "Self", "TypeAlias", "Union", "final"),
    "._support": (
        "FrozenMap JsonObject ShapeError assign draft_class mismatch missing read_array read_boolean read_constant "
        "read_integer read_listed read_map read_number read_open read_open_array read_string read_tagged read_unknown "
        "write_unknown"
    ).split(),
}
"""The names that a generated module imports if it uses them, by module."""
EXPORTED_SUPPORT: Final = ("FrozenMap", "ShapeError")
"""The names that the package exports from its shared code."""
VERSION_CONSTANTS: Final = {
    "CONTRACT_VERSION": ("version", "Version of the contract that these types were generated from."),
    "SCHEMA_HASH": ("digest", "Hash of the schema of a model configuration; it changes when the schema does."),
}
"""The constants of the published module: the field of `Module` with the value, and the documentation."""
NAMES_OF_LIBRARY: Final = frozenset(
    "ABSENT Converted DataMissing DocumentInvalid Explanation Layer LiveConfiguration Merged ModelConfigError "
    "ModelRefParts Problem Severity SiteFile Unreadable read_site".split()
)
"""Names of `modelconfig` that a type or the reader of a union could have; `modelconfig` exports these too."""

_USED_IN_MODULES = frozenset(name for names in IMPORTS.values() for name in names) | frozenset(
    # Names of Python, and types that datamodel-code-generator writes.
    "Exception False KeyError Mapping None Sequence True annotations".split()
).union(VERSION_CONSTANTS)
_USED_IN_PACKAGE = frozenset(EXPORTED_SUPPORT) | frozenset(
    "Any AttributeError Final TYPE_CHECKING annotations".split()
).union(VERSION_CONSTANTS, NAMES_OF_LIBRARY)
_USED_IN_CLASSES = frozenset("from_json self to_json unknown".split())
CLASS_METHODS: Final = {"Model": "cost_usd", "ModelConfiguration": "model"}
"""The method of the class of a definition that the schema does not describe."""
_USED_AS_FILES = _USED_IN_PACKAGE.union(keyword.kwlist, {"schema", "getattr", "globals", "sorted"})
"""Names of the package, of which modules are attributes, functions that it calls, a folder, and words of Python."""
_SHADOWED_IN_CLASSES = frozenset("assign bool classmethod dict float int object str tuple".split())
"""Names that a class uses after its attributes are defined."""


@cache
def snake(name: str) -> str:
    """Return camelCase as snake_case."""
    parts: list[str] = []
    for index, character in enumerate(name):
        starts_word = (
            character.isupper() and index and (name[index - 1].islower() or name[index + 1 : index + 2].islower())
        )
        parts.append(("_" if starts_word else "") + character.lower())
    return "".join(parts)


def object_reader(name: str) -> str:
    """Return the name of the function that reads an object of a definition."""
    return f"_read_{snake(name)}"


def object_draft(name: str) -> str:
    """Return the name of the class that a reader of an object fills in."""
    return f"_{snake(name).upper()}_DRAFT"


def union_reader(name: str) -> str:
    """Return the name of the function that reads a variant of a union."""
    return f"read_{snake(name)}"


def table(name: str) -> str:
    """Return the name of the constant with an enumeration's members by value."""
    return f"{snake(name).upper()}_BY_VALUE"


def sibling(module: str) -> str:
    """Return the name that a module has in the modules which import it; nothing else in them has such a name."""
    return f"_{module}"


def attribute(name: str) -> str:
    """Return the name of the attribute that holds a property."""
    text = "_".join(map(snake, words(name)))
    return f"{text}_" if keyword.iskeyword(text) or text in _SHADOWED_IN_CLASSES else text


def constant(name: str) -> str:
    """Return the name of an enumeration's member."""
    text = "_".join(map(snake, words(name))).upper()
    return f"FIELD_{text}" if text[0].isdigit() else text


def exported_names(definition: ir.Definition) -> list[str]:
    """Return the names of a definition that the package exports."""
    return [definition.name, *([union_reader(definition.name)] if isinstance(definition, ir.Union) else [])]


def scopes(modules: Sequence[ir.Module]) -> Iterator[Scope]:
    """Yield the scopes of the generated package: its modules, each of them, the package, classes and enumerations."""
    files = Scope(_USED_AS_FILES)
    package = Scope(_USED_IN_PACKAGE)
    by_module = {module.name: Scope(_USED_IN_MODULES) for module in modules}
    for module in modules:
        files.add_module(module, module.name)
    for definition in distinct_definitions(modules):
        package.add_definition(definition, exported_names(definition))
        by_module[definition.module].add_definition(definition, _module_names(definition))
        match definition:
            case ir.ObjectType():
                members = Scope(_USED_IN_CLASSES.union(filter(None, [CLASS_METHODS.get(definition.name)])))
                members.add_properties(definition, attribute)
                yield members
            case ir.Enum():
                members = Scope()
                members.add_values(definition, constant)
                yield members
    yield from (files, package, *by_module.values())


def _module_names(definition: ir.Definition) -> list[str]:
    """Return the names that a definition has in its module."""
    made: dict[type[ir.Definition], Sequence[Callable[[str], str]]] = {
        ir.ObjectType: (object_reader, object_draft),
        ir.Enum: (table,),
        ir.Union: (union_reader,),
        ir.Alias: (),
    }
    return [definition.name, *(name(definition.name) for name in made[type(definition)])]
