"""The TypeScript emitter: its output for each form, and no text of a schema that becomes code."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from codegen.ir import model as ir
from codegen.pipeline import check_schemas
from codegen.targets.typescript import emitter
from tests.codegen.schema.schema_cases import schema_folder, with_members
from tests.codegen.targets.typescript.golden import CASES, client_view

SCHEMAS = Path(__file__).parents[4] / "schema"
_EXPORT = re.compile(r"^export (?:interface|type) (\w+)", re.MULTILINE)


def declarations(module: ir.Module) -> str:
    return emitter.emit([module])["generated/typescript/index.d.ts"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden(case: Path, tmp_path: Path) -> None:
    actual = tmp_path / "index.d.ts"
    actual.write_text(declarations(client_view(case)), encoding="utf-8")
    expected = case / "index.d.ts"
    assert expected.read_text(encoding="utf-8") == actual.read_text(encoding="utf-8"), (
        f"to accept: cp {actual} {expected}"
    )


def test_the_package_is_four_files_and_the_catalogue() -> None:
    files = emitter.emit([client_view(SCHEMAS)])
    names = ["README.md", "index.d.ts", "models.json.d.ts", "package.json"]
    assert list(files) == [f"generated/typescript/{name}" for name in names]
    assert all(text.endswith("\n") for text in files.values())


def test_every_file_with_comments_is_marked_as_generated() -> None:
    module = client_view(SCHEMAS)
    for name, text in emitter.emit([module]).items():
        first, second = text.splitlines()[:2]
        marked = all(words in first for words in ("Do not edit", "python3 dev.py -s codegen"))
        assert marked == (not name.endswith("package.json")), name
        versioned = all(words in second for words in (module.version, module.digest))
        assert versioned == name.endswith("/index.d.ts"), name


def test_the_manifest_has_the_version_of_the_project() -> None:
    project = tomllib.loads((SCHEMAS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    manifest = json.loads(emitter.emit([client_view(SCHEMAS)])["generated/typescript/package.json"])
    assert (manifest["name"], manifest["version"]) == (project["name"], project["version"])


def test_the_manifest_describes_the_package() -> None:
    manifest = json.loads(emitter.emit([client_view(SCHEMAS)])["generated/typescript/package.json"])
    folder = manifest["repository"]["directory"]
    assert (SCHEMAS.parent / folder / "package.json").exists()
    assert manifest["homepage"].endswith(f"/{folder}#readme")
    assert manifest["repository"]["url"].startswith("git+https://")
    assert manifest["license"] in (SCHEMAS.parent / folder / "index.d.ts").read_text("utf-8")
    assert manifest["sideEffects"] is False


def test_server_side_properties_are_not_declared() -> None:
    model = json.loads((SCHEMAS / "model.json").read_text(encoding="utf-8"))
    module = client_view(SCHEMAS)
    text = declarations(module)
    hidden = {
        name
        for definition in model["$defs"].values()
        for name, member in definition.get("properties", {}).items()
        if member.get("x-visibility") == "server"
    }
    assert hidden
    assert not [name for name in hidden if re.search(rf"\b{name}\b", text)]
    enums = [
        definition.name for definition in module.definitions if isinstance(definition, ir.Enum) and definition.open
    ]
    named = [definition.name for definition in module.definitions]
    assert sorted(_EXPORT.findall(text)) == sorted([*named, *(f"Known{name}" for name in enums)])
    assert not [name for name in named if name.startswith("Server")]


def test_it_imports_nothing_and_declares_no_value() -> None:
    text = declarations(client_view(SCHEMAS))
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
    assert not re.search(r"\b(import|require|declare|const|function|class|enum)\b", code)


@pytest.mark.parametrize(
    "name", "Array Boolean Date Error Function Map Number Object Promise Record String Symbol".split()
)
def test_a_definition_cannot_have_the_name_of_a_global_type(name: str, tmp_path: Path) -> None:
    schema = with_members(a={"$ref": f"#/$defs/{name}", "description": "A text."})
    schema["$defs"][name] = {"type": "string", "description": "A text."}
    _, problems = check_schemas(schema_folder(tmp_path, model=schema))
    assert [problem.pointer for problem in problems] == [f"/$defs/{name}"]


@pytest.mark.parametrize(("length", "lines"), [(50, 1), (51, 3)])
def test_alternatives_are_on_one_line_up_to_a_width(length: int, lines: int) -> None:
    values = ("a" * 20, "b" * (length - 27))
    assert len(" | ".join(f'"{value}"' for value in values)) == length
    enumeration = ir.Enum(
        name="Choice",
        module="model",
        description="A choice.",
        values=tuple(ir.EnumValue(value=value, description="A value.") for value in values),
        open=False,
    )
    text = declarations(replace(client_view(SCHEMAS), definitions=(enumeration,)))
    assert len(text[text.index("export type Choice =") :].splitlines()) == lines
