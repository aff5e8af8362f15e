"""The Go emitter without the toolchain: files and their content, descriptions, and no text that becomes code."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from codegen.ir import model as ir
from codegen.ir.profile import Profile
from codegen.pipeline import check_schemas
from codegen.schema.traversal import subschemas
from codegen.targets.go import emitter
from codegen.targets.go.go_names import exported, scopes
from tests.codegen.schema.schema_cases import ROOT, cases

if TYPE_CHECKING:
    from pathlib import Path

    from codegen.targets.scopes import Scope

_TYPE = re.compile(r"^type ([A-Z]\w*)", re.MULTILINE)
_CONSTANT = re.compile(r"^\t?(?:const )?([A-Z]\w*) (?:\w+ )?= \"", re.MULTILINE)


@cache
def modules(schemas: Path) -> list[ir.Module]:
    found, problems = check_schemas(schemas)
    assert not problems, problems
    return found.modules(Profile.CONSUMER)


def comments(text: str) -> str:
    """Return the comments of a file, without line breaks and comment marks."""
    comment_lines = [found.strip() for found in re.findall(r"^\t?//(.*)$", text, re.MULTILINE)]
    return " ".join(" ".join(comment_lines).split())


def test_the_module_has_a_file_for_each_schema_and_shared_files() -> None:
    files = emitter.emit(modules(ROOT / "schema"))
    shared = (
        "client_view.go embedded_models.go json_reader.go json_writer.go model_references.go package_doc.go "
        "shape_error.go unknown_members.go"
    )
    own = [f"{path.stem}.go" for path in (ROOT / "schema").glob("*.json")]
    names = sorted([*shared.split(), *own, "README.md", "go.mod"])
    assert list(files) == [f"generated/go/{name}" for name in names]
    assert all(text.endswith("\n") and not text.endswith("\n\n") for text in files.values())


def test_every_file_is_marked_as_generated() -> None:
    found = modules(ROOT / "schema")
    for name, text in emitter.emit(found).items():
        head = text.splitlines()[0]
        assert re.fullmatch(r"(// |<!-- )Code generated .* DO NOT EDIT\.( -->)?", head), name
    (document,) = (module for module in found if module.name == "model")
    text = emitter.emit(found)["generated/go/model.go"]
    assert f'const ContractVersion = "{document.version}"' in text
    assert f'const SchemaHash = "{document.digest}"' in text


@pytest.mark.parametrize("schemas", [ROOT / "schema", *cases("valid")], ids=lambda path: path.name)
def test_every_definition_is_one_type_with_a_unique_name(schemas: Path) -> None:
    found = modules(schemas)
    files = emitter.emit(found)
    named = {exported(definition.name) for module in found for definition in module.definitions}
    types = [name for text in files.values() for name in _TYPE.findall(text)]
    assert sorted(types) == sorted([*named, "Member", "Members", "ModelRefError", "ModelRefParts", "ShapeError"])
    constants = [name for text in files.values() for name in _CONSTANT.findall(text)]
    values = sum(
        len(d.values) for d in {d.name: d for m in found for d in m.definitions}.values() if isinstance(d, ir.Enum)
    )
    assert len(constants) == len(set(constants)) == values + 2
    assert not set(constants) & set(types)


def made(scope: Scope) -> set[str]:
    """Return the names of a scope that the schema adds."""
    return {name for name, element in scope.names if not element.is_reserved}


@pytest.mark.parametrize("schemas", [ROOT / "schema", *cases("valid")], ids=lambda path: path.name)
def test_the_scopes_have_every_name_of_the_generated_code(schemas: Path) -> None:
    found = modules(schemas)
    text = "".join(text for name, text in emitter.emit(found).items() if name.endswith(".go"))
    *structs, package = scopes(found)
    declared = re.findall(r"^(?:(?:func|type|var|const) |\t(?=[A-Z]\w* \w+ = \"))(\w+)", text, re.MULTILINE)
    # A function that no type of the schema needs is not generated.
    assert {name for name in package.used if name[0].isupper()} | made(package) <= set(declared)
    assert set(declared) <= package.used | made(package)
    assert len(declared) == len(set(declared))
    for scope in structs:
        used = [re.search(rf"^\t{name} |^func \(r .*\) {name}\(", text, re.MULTILINE) for name in scope.used]
        assert all(used)
        (owner,) = {str(exported(element.definition)) for _, element in scope.names} or {""}
        struct = re.search(rf"^type {owner} struct {{\n(.*?)^}}", text, re.MULTILINE | re.DOTALL)
        fields = re.findall(r"^\t([A-Z]\w*) ", struct[1], re.MULTILINE) if struct else []
        methods = re.findall(rf"^func \(.*\b{owner}\) ([A-Z]\w*)\(", text, re.MULTILINE)
        assert sorted([*fields, *methods]) == sorted(scope.used | made(scope)) or not owner


@pytest.mark.parametrize("schemas", [ROOT / "schema", *cases("valid")], ids=lambda path: path.name)
def test_descriptions_are_complete(schemas: Path) -> None:
    comment_lines = comments(
        "".join(text for name, text in emitter.emit(modules(schemas)).items() if name.endswith(".go"))
    )
    for path in sorted(schemas.glob("*.json")):
        for place, node in subschemas(json.loads(path.read_text("utf-8"))):
            text = node.get("description", "")
            # Text that gofmt or a reader would interpret as markup is written differently.
            plain = text.isascii() and text.isprintable() and not re.search(r"``|''|\+build|^# |^\[|  |^ | $", text)
            if place.count("/") <= 4 and plain and "x-client-copy-of" not in node:
                assert text in comment_lines, place


def test_deprecations_have_the_mark_of_go() -> None:
    found = modules(ROOT / "schema")
    definitions = {d.name: d for module in found for d in module.definitions}.values()
    parts = [*definitions, *(f for d in definitions if isinstance(d, ir.ObjectType) for f in d.properties)]
    marked = sum(part.deprecation is not None for part in parts)
    marked += sum(v.deprecation is not None for d in definitions if isinstance(d, ir.Enum) for v in d.values)
    text = "".join(emitter.emit(found).values())
    assert marked
    assert len(re.findall(r"^\t?//\n\t?// Deprecated: \S", text, re.MULTILINE)) == marked
    assert text.count("// Deprecated: ") == marked


def test_a_deprecation_without_details_has_a_text() -> None:
    changed = [
        replace(module, definitions=tuple(replace(d, deprecation=ir.Deprecation()) for d in module.definitions))
        for module in modules(ROOT / "schema")
    ]
    text = emitter.emit(changed)["generated/go/model.go"]
    assert "// Deprecated: do not use it.\ntype ContextWindow struct" in text


def test_a_server_side_property_is_marked() -> None:
    text = emitter.emit(modules(ROOT / "schema"))["generated/go/model.go"]
    above = text[: text.index("\tReasoningEffort ")].rpartition("\n\n")[2]
    assert "Server-side: never sent to clients." in above


def test_a_credential_is_marked() -> None:
    text = emitter.emit(modules(ROOT / "schema"))["generated/go/site.go"]
    above = text[: text.index("\tLicenseKey ")].rpartition("\n\n")[2]
    assert "Secret: masked in all output; do not log it." in above


def test_the_version_cannot_become_code() -> None:
    changed = [replace(module, version='1"\nfunc init() {}\n//') for module in modules(ROOT / "schema")]
    for name, text in emitter.emit(changed).items():
        assert not re.search("^func init", text, re.MULTILINE), name
