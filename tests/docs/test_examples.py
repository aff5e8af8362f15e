"""The console and Python examples of the documentation run, and print the output that the page shows.

A ```console block has commands after `$ ` and the output of each, standard error after standard output; a line `…`
matches any number of lines. ```sh blocks are for the reader's machine and do not run.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS = {"modelconfig": [sys.executable, "-m", "modelconfig"], "python": [sys.executable]}


@dataclass(frozen=True, slots=True)
class Example:
    """One command of a page and its expected output."""

    page: str
    command: str
    output: str

    def __str__(self) -> str:
        """Return the example's name for a test's id."""
        return f"{self.page}: {self.command}"


def blocks(page: Path, kind: str) -> list[str]:
    return [found["text"] for found in BLOCK.finditer(page.read_text("utf-8")) if found["kind"] == kind]


def examples() -> list[Example]:
    found = []
    for page in PAGES:
        name = page.relative_to(ROOT).as_posix()
        for block in blocks(page, "console"):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append(Example(name, command, output.rstrip("\n")))
    return found


def pattern_of(output: str) -> str:
    """Return the expected output as a regular expression in which `…` lines match anything.

    A revision matches every revision, because each publication of the catalogue changes it.
    """
    lines = re.split(r"^…$\n?", output, flags=re.MULTILINE)
    escaped = r"(?:.*\n)*?".join(re.escape(line) for line in lines)
    return re.sub(r"\d{4}\\-\d\d\\-\d\d\\\.\d+", lambda _: r"\d{4}-\d\d-\d\d\.\d+", escaped)


@pytest.mark.parametrize("example", examples(), ids=str)
def test_a_command_prints_what_its_page_shows(example: Example) -> None:
    program, *arguments = shlex.split(example.command)
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    command = [*PROGRAMS[program], *arguments]
    finished = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    printed = (finished.stdout + finished.stderr).rstrip("\n")
    if not re.fullmatch(pattern_of(example.output), printed):
        assert printed == example.output


def test_the_readme_has_examples() -> None:
    assert {"README.md"} <= {example.page for example in examples()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_examples_have_the_output_that_the_page_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    session: dict[str, object] = {}
    for block in blocks(page, "pycon"):
        example = doctest.DocTestParser().get_doctest(block, session, page.name, str(page), 0)
        report: list[str] = []
        runner.run(example, out=report.append, clear_globs=False)
        session = example.globs
        assert report == [], "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_targets_of_links_exist(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_ci_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in script if line and not line.startswith(("#", "set ", "cd "))]
    lines = [line for block in blocks(ROOT / "README.md", "sh") for line in block.splitlines()]
    documented = [line.partition("  #")[0].strip() for line in lines]
    assert commands
    assert set(commands) <= set(documented)
