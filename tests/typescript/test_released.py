"""The guide's comparison of two copies: clients of every release read current documents, and breaks are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.typescript.compiling import COMPILERS, NEWEST, parse_report
from tests.typescript.guide import ROOT, commands, files, new_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.typescript.compiling import Toolchain

RELEASED = sorted((ROOT / "schema" / "released").glob("*/typescript/index.d.ts"))
TODAY = ROOT / "generated" / "typescript" / "index.d.ts"
PROGRAM = files("compatibility")["compatibility/compatibility.ts"]


def broken(toolchain: Toolchain, compiler: str, folder: Path, mine: str, released: str) -> list[str]:
    """Return the names of the program's functions in which the compiler reports an error."""
    client = new_project(toolchain, folder)
    copies = {"compatibility/modelconfig.d.ts": mine, "compatibility/released.d.ts": released}
    client.write({**files("compatibility"), **copies, "tsconfig.json": "{}"})
    (command,) = commands("npx tsc -p compatibility")
    report = parse_report(client.npx(command, tsc=compiler).stdout)
    assert report.others == []
    assert set(report.errors) <= {"compatibility/compatibility.ts"}
    lines = PROGRAM.splitlines()
    errors = report.errors["compatibility/compatibility.ts"]
    return [lines[number - 1].removeprefix("export const ").partition(" ")[0] for number in errors]


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.parts[-3])
def test_clients_of_a_release_read_current_documents(toolchain: Toolchain, path: Path, tmp_path: Path) -> None:
    current = TODAY.read_text("utf-8")
    assert "keeping" not in broken(toolchain, NEWEST, tmp_path / "client", path.read_text("utf-8"), current)


@pytest.mark.parametrize("compiler", COMPILERS)
def test_breaking_changes_are_reported(toolchain: Toolchain, compiler: str, tmp_path: Path) -> None:
    today = TODAY.read_text("utf-8")
    optional = today.replace("readonly modelName: string;", "readonly modelName?: string;")
    assert optional != today
    assert broken(toolchain, compiler, tmp_path / "a", today, optional) == ["keeping"]
    assert broken(toolchain, compiler, tmp_path / "b", optional, today) == ["older"]
