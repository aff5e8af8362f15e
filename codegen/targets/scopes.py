"""The names of generated code by scope, and the schema elements that they are made from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from codegen.ir import model as ir
from modelconfig.jsontext import pointers


@dataclass(frozen=True, slots=True)
class Element:
    """A schema file, definition, property, listed value or reserved name, which generated code has a name for."""

    text: str
    module: str
    definition: str = ""
    keywords: tuple[str | int, ...] = ()
    """The tokens of its JSON Pointer below the definition."""

    def __str__(self) -> str:
        """Return its name as messages quote it."""
        if self.is_value:
            return f"`{self.text}` of `{self.definition}`"
        return f"the reserved name `{self.text}`" if self.is_reserved else f"`{self.text}`"

    @property
    def pointer(self) -> str:
        """Return its JSON Pointer in its file."""
        return pointers.of(["$defs", self.definition, *self.keywords]) if self.definition else ""

    @property
    def is_value(self) -> bool:
        """Return whether it is a listed value."""
        return "oneOf" in self.keywords[:1]

    @property
    def is_reserved(self) -> bool:
        """Return whether it is a name in `x-reserved`."""
        return "x-reserved" in self.keywords[:1]


@dataclass(frozen=True, slots=True)
class Scope:
    """A scope of generated code: names that must differ, spelled so that names which the language equates are equal."""

    used: frozenset[str] = frozenset()
    """The names that generated code defines or uses in this scope whatever the schema is."""
    names: list[tuple[str, Element]] = field(default_factory=list)

    def add_module(self, module: ir.Module, name: str) -> None:
        """Add the name of the code of a schema file."""
        self.names.append((name, Element(module.name, module.name)))

    def add_definition(self, definition: ir.Definition, names: Iterable[str]) -> None:
        """Add the names that are made from the name of a definition."""
        element = Element(definition.name, definition.module, definition.name)
        self.names.extend((name, element) for name in names)

    def add_properties(self, definition: ir.ObjectType, named: Callable[[str], str]) -> None:
        """Add the properties and the reserved names of an object; `named` returns the name of a property."""
        for prop in definition.properties:
            self._add(definition, named(prop.name), prop.name, "properties", prop.name)
        self._add_reserved(definition, named)

    def add_values(self, definition: ir.Enum, named: Callable[[str], str]) -> None:
        """Add the values and the reserved names of an enumeration; `named` returns the name of a value."""
        for index, value in enumerate(definition.values):
            self._add(definition, named(value.name or value.value), value.value, "oneOf", index)
        self._add_reserved(definition, named)

    def _add_reserved(self, definition: ir.ObjectType | ir.Enum, named: Callable[[str], str]) -> None:
        for index, text in enumerate(definition.reserved):
            self._add(definition, named(text), text, "x-reserved", index)

    def _add(self, definition: ir.Definition, name: str, text: str, *keywords: str | int) -> None:
        self.names.append((name, Element(text, definition.module, definition.name, keywords)))


def distinct_definitions(modules: Iterable[ir.Module]) -> list[ir.Definition]:
    """Return each definition once: several modules may have it."""
    return list({definition.name: definition for module in modules for definition in module.definitions}.values())
