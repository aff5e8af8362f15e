"""The compiler confirms that clients of every release read current documents; so does the program of the guide."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.typescript.compiling import MODES, compile_folder

if TYPE_CHECKING:
    from tests.typescript.compiling import CompilerMode, Toolchain

ROOT = Path(__file__).parents[2]
RELEASED = sorted((ROOT / "schema" / "released").glob("*/typescript/index.d.ts"))
TODAY = ROOT / "generated" / "typescript" / "index.d.ts"
BUNDLERS = [mode for mode in MODES if mode.resolution == "bundler"]


def the_guide_s_program() -> str:
    """Return the program in the clients' guide."""
    found = re.search(
        r"^```ts\n(.*?)^```$", (ROOT / "docs" / "clients.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found
    return found[1]


def ask(
    toolchain: Toolchain, mode: CompilerMode, folder: Path, mine: str, released: str
) -> dict[str, dict[int, list[str]]]:
    (folder / "modelconfig.d.ts").write_text(mine, "utf-8")
    (folder / "released.d.ts").write_text(released, "utf-8")
    (folder / "fits.ts").write_text(the_guide_s_program(), "utf-8")
    report = compile_folder(toolchain, mode, folder)
    assert report.others == []
    return report.errors


@pytest.mark.parametrize("mode", BUNDLERS, ids=lambda mode: mode.label)
@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.parts[-3])
def test_clients_of_a_release_read_current_documents(
    toolchain: Toolchain, mode: CompilerMode, path: Path, tmp_path: Path
) -> None:
    keeping = 5
    errors = ask(toolchain, mode, tmp_path, path.read_text("utf-8"), TODAY.read_text("utf-8"))
    assert keeping not in errors["fits.ts"]


def test_the_guide_s_program_finds_breaking_changes(toolchain: Toolchain, tmp_path: Path) -> None:
    today = TODAY.read_text("utf-8")
    optional = today.replace("readonly modelName: string;", "readonly modelName?: string;")
    assert optional != today
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert list(ask(toolchain, BUNDLERS[0], tmp_path / "a", today, optional)["fits.ts"]) == [5]
    assert list(ask(toolchain, BUNDLERS[0], tmp_path / "b", optional, today)["fits.ts"]) == [8]
