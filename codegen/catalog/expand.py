"""Expand the catalogue's files into a model configuration, and map its locations back to the files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Final

from codegen.catalog.catalog_loader import Catalog, CatalogFile
from codegen.catalog.catalog_names import CatalogNames
from codegen.catalog.catalog_rules import defined_names
from codegen.catalog.ordering import in_schema_order, listed_values
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem, in_file
from modelconfig.jsontext.pointers import join
from modelconfig.jsontext.positions import offset_positions
from modelconfig.schema.properties import names_of

SCHEMA_VERSION: Final = "1.0"
_DOCUMENT_POINTER: Final = re.compile(r"/(?:models|providers)/[0-9]+(?:/[A-Za-z0-9]+)*")


@dataclass(slots=True)
class Expansion:
    """A document, and the file and pointer of origin of its parts, by pointer in the document."""

    document: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, tuple[CatalogFile, str]] = field(default_factory=dict)

    def origin(self, pointer: str) -> tuple[CatalogFile, str]:
        """Return file and pointer of origin of a part of the document or of its nearest known parent."""
        parent, suffix = pointer, ""
        while parent not in self.origins:
            parent, _, token = parent.rpartition("/")
            suffix = f"/{token}{suffix}"
        file, source_pointer = self.origins[parent]
        return file, source_pointer + suffix

    def locate_problems_in_files(self, problems: list[Problem]) -> list[Problem]:
        """Convert problems of the document into problems of the files, with line and column."""
        return [self._located(problem) for problem in problems]

    def _located(self, problem: Problem) -> Problem:
        file, pointer = self.origin(problem.pointer)
        moved_problem = replace(
            problem,
            pointer=pointer,
            message=self._with_file_locations(problem.message),
            hint=self._with_file_locations(problem.hint),
        )
        return in_file(file.document.locate_problems([moved_problem]), file.name)[0]

    def _with_file_locations(self, text: str) -> str:
        """Replace pointers into the document by locations in the files."""
        return _DOCUMENT_POINTER.sub(lambda match: self._location(match[0]), text)

    def _location(self, pointer: str) -> str:
        if not any(
            pointer == origin_pointer or pointer.startswith(origin_pointer + "/")
            for origin_pointer in self.origins
            if origin_pointer
        ):
            return pointer
        file, source_pointer = self.origin(pointer)
        line, _ = offset_positions(file.document.text, [file.document.find(source_pointer)[0].start])[0]
        return f"{file.path.name}:{line}"


def expand(catalog: Catalog, main: CatalogFile, model_schema: Schema, provider_schema: Schema) -> Expansion:
    """Build the document of a catalogue. Its files must be valid and satisfy the catalogue's rules."""
    result = Expansion()
    result.origins[""] = (main, "")
    names = CatalogNames.of(provider_schema, model_schema)
    capabilities = listed_values(model_schema, "Capability")
    providers: list[dict[str, Any]] = []
    models: list[dict[str, Any]] = []
    for file in catalog.ordered:
        result.origins[f"/providers/{len(providers)}"] = (file, "")
        providers.append({name: file.content[name] for name in names.provider if name in file.content})
        windows = defined_names(catalog, file, "windows").all
        for index, source in enumerate(file.content["models"]):
            model = _Model(file, join("/models", index), source, windows, capabilities, names)
            models.append(model.expanded(f"/models/{len(models)}", result))
    document = {
        name: main.content[name] for name in names_of(model_schema, "ModelConfiguration") if name in main.content
    }
    document |= {"schemaVersion": SCHEMA_VERSION, "providers": providers, "models": models}
    result.document = in_schema_order(document, model_schema)
    return result


@dataclass(frozen=True, slots=True)
class _Model:
    """A model of a file, at `pointer`, with the data needed to expand it."""

    file: CatalogFile
    pointer: str
    source: dict[str, Any]
    windows: dict[str, Any]
    capabilities: list[str]
    names: CatalogNames

    def expanded(self, target: str, result: Expansion) -> dict[str, Any]:
        """Return the model of the document; record the origin of its properties in `result`."""
        source = self.source
        version = source.get("apiVersion", self.file.content["apiVersions"][0])
        ordered_capabilities = sorted(source["capabilities"], key=self.capabilities.index)
        model: dict[str, Any] = {name: source[name] for name in self.names.model if name in source}
        model |= {
            "modelRef": f"{self.file.content['id']}::{version}::{source['id']}",
            "modelName": source.get("modelName", source["id"]),
            "capabilities": ordered_capabilities,
        }
        model.update(self._window())
        if "cost" in source:
            model["estimatedModelCost"] = _renamed(source["cost"], self.names.cost)
        for suffix, origin in self._origins(ordered_capabilities).items():
            result.origins[target + suffix] = (self.file, self.pointer + origin)
        return model

    def _window(self) -> dict[str, Any]:
        window = self.windows[self.source["window"]] if "window" in self.source else self.source["contextWindow"]
        windows: dict[str, Any] = {"contextWindow": _renamed(window["base"], self.names.window)}
        tiers = {
            tier: {"contextWindow": _renamed(window[tier], self.names.window)}
            for tier in self.names.tiers
            if tier in window
        }
        if tiers:
            windows["modelConfigAllTiers"] = tiers
        return windows

    def _origins(self, capabilities: list[str]) -> dict[str, str]:
        """Return pointers in the file's model by pointers in the document's, where the two differ."""
        origins = {
            "": "",
            "/modelRef": "/id",
            "/modelName": "/modelName" if "modelName" in self.source else "/id",
            "/estimatedModelCost": "/cost",
        }
        origins |= {f"/estimatedModelCost/{new}": f"/cost/{old}" for old, new in self.names.cost.items()}
        written_order: list[str] = self.source["capabilities"]
        origins |= {
            f"/capabilities/{index}": f"/capabilities/{written_order.index(name)}"
            for index, name in enumerate(capabilities)
        }
        for tier in ("base", *self.names.tiers):
            part = "/contextWindow" if tier == "base" else f"/modelConfigAllTiers/{tier}/contextWindow"
            if "window" in self.source:
                # The model only has the window's name, so every problem of the window is reported there.
                suffixes = ("", *(f"/{new}" for new in self.names.window.values()))
                origins |= {part + new: "/window" for new in suffixes}
            else:
                origins[part] = f"/contextWindow/{tier}"
                origins |= {f"{part}/{new}": f"/contextWindow/{tier}/{old}" for old, new in self.names.window.items()}
        origins["/modelConfigAllTiers"] = "/window" if "window" in self.source else "/contextWindow"
        return origins


def _renamed(value: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {new: value[old] for old, new in names.items() if old in value}
