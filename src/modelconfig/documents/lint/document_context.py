"""A model configuration as the rules read it: parts of the wrong type are left out."""

from __future__ import annotations

from sys import float_info
from typing import Any, NamedTuple

from modelconfig.diagnostics.rule import object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.schema.embedded import embedded

Schema = dict[str, Any]


class ProviderEntry(NamedTuple):
    """One item of `providers`. `id` is "" where there is none."""

    position: int
    value: dict[str, Any]
    id: str

    def at(self, *names: str) -> str:
        """Return the pointer to a member of this provider."""
        return join(f"/providers/{self.position}", *names)

    @property
    def label(self) -> str:
        """How messages name the provider where the pointer alone would not help."""
        return self.id or f"provider {self.position + 1}"


class ModelEntry(NamedTuple):
    """One item of `models`. `ref` is "" where there is none; so is `provider`, its first part."""

    position: int
    value: dict[str, Any]
    ref: str
    provider: str
    capabilities: tuple[str, ...] | None

    def at(self, *names: str) -> str:
        """Return the pointer to a member of this model."""
        return join(f"/models/{self.position}", *names)

    @property
    def label(self) -> str:
        """How messages name the model where the pointer alone would not help."""
        return self.ref or f"model {self.position + 1}"


class DocumentContext(NamedTuple):
    """A whole model configuration. `has_providers` and `has_models` tell an empty list from none.

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
        found: Schema = (self.schema or embedded("model"))["$defs"]
        return found

    def properties(self, definition: str) -> tuple[str, ...]:
        """Return the names of the properties that the schema knows of a definition, in its order."""
        return tuple(self.definitions[definition]["properties"])


def document_context(value: object, schema: Schema | None = None) -> DocumentContext:
    """Return the view of any JSON value; never raises for what it holds."""
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
    """Tell whether a JSON value is an object."""
    return isinstance(value, dict)


def number(value: dict[str, Any], name: str) -> float | None:
    """Return a member that is a number, or None; an integer beyond every float cannot be reckoned with."""
    found = value.get(name)
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return None
    return found if abs(found) <= float_info.max else None


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _model(index: int, value: dict[str, Any]) -> ModelEntry:
    ref = string_property(value, "modelRef")
    raw = value.get("capabilities")
    capabilities = tuple([item for item in raw if isinstance(item, str)]) if isinstance(raw, list) else None
    return ModelEntry(index, value, ref, ref.partition("::")[0], capabilities)
