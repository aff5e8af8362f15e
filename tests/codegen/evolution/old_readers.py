"""The readers of a release: its schemas in two validators, and its generated Python types."""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

import jsonschema
import jsonschema_rs

from codegen.evolution.releases import SOURCES, Release, releases
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import load_schemas
from tests.codegen.schema.schema_cases import ROOT

RELEASES = releases(ROOT / "schema")
FIXTURE = next(release for release in RELEASES if release.version == "1.0.1").path / SOURCES
"""The sources of a release that tests change: those of this tree change with every version."""
TODAY = ROOT / "generated" / "schema"


def today(name: str) -> dict[str, Any]:
    """Return one of today's derived schemas."""
    schema: dict[str, Any] = json.loads((TODAY / f"{name}.json").read_text("utf-8"))
    return schema


@dataclass(frozen=True)
class OldReader:
    """The readers of a frozen release."""

    release: Release

    def schema(self, name: str) -> dict[str, Any]:
        """Return a schema of the release."""
        schema: dict[str, Any] = json.loads((self.release.path / "schema" / f"{name}.json").read_text("utf-8"))
        return schema

    @cached_property
    def written(self) -> DerivedSchemas:
        """Return the schemas of documents that producers and people wrote, derived from the sources of the release."""
        return DerivedSchemas(load_schemas(self.release.path / SOURCES)[0])

    @cached_property
    def types(self) -> ModuleType:
        """Return the Python types of `model`, in a package with a unique name."""
        name = f"types_of_{self.release.version.replace('.', '_')}"
        package = ModuleType(name)
        package.__path__ = [str(self.release.path / "python" / "modelconfig_types")]
        sys.modules.setdefault(name, package)
        return importlib.import_module(f"{name}.model")


class Validators:
    """Two validators of one schema, which must agree."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._reference = jsonschema.Draft202012Validator(schema)
        self._fast = jsonschema_rs.Draft202012Validator(schema)

    def faults(self, document: Any) -> list[str]:
        """Return the errors of each validator."""
        found = [f"jsonschema: {one.json_path}: {one.message}" for one in self._reference.iter_errors(document)]
        found += [f"jsonschema-rs: {one.instance_path}: {one.message}" for one in self._fast.iter_errors(document)]
        return found
