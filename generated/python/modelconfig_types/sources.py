# Do not edit: generated from schema/ by `python3 dev.py -s codegen`.
"""Sources of a model configuration. Where the values of a model configuration come from, and when they were
checked: `models.sources.json`, which is published beside `models.json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Self, final

from . import catalog as _catalog
from . import model as _model
from ._support import (
    FrozenMap,
    JsonObject,
    ShapeError,
    assign,
    draft_class,
    mismatch,
    missing,
    read_array,
    read_map,
    read_string,
    read_unknown,
    write_unknown,
)


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SourcedProvider(JsonObject):
    """What is accepted for all models of one provider.

    Attributes:
        id: The provider's id.
        exceptions: What is accepted, with the reason. No two items have the same `code`.
    """

    id: _catalog.CatalogProviderID
    """The provider's id."""

    exceptions: tuple[_catalog.CatalogException, ...]
    """What is accepted, with the reason. No two items have the same `code`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        id: _catalog.CatalogProviderID,
        exceptions: tuple[_catalog.CatalogException, ...],
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            id,
            exceptions,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_sourced_provider(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["id"] = self.id
        properties["exceptions"] = [item.to_json() for item in self.exceptions]
        return write_unknown(properties, self.unknown)


_SOURCED_PROVIDER_DRAFT: Final = draft_class(SourcedProvider)


def _read_sourced_provider(value: Any) -> Any:
    """Return the SourcedProvider for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SOURCED_PROVIDER_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "id"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.id = item
        name = "exceptions"
        item = value[name]
        item = () if item is None else read_array(item, _catalog.CatalogException.from_json)
        draft.exceptions = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("id", "exceptions",))
    draft.__class__ = SourcedProvider
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class SourcedModel(JsonObject):
    """What the catalogue records about one model beside its properties in the model configuration.

    Attributes:
        model_ref: The reference of the model.
        lifecycle: The days of the model's life. What is unknown is absent.
        limits: The technical limits of the model, which its budgets do not exceed.
        cost: The prices with their conditions. The model configuration has those of short prompts on the
            day of its revision.
        checked: The day on which the other values (names, capabilities, budgets, status) were last
            compared with each source. Also that of a group of values without `checked`.
        exceptions: What is accepted for this model, with the reason. No two items have the same `code`.
    """

    model_ref: _model.ModelRef
    """The reference of the model."""

    lifecycle: _catalog.CatalogLifecycle | None = None
    """The days of the model's life. What is unknown is absent."""

    limits: _catalog.CatalogLimits | None = None
    """The technical limits of the model, which its budgets do not exceed."""

    cost: _catalog.CatalogCost | None = None
    """The prices with their conditions. The model configuration has those of short prompts on the day of its
    revision.
    """

    checked: _catalog.CatalogChecks
    """The day on which the other values (names, capabilities, budgets, status) were last compared with each
    source. Also that of a group of values without `checked`.
    """

    exceptions: tuple[_catalog.CatalogException, ...] | None = None
    """What is accepted for this model, with the reason. No two items have the same `code`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        model_ref: _model.ModelRef,
        lifecycle: _catalog.CatalogLifecycle | None = None,
        limits: _catalog.CatalogLimits | None = None,
        cost: _catalog.CatalogCost | None = None,
        checked: _catalog.CatalogChecks,
        exceptions: tuple[_catalog.CatalogException, ...] | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            model_ref,
            lifecycle,
            limits,
            cost,
            checked,
            exceptions,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_sourced_model(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["modelRef"] = self.model_ref
        if self.lifecycle is not None:
            properties["lifecycle"] = self.lifecycle.to_json()
        if self.limits is not None:
            properties["limits"] = self.limits.to_json()
        if self.cost is not None:
            properties["cost"] = self.cost.to_json()
        properties["checked"] = dict(self.checked)
        if self.exceptions is not None:
            properties["exceptions"] = [item.to_json() for item in self.exceptions]
        return write_unknown(properties, self.unknown)


_SOURCED_MODEL_DRAFT: Final = draft_class(SourcedModel)


def _read_sourced_model(value: Any) -> Any:
    """Return the SourcedModel for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _SOURCED_MODEL_DRAFT()
    known = 2
    name = ""
    item: Any
    try:
        name = "modelRef"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.model_ref = item
        name = "lifecycle"
        if name in value:
            known += 1
            item = value[name]
            item = _catalog.CatalogLifecycle.from_json(item)
            draft.lifecycle = item
        else:
            draft.lifecycle = None
        name = "limits"
        if name in value:
            known += 1
            item = value[name]
            item = _catalog.CatalogLimits.from_json(item)
            draft.limits = item
        else:
            draft.limits = None
        name = "cost"
        if name in value:
            known += 1
            item = value[name]
            item = _catalog.CatalogCost.from_json(item)
            draft.cost = item
        else:
            draft.cost = None
        name = "checked"
        item = value[name]
        item = read_map(item, read_string)
        draft.checked = item
        name = "exceptions"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _catalog.CatalogException.from_json)
            draft.exceptions = item
        else:
            draft.exceptions = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("modelRef", "lifecycle", "limits", "cost", "checked", "exceptions",))
    draft.__class__ = SourcedModel
    return draft


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class ModelSources(JsonObject):
    """The sources and the days of checks of one revision of the model configuration.

    Attributes:
        revision: The revision of the model configuration that the values belong to. At least 1 character.
        sources: The sources, by the short name that `checked` and `recorded` use.
        exceptions: What is accepted for all models. No two items have the same `code`.
        providers: The providers for whose models something is accepted. No two items have the same `id`.
        models: The models, in the order of the model configuration. No two items have the same
            `modelRef`.
    """

    revision: str
    """The revision of the model configuration that the values belong to. At least 1 character."""

    sources: FrozenMap[_catalog.CatalogSource]
    """The sources, by the short name that `checked` and `recorded` use."""

    exceptions: tuple[_catalog.CatalogException, ...] | None = None
    """What is accepted for all models. No two items have the same `code`."""

    providers: tuple[SourcedProvider, ...] | None = None
    """The providers for whose models something is accepted. No two items have the same `id`."""

    models: tuple[SourcedModel, ...]
    """The models, in the order of the model configuration. No two items have the same `modelRef`."""

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        revision: str,
        sources: FrozenMap[_catalog.CatalogSource],
        exceptions: tuple[_catalog.CatalogException, ...] | None = None,
        providers: tuple[SourcedProvider, ...] | None = None,
        models: tuple[SourcedModel, ...],
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            revision,
            sources,
            exceptions,
            providers,
            models,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_model_sources(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        properties["revision"] = self.revision
        properties["sources"] = {name: item.to_json() for name, item in self.sources.items()}
        if self.exceptions is not None:
            properties["exceptions"] = [item.to_json() for item in self.exceptions]
        if self.providers is not None:
            properties["providers"] = [item.to_json() for item in self.providers]
        properties["models"] = [item.to_json() for item in self.models]
        return write_unknown(properties, self.unknown)


_MODEL_SOURCES_DRAFT: Final = draft_class(ModelSources)


def _read_model_sources(value: Any) -> Any:
    """Return the ModelSources for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _MODEL_SOURCES_DRAFT()
    known = 3
    name = ""
    item: Any
    try:
        name = "revision"
        item = value[name]
        if item.__class__ is not str:
            item = read_string(item)
        draft.revision = item
        name = "sources"
        item = value[name]
        item = read_map(item, _catalog.CatalogSource.from_json)
        draft.sources = item
        name = "exceptions"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _catalog.CatalogException.from_json)
            draft.exceptions = item
        else:
            draft.exceptions = None
        name = "providers"
        if name in value:
            known += 1
            item = value[name]
            item = read_array(item, _read_sourced_provider)
            draft.providers = item
        else:
            draft.providers = None
        name = "models"
        item = value[name]
        item = () if item is None else read_array(item, _read_sourced_model)
        draft.models = item
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("revision", "sources", "exceptions", "providers", "models",))
    draft.__class__ = ModelSources
    return draft
