"""The readers of a release as they were: its schemas in two validators, and its generated Python types."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs

from codegen.evolution.releases import Release, releases
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from types import ModuleType

RELEASES = releases(ROOT / "schema")
TODAY = ROOT / "generated" / "schema"


def today(name: str) -> dict[str, Any]:
    """Return one of today's derived schemas."""
    schema: dict[str, Any] = json.loads((TODAY / f"{name}.json").read_text("utf-8"))
    return schema


@dataclass(frozen=True)
class OldReader:
    """A frozen release that is put to use."""

    release: Release

    def schema(self, name: str) -> dict[str, Any]:
        """Return one of its derived schemas."""
        schema: dict[str, Any] = json.loads((self.release.path / "schema" / f"{name}.json").read_text("utf-8"))
        return schema

    @cached_property
    def types(self) -> ModuleType:
        """Its package of Python types, under a name of its own."""
        name = f"types_of_{self.release.version.replace('.', '_')}"
        if name in sys.modules:
            return sys.modules[name]
        folder = self.release.path / "python" / "modelconfig_types"
        spec = importlib.util.spec_from_file_location(
            name, folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        assert spec is not None
        assert spec.loader is not None
        package = importlib.util.module_from_spec(spec)
        sys.modules[name] = package
        spec.loader.exec_module(package)
        return package


class Validators:
    """Two validators of one schema, which must agree."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._reference = jsonschema.Draft202012Validator(schema)
        self._fast = jsonschema_rs.Draft202012Validator(schema)

    def faults(self, document: Any) -> list[str]:
        """Return what each validator refuses."""
        found = [f"jsonschema: {one.json_path}: {one.message}" for one in self._reference.iter_errors(document)]
        found += [f"jsonschema-rs: {one.instance_path}: {one.message}" for one in self._fast.iter_errors(document)]
        return found
