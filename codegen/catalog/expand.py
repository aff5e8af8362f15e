"""Expand the catalogue's files into a model configuration, and map its locations back to the files."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple

from codegen.catalog.catalog_loader import Catalog, CatalogFile
from codegen.catalog.catalog_schema import CatalogNames, in_schema_order
from codegen.catalog.prices import prices_on, wire_cost
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Location, Problem, map_locations
from modelconfig.jsontext.pointers import join

SCHEMA_VERSION: Final = "1.0"
NO_REPLACEMENT: Final = "none"
"""The replacement of a model that has none; an absent one is unknown."""


class Expansion(NamedTuple):
    """A document, and the file and pointer of origin of its parts, by pointer in the document."""

    document: dict[str, Any]
    origins: dict[str, tuple[CatalogFile, str]]

    def locate_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Convert problems of the document into problems of the files, with line and column."""
        return [map_locations(problem, self._location_in_file) for problem in problems]

    def _location_in_file(self, location: Location) -> dict[str, Any]:
        """Return the fields of the location in the file that a part of the document or its parent comes from."""
        parent, suffix = location.pointer, ""
        while parent not in self.origins:
            parent, _, token = parent.rpartition("/")
            suffix = f"/{token}{suffix}"
        file, source_pointer = self.origins[parent]
        pointer = source_pointer + suffix
        return {"file": file.name, "pointer": pointer, **file.document.position(pointer, at_key=location.at_key)}


def expand(catalog: Catalog, main: CatalogFile, model_schema: Schema, provider_schema: Schema, day: date) -> Expansion:
    """Build the document of a catalogue with the prices of a day.

    Its files must be valid and satisfy the catalogue's rules.
    """
    names = CatalogNames.of(provider_schema, model_schema)
    origins = {"": (main, "")}
    providers: list[dict[str, Any]] = []
    models: list[dict[str, Any]] = []
    for file in catalog.ordered:
        origins[f"/providers/{len(providers)}"] = (file, "")
        providers.append({name: file.content[name] for name in names.provider if name in file.content})
        windows = catalog.shared("windows") | file.content.get("windows", {})
        for index, source in file.models:
            origins |= {
                f"/models/{len(models)}{suffix}": (file, join("/models", index) + origin)
                for suffix, origin in _origins(source, names).items()
            }
            models.append(_model(file.content, source, windows, names, day))
    document = {name: main.content[name] for name in names.document if name in main.content}
    document |= {"schemaVersion": SCHEMA_VERSION, "providers": providers, "models": models}
    return Expansion(in_schema_order(document, model_schema, model_schema["$defs"]), origins)


def _model(
    provider: dict[str, Any], source: dict[str, Any], windows: dict[str, Any], names: CatalogNames, day: date
) -> dict[str, Any]:
    """Return the model of the document for a model of a provider's file, with the prices of a day."""
    version = source.get("apiVersion", provider["apiVersions"][0])
    window = windows[source["window"]] if "window" in source else source["contextWindow"]
    tiers = {tier: {"contextWindow": _renamed(window[tier], names.window)} for tier in names.tiers if tier in window}
    model: dict[str, Any] = {name: source[name] for name in names.model if name in source}
    model |= {
        "modelRef": f"{provider['id']}::{version}::{source['id']}",
        "modelName": source.get("modelName", source["id"]),
        "capabilities": sorted(source["capabilities"], key=names.capabilities.index),
        "contextWindow": _renamed(window["base"], names.window),
    }
    if tiers:
        model["modelConfigAllTiers"] = tiers
    if "cost" in source:
        model["estimatedModelCost"] = _renamed(wire_cost(prices_on(source["cost"], day)), names.cost)
    lifecycle = source.get("lifecycle", {})
    return model | {
        new: lifecycle[old]
        for old, new in names.lifecycle.items()
        if lifecycle.get(old, NO_REPLACEMENT) != NO_REPLACEMENT
    }


def _origins(source: dict[str, Any], names: CatalogNames) -> dict[str, str]:
    """Return pointers in the file's model by pointers in the document's, where the two differ."""
    window = "/window" if "window" in source else "/contextWindow"
    origins = {
        "": "",
        "/modelRef": "/id",
        "/modelName": "/modelName" if "modelName" in source else "/id",
        "/estimatedModelCost": "/cost",
        "/modelConfigAllTiers": window,
    }
    origins |= {f"/estimatedModelCost/{new}": f"/cost/{old}" for old, new in names.cost.items()}
    origins |= {f"/{new}": f"/lifecycle/{old}" for old, new in names.lifecycle.items()}
    for tier in ("base", *names.tiers):
        part = "/contextWindow" if tier == "base" else f"/modelConfigAllTiers/{tier}/contextWindow"
        # Where the model only has the window's name, every problem of the window is reported there.
        is_named = "window" in source
        origins[part] = window if is_named else f"{window}/{tier}"
        origins |= {
            f"{part}/{new}": window if is_named else f"{window}/{tier}/{old}" for old, new in names.window.items()
        }
    return origins


def _renamed(value: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {new: value[old] for old, new in names.items() if old in value}
