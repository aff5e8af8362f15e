"""`schema bump` writes the version that `schema check` requires, and `schema release` agrees with `schema check`."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from codegen.evolution.releases import FOLDER
from codegen.schema.loader import load_schemas
from tests.codegen.processes import codegen_here
from tests.codegen.schema.schema_cases import schema_folder, with_members

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Schemas = dict[str, dict[str, Any]]

TEXT = {"type": "string", "maxLength": 9, "description": "A text."}
PART = {"type": "object", "description": "A part.", "properties": {"a": TEXT, "b": TEXT}, "additionalProperties": False}
OF_MODEL = {"$ref": "model.json#/$defs/Part", "description": "A part of the other file."}


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return schemas that are frozen as version 1.0.0."""
    model = with_members(part={"$ref": "#/$defs/Part", "description": "The part."}, name=TEXT)
    model["$defs"]["Part"] = PART
    whole = {**PART, "properties": {"x": OF_MODEL}}
    site = {**model, "$id": "site.json", "$ref": "#/$defs/Site", "$defs": {"Site": whole}}
    folder = schema_folder(tmp_path_factory.mktemp("frozen") / "schema", model=model, site=site)
    assert run(folder, "release") == 0
    return folder


@pytest.fixture
def schema(frozen: Path, tmp_path: Path) -> Path:
    """Return a copy of the schemas with their release and its table of changes."""
    shutil.copytree(frozen.parent, tmp_path / "tree")
    return tmp_path / "tree" / frozen.name


def run(schema: Path, command: str) -> int:
    return codegen_here("schema", command, "--schema", schema).returncode


def edit(schema: Path, change: Callable[[Schemas], object], version: str = "") -> None:
    """Change the schemas, given as values by module, and the version of all."""
    paths = {path.stem: path for path in schema.glob("*.json")}
    values = {name: json.loads(path.read_text("utf-8")) for name, path in paths.items()}
    change(values)
    for name, value in values.items():
        value["x-version"] = version or value["x-version"]
        (schema / f"{name}.json").write_text(json.dumps(value, indent=2), "utf-8")


def properties(schemas: Schemas, definition: str = "Document") -> dict[str, Any]:
    found: dict[str, Any] = schemas["model"]["$defs"][definition]["properties"]
    return found


def reverse(node: dict[str, Any]) -> None:
    """Turn the order of an object's names round."""
    turned = dict(reversed(node.items()))
    node.clear()
    node.update(turned)


def add_file(schemas: Schemas) -> None:
    node = {**PART, "properties": {"c": TEXT}}
    schemas["other"] = {**schemas["site"], "$id": "other.json", "$ref": "#/$defs/Other", "$defs": {"Other": node}}


def nothing(_: Schemas) -> None:
    """Change nothing."""


EDITS: dict[str, tuple[Callable[[Schemas], object], str]] = {
    "nothing": (nothing, "1.0.0"),
    "description": (lambda schemas: schemas["site"].update(description="Other."), "1.0.1"),
    "properties-reordered": (lambda schemas: reverse(properties(schemas)), "1.0.1"),
    "properties-of-a-part-reordered": (lambda schemas: reverse(properties(schemas, "Part")), "1.0.1"),
    "definitions-reordered": (lambda schemas: reverse(schemas["model"]["$defs"]), "1.0.1"),
    "keywords-reordered": (lambda schemas: reverse(properties(schemas)["name"]), "1.0.1"),
    "property-added": (lambda schemas: properties(schemas).update(more=TEXT), "1.1.0"),
    "file-added": (add_file, "1.1.0"),
    "limit-lowered": (lambda schemas: properties(schemas)["name"].update(maxLength=8), "2.0.0"),
}
"""Changes of the schemas, and the version that each requires after 1.0.0."""


@pytest.mark.parametrize("name", EDITS)
def test_release_agrees_with_check(schema: Path, name: str) -> None:
    change, _ = EDITS[name]
    edit(schema, change)
    shutil.copytree(schema / FOLDER, schema.parent / "backup")
    for version in ("0.9.0", "1.0.0", "1.0.1", "1.1.0", "2.0.0"):
        edit(schema, nothing, version)
        before = contents(schema)
        checked = run(schema, "check")
        released = codegen_here("schema", "release", "--schema", schema)
        assert released.returncode == checked, version
        if checked:
            assert f"schema: error[MC173] {version} cannot be released: " in released.stdout
            assert contents(schema) == before
        else:
            assert run(schema, "check") == run(schema, "release") == 0
            shutil.rmtree(schema / FOLDER)
            shutil.copytree(schema.parent / "backup", schema / FOLDER)


@pytest.mark.parametrize("name", EDITS)
def test_bump_writes_the_version_that_check_requires(schema: Path, name: str) -> None:
    change, version = EDITS[name]
    edit(schema, change)
    before = contents(schema)
    finished = codegen_here("schema", "bump", "--schema", schema)
    assert (finished.returncode, finished.stdout) == (0, "")
    assert f"version {version}: " in finished.stderr
    changed = {path for path, data in contents(schema).items() if data != before[path]}
    assert changed == (set() if version == "1.0.0" else set(schema.glob("*.json")))
    for path in changed:
        assert path.read_text("utf-8") == before[path].decode().replace('n": "1.0.0"', f'n": "{version}"')
    assert "set `x-version`" not in codegen_here("schema", "check", "--schema", schema).stdout


def test_bump_makes_the_versions_equal_and_lowers_one_that_is_too_high(schema: Path) -> None:
    edit(schema, EDITS["property-added"][0])
    path = schema / "site.json"
    path.write_text(path.read_text("utf-8").replace('"x-version": "1.0.0"', '"x-version" :\t"3.10.0"'), "utf-8")
    assert run(schema, "check") == 1
    assert run(schema, "bump") == 0
    assert {file.schema["x-version"] for file in load_schemas(schema)[0].files.values()} == {"1.1.0"}
    assert '"x-version" :\t"1.1.0"' in path.read_text("utf-8")


def test_bump_reports_what_prevents_a_comparison(schema: Path) -> None:
    edit(schema, nothing, "1.0")
    finished = codegen_here("schema", "bump", "--schema", schema)
    assert finished.returncode == 1
    assert '"1.0" is not a valid "x-version"' in finished.stdout
    edit(schema, nothing, "1.0.0")
    exceptions = schema / FOLDER / "exceptions.json"
    exceptions.write_text("{", "utf-8")
    assert run(schema, "bump") == run(schema, "check") == run(schema, "release") == 1
    shutil.rmtree(schema / FOLDER)
    finished = codegen_here("schema", "bump", "--schema", schema)
    assert finished.returncode == 2
    assert "no release exists" in finished.stdout


def test_an_invalid_exception_prevents_a_release(schema: Path) -> None:
    entry = {"since": "1.0.0", "rule": "default-added", "place": "model.json#/$defs/Part", "verdict": "compatible"}
    text = json.dumps({"exceptions": [{**entry, "reason": "Every reader has always done so."}]})
    (schema / FOLDER / "exceptions.json").write_text(text, "utf-8")
    edit(schema, EDITS["property-added"][0], "1.1.0")
    assert run(schema, "check") == run(schema, "release") == 1
    assert not (schema / FOLDER / "1.1.0").exists()


def test_releases_contain_the_order_of_properties(schema: Path) -> None:
    edit(schema, EDITS["properties-reordered"][0])
    assert (
        "note[properties-reordered] Document: lists its properties in another order"
        in codegen_here("schema", "check", "--schema", schema).stdout
    )
    assert run(schema, "bump") == run(schema, "release") == run(schema, "check") == 0
    assert run(schema, "lint") == 0


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
