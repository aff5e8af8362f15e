"""The generated declarations with real compilers: valid programs compile, invalid ones do not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from codegen.ir.model import ObjectType
from codegen.ir.profile import Profile
from codegen.pipeline import check_schemas
from codegen.targets.registry import TARGETS, emit
from modelconfig.schema.validator import validate
from tests.helpers.hostile_schemas import accepted_schemas
from tests.typescript.compiling import MODES, CompilerMode, Toolchain, compile_folder, expected_errors
from tests.typescript.projects import PACKAGE, USES, cases, in_project, readme_cases

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.mark import ParameterSet

    from tests.typescript.projects import Client


def _uses(kind: str) -> list[ParameterSet]:
    """Return every case with every client and mode that it applies to."""
    return [
        pytest.param(origin, mode, case, id=f"{origin}-{mode.label}-{case.name}")
        for origin, mode in USES
        for case in cases(kind)
        if in_project(case.read_text(encoding="utf-8"), origin, mode)
    ]


@pytest.mark.parametrize(("origin", "mode", "case"), _uses("positive"))
def test_compiles(clients: dict[str, Client], origin: str, mode: CompilerMode, case: Path) -> None:
    report = clients[origin].report(mode)
    name = f"cases/positive/{case.name}"
    assert not report.errors.get(name), report.about(name)


@pytest.mark.parametrize(("origin", "mode", "case"), _uses("negative"))
def test_is_rejected_at_the_lines_of_the_case(
    clients: dict[str, Client], origin: str, mode: CompilerMode, case: Path
) -> None:
    report = clients[origin].report(mode)
    expected = expected_errors(case.read_text(encoding="utf-8"))
    assert expected, "a negative case names its expected errors"
    name = f"cases/negative/{case.name}"
    assert report.errors.get(name, {}) == expected, report.about(name)


@pytest.mark.parametrize(("origin", "mode"), USES, ids=lambda value: getattr(value, "label", value))
def test_nothing_else_is_reported(clients: dict[str, Client], origin: str, mode: CompilerMode) -> None:
    report = clients[origin].report(mode)
    elsewhere = [report.about(file) for file in report.errors if not file.startswith("cases/negative/")]
    assert elsewhere == report.others == []


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.label)
def test_every_accepted_name_compiles(toolchain: Toolchain, mode: CompilerMode, tmp_path: Path) -> None:
    for folder in accepted_schemas(tmp_path / "schemas", 12):
        modules = check_schemas(folder)[0].modules(Profile.CLIENT)
        package = tmp_path / "project" / folder.name
        package.mkdir(parents=True)
        (package / "index.d.ts").write_text(
            emit("typescript", modules)[f"{TARGETS['typescript'].folder}/index.d.ts"], "utf-8"
        )
        optional = [
            found.name
            for found in modules[0].definitions
            if isinstance(found, ObjectType) and not any(prop.required for prop in found.properties)
        ]
        assert optional
        lines = [f"const empty{index}: types.{name} = {{}};\n" for index, name in enumerate(optional)]
        (package / "uses.ts").write_text('import type * as types from "./index.js";\n' + "".join(lines), "utf-8")
    report = compile_folder(toolchain, mode, tmp_path / "project")
    assert not report.errors, report.output
    assert not report.others


def test_the_catalogue_matches_its_declaration() -> None:
    schema = json.loads((PACKAGE.parent / "schema" / "model.client.json").read_text(encoding="utf-8"))
    catalogue = json.loads((PACKAGE / "models.json").read_text(encoding="utf-8"))
    assert validate(catalogue, schema) == []


def test_the_readme_has_examples() -> None:
    # They are compiled with the other cases: the test above reports an error in one of them.
    assert len(readme_cases()) >= 3


def test_the_package_contains_its_files(clients: dict[str, Client]) -> None:
    installed = clients["package"].folder / "node_modules" / "cody-modelconfig"
    names = sorted(path.name for path in installed.iterdir())
    assert names == ["README.md", "index.d.ts", "models.json", "models.json.d.ts", "package.json"]
