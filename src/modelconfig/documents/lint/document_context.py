"""A model configuration as the rules read it: parts of the wrong type are left out."""

from sys import float_info
from typing import Any, NamedTuple

from modelconfig.diagnostics.rule import array_property, string_property
from modelconfig.documents.queries import names_and_strings
from modelconfig.documents.refs import SEPARATOR
from modelconfig.jsontext.pointers import join
from modelconfig.schema.embedded import embedded

Schema = dict[str, Any]
_LARGEST = float_info.max


class DocumentItem(NamedTuple):
    """A model or provider. `identity` is its reference or id, "" where that is missing."""

    kind: str
    position: int
    value: dict[str, Any]
    identity: str

    def pointer_to(self, *names: str) -> str:
        """Return the pointer to a property of this item."""
        return join(f"/{self.kind}s/{self.position}", *names)

    @property
    def label(self) -> str:
        """The name of the item in messages: its identity, or its number in the list."""
        return self.identity or f"{self.kind} {self.position + 1}"

    @property
    def provider(self) -> str:
        """The id of a model's provider, the first part of its reference."""
        return self.identity.partition(SEPARATOR)[0]

    @property
    def capabilities(self) -> list[str] | None:
        """The capabilities of a model, or None where they are not an array."""
        capabilities = self.value.get("capabilities")
        return [item for item in capabilities if isinstance(item, str)] if isinstance(capabilities, list) else None


class DocumentContext(NamedTuple):
    """A whole model configuration. `definitions` are those of its strict schema.

    `names` are those of all properties at any depth; `strings` has the name and value of each that is a string.
    """

    root: dict[str, Any]
    providers: list[DocumentItem]
    models: list[DocumentItem]
    by_ref: dict[str, DocumentItem]
    definitions: Schema
    names: set[str]
    strings: set[tuple[str, str]]

    def has(self, name: str) -> bool:
        """Return whether a property is an array, possibly an empty one."""
        return isinstance(self.root.get(name), list)

    def properties(self, definition: str) -> tuple[str, ...]:
        """Return the names of the properties of a definition in the schema, in its order."""
        return tuple(self.definitions[definition]["properties"])


def document_context(value: object, schema: Schema | None = None) -> DocumentContext:
    """Return the context of any JSON value. Never raises for invalid content. Raises DataMissing without `schema`."""
    root = value if isinstance(value, dict) else {}
    models = _entries(root, "model", "modelRef")
    by_ref = {model.identity: model for model in reversed(models) if model.identity}
    definitions = (schema or embedded("model"))["$defs"]
    providers = _entries(root, "provider", "id")
    return DocumentContext(root, providers, models, by_ref, definitions, *names_and_strings(root))


def number(value: dict[str, Any], name: str) -> float | None:
    """Return a property that is a number, or None; also for an integer beyond the range of floats."""
    property_value = value.get(name)
    if property_value is None or isinstance(property_value, bool) or not isinstance(property_value, (int, float)):
        return None
    return property_value if -_LARGEST <= property_value <= _LARGEST else None


def _entries(root: dict[str, Any], kind: str, key: str) -> list[DocumentItem]:
    return [
        DocumentItem(kind, position, item, string_property(item, key))
        for position, item in enumerate(array_property(root, f"{kind}s"))
        if isinstance(item, dict)
    ]
