"""Two packages of a monorepo: the types that one vendors, in the declarations that the other reads."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.codegen.targets.typescript.golden import CASES
from tests.typescript.compiling import COMPILERS, HERE, NEWEST, Toolchain, expected_errors, parse_report
from tests.typescript.guide import DECLARATIONS, MODULE, Project

if TYPE_CHECKING:
    from pathlib import Path

CASE = HERE / "cases" / "composite"
WRONG = "client/src/wrong.ts"
EXPECTED = {WRONG: expected_errors((CASE / WRONG).read_text("utf-8"))}


class Monorepo:
    """A copy of the packages, one of which vendors the types under a name."""

    def __init__(self, toolchain: Toolchain, compiler: str, folder: Path, name: str) -> None:
        shutil.copytree(CASE, folder, dirs_exist_ok=True)
        shared = Project(toolchain, folder / "shared")
        shared.write({"../package.json": '{ "private": true, "type": "module" }\n'})
        shared.copy(name)
        self.output = folder / "shared" / "dist"
        self._toolchain, self._folder = toolchain, folder
        self._compiler = toolchain.modules / compiler / "bin" / "tsc"

    def errors(self, *arguments: str) -> dict[str, dict[int, list[str]]]:
        """Run the compiler, and return the errors by file and line."""
        done = self._toolchain.run(self._compiler, *arguments, folder=self._folder)
        report = parse_report(done.stdout + done.stderr)
        assert report.others == []
        return report.errors


@pytest.mark.parametrize("compiler", COMPILERS)
def test_wrong_types_do_not_compile_with_a_copy_named_ts(toolchain: Toolchain, compiler: str, tmp_path: Path) -> None:
    monorepo = Monorepo(toolchain, compiler, tmp_path, MODULE)
    assert monorepo.errors("--build", "client") == EXPECTED
    assert monorepo.errors("-p", "user") == EXPECTED
    assert (monorepo.output / "modelconfig.d.ts").exists()
    emitted = (monorepo.output / "modelconfig.js").read_text("utf-8").splitlines()
    assert [line for line in emitted if not line.startswith(("//", "/*"))] == ["export {};"]


@pytest.mark.parametrize("compiler", COMPILERS)
def test_types_are_any_with_a_copy_named_d_ts(toolchain: Toolchain, compiler: str, tmp_path: Path) -> None:
    # This is the reason that the guide gives for the other name.
    monorepo = Monorepo(toolchain, compiler, tmp_path, DECLARATIONS)
    assert monorepo.errors("--build", "client") == (EXPECTED if compiler == NEWEST else {})
    assert monorepo.errors("-p", "user") == {}
    assert [path.name for path in sorted(monorepo.output.glob("*.ts"))] == ["index.d.ts"]


def test_no_declaration_is_stripped_from_the_output(toolchain: Toolchain, tmp_path: Path) -> None:
    for case in CASES:
        shutil.copy(case / "index.d.ts", tmp_path / f"{case.name}.ts")
    options = {"declaration": True, "stripInternal": True, "outDir": "dist", "rootDir": "."}
    configuration = {"compilerOptions": {**options, "types": []}, "include": ["*.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(configuration), "utf-8")
    done = toolchain.run(toolchain.modules / NEWEST / "bin" / "tsc", "-p", ".", folder=tmp_path)
    assert done.stdout == ""
    for case in CASES:
        emitted = (tmp_path / "dist" / f"{case.name}.d.ts").read_text("utf-8")
        assert names(emitted) == names((case / "index.d.ts").read_text("utf-8"))


def names(declarations: str) -> list[str]:
    code = re.sub(r"/\*.*?\*/", "", declarations, flags=re.DOTALL)
    return re.findall(r'(?:export (?:interface|type)|readonly) ("[^"]+"|\w+)', code)
