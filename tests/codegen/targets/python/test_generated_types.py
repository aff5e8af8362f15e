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

from codegen.ir.profile import Profile
from codegen.pipeline import check_schemas, emit_types
from codegen.schema.traversal import subschemas
from codegen.targets.python.generator_output import export_order, import_order
from codegen.targets.python.python_names import CLASS_METHODS, scopes, sibling
from tests.codegen.schema.schema_cases import ROOT, cases
from tests.helpers.hostile_schemas import accepted_schemas

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
def test_the_scopes_have_every_name_of_the_generated_code(folder: Path) -> None:
    modules = check_schemas(folder)[0].modules(Profile.CONSUMER)
    found = list(scopes(modules))
    files, package, *by_module = found[-len(modules) - 2 :]
    members = {(element.definition, name) for scope in found for name, element in scope.names if element.keywords}
    siblings = {sibling(module.name) for module in modules}
    for module, scope in zip(modules, by_module, strict=True):
        tree = ast.parse(generated(folder)[f"{PACKAGE}modelconfig_types/{module.name}.py"])
        own = {name for name, _ in scope.names}
        assert own <= bound(tree.body) <= own | scope.used | siblings
        assert not siblings & (own | scope.used)
        assert {name for name in loaded(tree) - bound(tree.body) if name[0].isupper()} <= scope.used
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                shared = {"__init__", "from_json", "self", "to_json", "unknown", CLASS_METHODS.get(node.name)}
                assert {(node.name, name) for name in bound(node.body) - shared} <= members
    start = ast.parse(generated(folder)[f"{PACKAGE}modelconfig_types/__init__.py"])
    exported = {name for name, _ in package.names}
    assert exported <= bound(start.body)
    names = bound(start.body) | loaded(start)
    assert {name for name in names if name[0].isupper()} <= package.used | exported
    # Each module becomes an attribute of the package, and hides what the package calls by that name.
    called = {
        node.func.id for node in ast.walk(start) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert {name for name in called | bound(start.body) if re.fullmatch("[a-z]+", name)} <= files.used


def loaded(tree: ast.Module) -> set[str]:
    """Return the names that code uses."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def bound(body: list[ast.stmt]) -> set[str]:
    """Return the names that statements bind: imports, classes, functions, attributes and constants."""
    names: set[str] = set()
    for node in body:
        match node:
            case ast.ImportFrom() | ast.Import():
                names |= {alias.asname or alias.name for alias in node.names}
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                names.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.If():
                names |= bound(node.body)
    return names


def test_all_packages_pass_mypy_strict(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    accepted = accepted_schemas(tmp_path_factory.mktemp("accepted"), 12)
    for folder in [*CASES, *accepted]:
        write_package(folder, tmp_path / folder.name.replace("-", "_"))
    for folder in accepted:
        program = "import modelconfig_types as types\n[getattr(types, name) for name in types.__all__]"
        arguments = [sys.executable, "-W", "error", "-c", program]
        subprocess.run(arguments, cwd=tmp_path / folder.name, check=True)
    arguments = ["--strict", "--no-error-summary", "--explicit-package-bases", "--cache-dir", str(tmp_path / ".cache")]
    finished = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "", *arguments, "."],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (finished.stdout, finished.stderr, finished.returncode) == ("", "", 0)


def test_generating_twice_in_one_process_gives_equal_output() -> None:
    for folder in CASES:
        assert emit_types(check_schemas(folder)[0]) == generated(folder)


def test_names_are_sorted_as_ruff_sorts_imports_and_exports() -> None:
    names = ["read_b", "PriceTier", "Prices", "Bar10", "Bar2", "PRICE", "read_a"]
    assert sorted(names, key=import_order) == ["PRICE", "Bar2", "Bar10", "Prices", "PriceTier", "read_a", "read_b"]
    assert sorted(names, key=export_order) == ["PRICE", "Bar2", "Bar10", "PriceTier", "Prices", "read_a", "read_b"]
