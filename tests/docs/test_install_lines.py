"""Every line that installs the package, in pages, units, help texts and messages: what it names, and that it works."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs", "generated", "src")
SUFFIXES = {".md", ".py", ".service", ".conf", ".html", ""}
INSTALLS = re.compile(
    r"(?:pip|pipx|uv tool|npm|pnpm|yarn|uv pip) (?:install|add|i) [^\n`#&|]*|go (?:get|install) [^\n`#&|]*"
)
PUBLISHED = re.compile(r"(?<![/@\w.])cody[-_]modelconfig(?![\w-]*\.(?:whl|tgz|tar))")
FROM_FOLDER = re.compile(r'pip install ((?:--upgrade )?(?:"\.\[\w+\]"|\.))')
TREE = ("src", "generated", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")


def install_lines() -> list[tuple[str, str]]:
    """Return each line with the file that it is in."""
    roots = [ROOT / name for name in FOLDERS]
    files = [
        file for root in roots for file in ([root] if root.is_file() else sorted(root.rglob("*"))) if file.is_file()
    ]
    return [
        (file.relative_to(ROOT).as_posix(), line.strip())
        for file in files
        if file.suffix in SUFFIXES
        for line in INSTALLS.findall(file.read_text("utf-8"))
    ]


LINES = sorted(set(install_lines()))


def test_lines_are_found() -> None:
    assert len(LINES) > 5


@pytest.mark.parametrize(("file", "line"), LINES)
def test_no_line_installs_the_package_from_an_index(file: str, line: str) -> None:
    assert not PUBLISHED.search(line), file


@pytest.mark.parametrize("options", sorted({found[1] for _, line in LINES if (found := FROM_FOLDER.match(line))}))
def test_a_line_installs_the_package_in_a_fresh_environment(options: str, tmp_path: Path) -> None:
    """Dependencies are those of the tests: an index may be out of reach."""
    tree = tmp_path / "tree"
    tree.mkdir()
    for name in TREE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tree / name)
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    variables = {**os.environ, "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    variables["PYTHONPATH"] = sysconfig.get_path("purelib")
    command = [str(python), "-m", "pip", "install", "--ignore-installed", *shlex.split(options)]
    subprocess.run(command, cwd=tree, env=variables, check=True, capture_output=True)
    program = python.with_name("modelconfig")
    finished = subprocess.run([str(program), "--version"], env=variables, check=True, capture_output=True)
    assert finished.stdout.startswith(b"modelconfig ")
