"""A small change of the schema changes few generated files."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from codegen.conformance.kit import INDEX, generate_kit
from codegen.pipeline import check_schemas, emit_types
from codegen.targets.registry import compiler_exceptions
from modelconfig.diagnostics.problem import has_errors
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VERSIONED = {
    "docs/reference/model.md",
    "generated/go/model.go",
    "generated/python/modelconfig_types/model.py",
    "generated/typescript/index.d.ts",
    "generated/typescript/package.json",
    INDEX,
}
"""The files that contain the contract version: one for each target, and the declarations, which are copied alone."""
Schemas = dict[str, dict[str, Any]]


def generated(folder: Path) -> dict[str, str]:
    schemas, problems = check_schemas(folder)
    assert not has_errors(problems), problems
    return emit_types(schemas) | generate_kit(schemas.derived, compiler_exceptions())[0]


def changed_files(tmp_path: Path, change: Callable[[Schemas], None]) -> set[str]:
    """Return the files that a change of the live schemas changes, sources included."""
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copytree(ROOT / "schema", old, ignore=shutil.ignore_patterns("released"))
    schemas: Schemas = {path.name: json.loads(path.read_bytes()) for path in old.glob("*.json")}
    for schema in schemas.values():
        schema["x-version"] = "1.0.0"
    write(old, schemas)
    change(schemas)
    write(new, schemas)
    before, after = generated(old), generated(new)
    sources = [path.name for path in new.glob("*.json")]
    edited = {f"schema/{name}" for name in sources if (new / name).read_bytes() != (old / name).read_bytes()}
    return edited | {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def write(folder: Path, schemas: Schemas) -> None:
    folder.mkdir(exist_ok=True)
    for name, schema in schemas.items():
        (folder / name).write_text(json.dumps(schema), "utf-8")


def set_version(schemas: Schemas, version: str) -> None:
    for schema in schemas.values():
        schema["x-version"] = version


def test_the_version_is_in_one_file_for_each_target(tmp_path: Path) -> None:
    files = changed_files(tmp_path, lambda schemas: set_version(schemas, "1.9.8"))
    assert {name for name in files if not name.startswith("schema/")} == VERSIONED


@pytest.mark.parametrize("definition", ["Model", "Provider"])
def test_an_optional_property_changes_few_files(tmp_path: Path, definition: str) -> None:
    def add(schemas: Schemas) -> None:
        node = schemas["model.json"]["$defs"][definition]
        node["properties"] = {"brandNew": {"type": "string", "description": "New."}, **node["properties"]}
        set_version(schemas, "1.1.0")

    files = {name for name in changed_files(tmp_path, add) if not name.startswith("generated/conformance/")}
    assert "schema/model.json" in files
    assert len(files) <= 15, sorted(files)
