"""Every valid form of schema becomes Python that imports, type-checks strictly, and reads and writes documents."""

from __future__ import annotations

import ast
import functools
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.pipeline import check_schemas, emit_types
from codegen.schema.traversal import subschemas
from codegen.targets.python.generated_names import module_name
from codegen.targets.python.target import TARGET
from tests.codegen.schema.schema_cases import ROOT, cases

PACKAGE = "generated/python/"
CASES = cases("valid")
TRIAL = Path(__file__).parents[1] / "trial.py"


@functools.cache
def generated(folder: Path) -> dict[str, str]:
    schemas, problems = check_schemas(folder)
    assert not problems
    return emit_types(schemas)


def write_package(folder: Path, parent: Path) -> None:
    for name, text in generated(folder).items():
        if name.startswith(PACKAGE):
            path = parent / name.removeprefix(PACKAGE)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


@functools.cache
def checked_texts(folder: Path, parent: Path) -> dict[str, Any]:
    """Return the texts that the trial of a case prints; a wrong package fails the test."""
    write_package(folder, parent)
    arguments = [sys.executable, "-I", "-W", "error", str(TRIAL), str(parent), str(folder / "documents")]
    finished = subprocess.run(arguments, capture_output=True, encoding="utf-8", check=False)
    assert finished.returncode == 0, finished.stderr
    found: dict[str, Any] = json.loads(finished.stdout)
    return found


def plain(text: str) -> str:
    """Return a text without the line breaks and spaces that wrapping may change."""
    return re.sub(r"[ \t\n\r\v\f]+", " ", text).strip()


def descriptions(folder: Path) -> list[str]:
    """Return every description that the package must have: of definitions, properties and enumeration values."""
    schemas = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    places = [(place, node) for schema in schemas for place, node in subschemas(schema)]
    member_or_value = re.compile(r"/\$defs/[^/]+(/properties/[^/]+|/oneOf/\d+)?|")
    return [
        node["description"]
        for place, node in places
        if member_or_value.fullmatch(place) and "$ref" not in node.get("oneOf", [{}])[0] and "description" in node
        if "x-client-copy-of" not in node
    ]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_package_works_with_unchanged_descriptions(folder: Path, tmp_path: Path) -> None:
    found = checked_texts(folder, tmp_path)
    everything = "\0".join(plain(text) for text in found["texts"])
    missing = [text for text in descriptions(folder) if plain(text) not in everything]
    assert missing == []


def test_descriptions_are_in_the_documentation_of_their_class(tmp_path: Path) -> None:
    (folder,) = (folder for folder in CASES if folder.name == "texts")
    classes = checked_texts(folder, tmp_path)["classes"]
    definitions = json.loads((folder / "model.json").read_text("utf-8"))["$defs"]
    for name in ("Document", "Variant", "Quotes", "Slash", "Choice", "Open"):
        assert plain(definitions[name]["description"]) in plain(classes[name]), name
        for member in definitions[name].get("properties", {}).values():
            assert " ".join(member["description"].split()) in plain(classes[name])


@pytest.mark.parametrize("folder", [ROOT / "schema", *CASES], ids=lambda folder: folder.name)
def test_the_names_that_generated_code_uses_are_reserved(folder: Path) -> None:
    schemas = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    definitions = {name for schema in schemas for name in schema["$defs"]}
    nodes = [node for schema in schemas for _, node in subschemas(schema)]
    properties = {name.lower() for node in nodes for name in node.get("properties", {})}
    properties |= {path.stem for path in folder.glob("*.json")}
    for path, text in generated(folder).items():
        if path.startswith(PACKAGE) and path.endswith(".py") and not Path(path).stem.startswith("_"):
            names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
            types = {name for name in names if re.fullmatch("[A-Z]+[a-z]\\w*", name)}
            assert types - definitions <= TARGET.reserved_definitions, path
            possible_modules = {name for name in names - properties if re.fullmatch("[a-z]+", name)}
            assert [name for name in possible_modules if not list(module_name({}, name))] == [], path


def test_all_packages_pass_mypy_strict(tmp_path: Path) -> None:
    for folder in CASES:
        write_package(folder, tmp_path / folder.name.replace("-", "_"))
    arguments = ["--strict", "--no-error-summary", "--explicit-package-bases", "--cache-dir", str(tmp_path / ".cache")]
    finished = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "", *arguments, "."],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (finished.stdout, finished.stderr, finished.returncode) == ("", "", 0)


def test_generating_twice_in_one_process_gives_equal_output() -> None:
    for folder in CASES:
        assert emit_types(check_schemas(folder)[0]) == generated(folder)
