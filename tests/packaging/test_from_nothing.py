"""The generator rebuilds a missing or damaged `generated/` without importing anything from it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.import_blocker import without_generated_package

ROOT = Path(__file__).parents[2]
SOURCES = ("catalog", "codegen", "schema", "src")


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the handwritten sources only."""
    copy = tmp_path / "tree"
    for name in SOURCES:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", copy / "pyproject.toml")
    return copy


def generate(tree: Path, blocker: Path, *arguments: str) -> None:
    blocker.mkdir(exist_ok=True)
    environment = without_generated_package(blocker, tree, tree / "src")
    finished = subprocess.run(
        [sys.executable, "-m", "codegen", *arguments],
        cwd=tree, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_all_generated_files_are_rebuilt_from_the_sources(tree: Path, tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "models.json", tree / "models.json")
    for command in ("types", "kit", "config"):
        generate(tree, tmp_path / "blocker", command)
    for name in ("generated", "docs/reference", "catalog"):
        expected, written = contents(ROOT / name), contents(tree / name)
        assert written.keys() == expected.keys()
        assert [path for path, data in expected.items() if written[path] != data] == []
    same = (tree / "models.json").read_bytes() == (ROOT / "models.json").read_bytes()
    assert same


def test_a_broken_generated_package_is_replaced(tree: Path, tmp_path: Path) -> None:
    package = tree / "generated" / "python" / "modelconfig_types"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('torn')\n", "utf-8")
    generate(tree, tmp_path / "blocker", "types")
    expected = (ROOT / "generated" / "python" / "modelconfig_types" / "__init__.py").read_bytes()
    assert (package / "__init__.py").read_bytes() == expected
