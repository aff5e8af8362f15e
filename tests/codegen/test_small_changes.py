"""A small change of the schema changes few files."""

from __future__ import annotations

import json
import shutil
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from codegen.conformance.kit import INDEX, generate_kit
from codegen.pipeline import check_schemas, emit_types
from codegen.targets.registry import compiler_exceptions
from modelconfig.diagnostics.problem import has_errors
from tests.codegen.schema.schema_cases import ROOT
from tests.packaging.new_properties import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSIONED = {
    "docs/reference/model.md",
    "generated/go/model.go",
    "generated/python/modelconfig_types/model.py",
    "generated/typescript/index.d.ts",
    INDEX,
    "schema/model.json",
}
"""The files that contain the contract version: one for each target and the sources, and the declarations."""
LIMIT = 15
IN_MORE_DOCUMENTS = {
    ("ContextWindow", "CatalogWindow"): 17,
    ("ClientSideModelConfig", "SiteClientModelConfig"): 17,
}
"""Pairs above the limit, because definitions of theirs are in the schemas of three documents."""
SCHEMAS = {path.name: json.loads(path.read_bytes()) for path in (ROOT / "schema").glob("*.json")}
OBJECTS = {
    name: file for file, schema in SCHEMAS.items() for name, node in schema["$defs"].items() if "properties" in node
}
"""Every definition with properties, and its file."""
PAIRS = [(owner, copy) for owner, copies in CHANNELS.items() for copy in copies]


def marker(name: str) -> str:
    return f"brandnew{name.lower()}end"


def files_after(folder: Path, definitions: Iterable[str], version: str) -> dict[str, str]:
    """Return the sources and all generated files after each definition got a property of its own."""
    schemas: dict[str, Any] = json.loads(json.dumps(SCHEMAS))
    for name in definitions:
        node = schemas[OBJECTS[name]]["$defs"][name]
        new = {"type": "string", "description": "New."}
        mapped = "x-source-of" in schemas[OBJECTS[name]]
        node["properties"] = {
            marker(name): {**new, **({"x-not-mapped": "Nothing."} if mapped else {})},
            **node["properties"],
        }
    schemas["model.json"]["x-version"] = version
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, schema in schemas.items():
        (folder / name).write_text(json.dumps(schema), "utf-8")
    checked, problems = check_schemas(folder)
    assert not has_errors(problems), problems
    sources = {f"schema/{name}": json.dumps(schema) for name, schema in schemas.items()}
    return sources | emit_types(checked) | generate_kit(checked.derived, compiler_exceptions())[0]


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("small") / "schema"


@pytest.fixture(scope="module")
def before(folder: Path) -> dict[str, str]:
    return files_after(folder, (), "1.0.0")


@pytest.fixture(scope="module")
def after(folder: Path) -> dict[str, str]:
    """Return all files after every definition got a property."""
    return files_after(folder, OBJECTS, "1.1.0")


@cache
def compact(text: str) -> str:
    """Return a text as lower-case letters and digits, so that a name is found in the style of any language."""
    return "".join(filter(str.isalnum, text.lower()))


def changed_by(after: dict[str, str], *definitions: str) -> set[str]:
    """Return the files outside the kit that change with the version, or contain a new property of these definitions."""
    named = {file for file, text in after.items() if any(marker(name) in compact(text) for name in definitions)}
    return {file for file in named | VERSIONED if not file.startswith("generated/conformance/")}


def test_the_version_is_in_one_file_for_each_target(folder: Path, before: dict[str, str]) -> None:
    assert changed(before, files_after(folder, (), "1.9.8")) == VERSIONED


@pytest.mark.parametrize("definitions", [("Model",), ("Model", "ModelOverride")])
def test_a_property_changes_only_files_that_have_it_or_the_version(
    folder: Path, before: dict[str, str], after: dict[str, str], definitions: tuple[str, ...]
) -> None:
    found = changed(before, files_after(folder, definitions, "1.1.0"))
    assert {file for file in found if not file.startswith("generated/conformance/")} == changed_by(after, *definitions)


def test_an_optional_property_changes_few_files(after: dict[str, str]) -> None:
    counts = {names: len(changed_by(after, *names)) for names in [*((name,) for name in OBJECTS), *PAIRS]}
    assert {names: count for names, count in counts.items() if count > LIMIT} == IN_MORE_DOCUMENTS
    assert all(any(marker(name) in text.lower() for text in after.values()) for name in OBJECTS)
