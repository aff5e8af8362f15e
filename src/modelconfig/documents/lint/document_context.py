"""A model configuration as the rules read it: parts of the wrong type are left out."""

from __future__ import annotations

from sys import float_info
from typing import Any, NamedTuple

from modelconfig.diagnostics.rule import object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.schema.embedded import embedded

Schema = dict[str, Any]


class ProviderEntry(NamedTuple):
    """One item of `providers`. `id` is "" where it is missing."""

    position: int
    value: dict[str, Any]
    id: str

    def pointer_to(self, *names: str) -> str:
        """Return the pointer to a property of this provider."""
        return join(f"/providers/{self.position}", *names)

    @property
    def label(self) -> str:
        """The name of the provider in messages: its id, or its number in the list."""
        return self.id or f"provider {self.position + 1}"


class ModelEntry(NamedTuple):
    """One item of `models`. `ref`, and `provider`, its first part, are "" where the reference is missing."""

    position: int
    value: dict[str, Any]
    ref: str
    provider: str
    capabilities: tuple[str, ...] | None

    def pointer_to(self, *names: str) -> str:
        """Return the pointer to a property of this model."""
        return join(f"/models/{self.position}", *names)

    @property
    def label(self) -> str:
        """The name of the model in messages: its reference, or its number in the list."""
        return self.ref or f"model {self.position + 1}"


class DocumentContext(NamedTuple):
    """A whole model configuration. `has_providers` and `has_models` distinguish an empty list from a missing one.

    `schema` is the strict schema of the document, None for the embedded one.
    """

    root: dict[str, Any]
    providers: list[ProviderEntry]
    models: list[ModelEntry]
    defaults: list[tuple[str, str]]
    by_ref: dict[str, ModelEntry]
    has_providers: bool
    has_models: bool
    schema: Schema | None = None

    @property
    def definitions(self) -> Schema:
        """Return the definitions of the schema. Raises DataMissing."""
        definitions: Schema = (self.schema or embedded("model"))["$defs"]
        return definitions

    def properties(self, definition: str) -> tuple[str, ...]:
        """Return the names of the properties of a definition in the schema, in its order."""
        return tuple(self.definitions[definition]["properties"])


def document_context(value: object, schema: Schema | None = None) -> DocumentContext:
    """Return the context of any JSON value. Never raises for invalid content."""
    root = value if isinstance(value, dict) else {}
    raw_providers, raw_models = root.get("providers"), root.get("models")
    providers = [
        ProviderEntry(index, item, string_property(item, "id"))
        for index, item in enumerate(_items(raw_providers))
        if is_object(item)
    ]
    models = [_model(index, item) for index, item in enumerate(_items(raw_models)) if is_object(item)]
    by_ref: dict[str, ModelEntry] = {}
    for model in models:
        by_ref.setdefault(model.ref, model)
    by_ref.pop("", None)
    return DocumentContext(
        root=root,
        providers=providers,
        models=models,
        defaults=[(role, ref) for role, ref in object_property(root, "defaultModels").items() if isinstance(ref, str)],
        by_ref=by_ref,
        has_providers=isinstance(raw_providers, list),
        has_models=isinstance(raw_models, list),
        schema=schema,
    )


def is_object(value: object) -> bool:
    """Return whether a JSON value is an object."""
    return isinstance(value, dict)


def number(value: dict[str, Any], name: str) -> float | None:
    """Return a property that is a number, or None; also for an integer beyond the range of floats."""
    property_value = value.get(name)
    if isinstance(property_value, bool) or not isinstance(property_value, (int, float)):
        return None
    return property_value if abs(property_value) <= float_info.max else None


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _model(index: int, value: dict[str, Any]) -> ModelEntry:
    ref = string_property(value, "modelRef")
    raw_capabilities = value.get("capabilities")
    capabilities = (
        tuple([item for item in raw_capabilities if isinstance(item, str)])
        if isinstance(raw_capabilities, list)
        else None
    )
    return ModelEntry(index, value, ref, ref.partition("::")[0], capabilities)
