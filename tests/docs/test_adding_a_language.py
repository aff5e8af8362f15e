"""The page on adding a language: the tests generate its example in a copy of the repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from codegen.ir.profile import Profile
from codegen.targets.base import Target
from codegen.targets.registry import TARGETS
from tests.codegen.schema.schema_cases import ROOT, with_members

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "adding-a-language.md").read_text("utf-8")
FOLDER = "codegen/targets/outline"
FILE = re.compile(rf"^`({FOLDER}/[\w./]+)` (?:(?!\n\n).)*?:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = dict(FILE.findall(PAGE))
NAMED = re.compile(r"`((?:codegen|docs|generated|tests)/[\w./-]+|[\w.-]+\.(?:py|toml))`")
HAND_WRITTEN = ("catalog", "codegen", "docs", "schema", "src")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".mypy_cache", ".ruff_cache")
OUTPUT = "generated/outline/outline.txt"


def contents(tree: Path) -> dict[str, bytes]:
    files = (path for path in tree.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in files}


def types(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the generator of the copy."""
    paths = [str(tree), str(tree / "src"), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "codegen", "types", *arguments],
        cwd=tree, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the repository, without the new language."""
    copy = tmp_path / "tree"
    for name in (*HAND_WRITTEN, "generated"):
        shutil.copytree(ROOT / name, copy / name, ignore=LEFT_OUT)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.fixture
def extended(tree: Path) -> Path:
    """Return the copy with the files of the page."""
    for name, text in FILES.items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tree


def test_the_page_has_the_files_of_a_language() -> None:
    names = ["__init__.py", "emitter.py", "target.py", "templates/outline.txt.jinja"]
    assert sorted(FILES) == [f"{FOLDER}/{name}" for name in names]


def test_a_new_folder_is_generated_and_listed_without_other_changes(extended: Path) -> None:
    before = contents(extended)
    finished = types(extended)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    after = contents(extended)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed == {OUTPUT, "generated/README.md"}
    assert sorted(after[OUTPUT].decode().splitlines()) == sorted(_definitions(extended))
    row = "| Outline | `generated/outline/` | the name of each definition | consumer |\n"
    assert after["generated/README.md"].decode() == _with_row(before["generated/README.md"].decode(), row)


def test_a_new_folder_is_checked_for_drift(extended: Path) -> None:
    absent = types(extended, "--check")
    assert absent.returncode == 1
    assert f"{OUTPUT}: error[MC170] is missing" in absent.stdout
    assert "generated/README.md: error[MC170] differs from the generated content" in absent.stdout
    assert types(extended).returncode == 0
    clean = types(extended, "--check")
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "")
    with (extended / OUTPUT).open("a", encoding="utf-8") as file:
        file.write("by hand\n")
    (extended / "generated/outline/old.txt").write_text("", "utf-8")
    drifted = types(extended, "--check")
    assert drifted.returncode == 1
    assert f"{OUTPUT}: error[MC170] differs from the generated content" in drifted.stdout
    assert "generated/outline/old.txt: error[MC171]" in drifted.stdout
    assert drifted.stdout.count("error[") == 2
    assert "\n-by hand\n" in drifted.stderr


def test_a_folder_without_a_declaration_is_not_a_target(extended: Path) -> None:
    (extended / FOLDER / "target.py").unlink()
    clean = types(extended, "--check")
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "")


def test_names_of_a_new_folder_are_compared(extended: Path, tmp_path: Path) -> None:
    declaration = extended / FOLDER / "target.py"
    (extended / FOLDER / "outline_names.py").write_text(
        '"""The names of lines."""\n\n'
        "from codegen.targets.scopes import Scope\n\n\n"
        "def scopes(modules):\n"
        '    """Yield the names of the lines."""\n'
        '    lines = Scope(frozenset({"document"}))\n'
        "    for definition in modules[0].definitions:\n"
        "        lines.add_definition(definition, [definition.name.lower()])\n"
        "    yield lines\n",
        "utf-8",
    )
    text = declaration.read_text("utf-8")
    declaration.write_text(text.removesuffix(")\n") + '    names="outline_names",\n)\n', "utf-8")
    schema = tmp_path / "schema"
    schema.mkdir()
    (schema / "model.json").write_text(_json(with_members(name={"type": "string", "description": "A text."})), "utf-8")
    finished = types(extended, "--schema", str(schema), "--root", str(tmp_path / "out"))
    assert finished.returncode == 1
    assert "`Document` becomes a name that generated code uses: `document` in Outline" in finished.stdout
    assert finished.stdout.count("error[") == 1


def test_every_file_on_the_page_exists() -> None:
    named = {name for name in NAMED.findall(PAGE) if "outline" not in name}
    assert len(named) > 10
    paths = [path.name for path in (ROOT / "codegen" / "targets").rglob("*.py")]
    missing = [name for name in sorted(named) if not (ROOT / name).exists() and name not in paths]
    assert missing == []


def test_every_name_on_the_page_exists() -> None:
    assert all(f"| `{profile.name}` |" in PAGE for profile in Profile)
    assert all(f"`{name}`" in PAGE for name in Target._fields)


def _definitions(tree: Path) -> list[str]:
    """Return the definitions that the documents of their own file refer to."""
    names: list[str] = []
    for path in (tree / "schema").glob("*.json"):
        documents = (tree / "generated" / "schema").glob(f"{path.stem}*.json")
        used = {name for document in documents for name in json.loads(document.read_text("utf-8"))["$defs"]}
        names += [name for name in json.loads(path.read_text("utf-8"))["$defs"] if name in used]
    return names


def _with_row(page: str, row: str) -> str:
    """Return the page with a row for the new target, in the order of the folders' names."""
    lines = page.splitlines(keepends=True)
    rows = [line for line in lines if line.startswith("| ") and "/` |" in line]
    place = sum(name < "outline" for name in TARGETS)
    index = lines.index(rows[place])
    return "".join([*lines[:index], row, *lines[index:]])


def _json(value: object) -> str:
    return json.dumps(value, indent=2)
