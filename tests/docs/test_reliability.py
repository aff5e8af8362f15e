"""The table of faults: each row names tests that exist, and each test of a fault has its row."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reliability.md"
FAULTS = ROOT / "tests" / "faults"
MARKS = {"slow", "root"}
HEADER = "| fault | what users see | what is lost | how it recovers | test |"
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`(?: \(([a-z, ]+)\))?")


def rows() -> list[list[str]]:
    """Return the cells of every row."""
    lines = PAGE.read_text("utf-8").splitlines()
    tables = [line for line in lines if line.startswith("|") and line != HEADER and not line.startswith("| ---")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in tables]


@cache
def functions(file: Path) -> dict[str, set[str]]:
    """Return the tests of a file, each with the names in its decorators and in the marks of the file."""
    tree = ast.parse(file.read_text("utf-8"))
    marks = [node.value for node in tree.body if isinstance(node, ast.Assign) and "pytestmark" in ast.unparse(node)]
    return {
        node.name: {name for mark in (*marks, *node.decorator_list) for name in re.findall(r"\w+", ast.unparse(mark))}
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_row_names_what_happens_and_tests_that_exist(row: list[str]) -> None:
    fault, seen, lost, recovery, tests = row
    assert all([fault, seen, lost, recovery])
    found = _TEST.findall(tests)
    assert found
    assert _TEST.sub("", tests).strip(" ,") == ""
    for file, name, notes in found:
        assert name in functions(ROOT / file), f"{file} has no {name}"
        marks = functions(ROOT / file)[name] & MARKS
        assert marks == set(notes.split(", ")) - {""}, f"the row and {name} have different marks"


def test_every_test_of_a_fault_has_a_row() -> None:
    named = {(file, name) for row in rows() for file, name, _ in _TEST.findall(row[-1])}
    files = sorted(FAULTS.rglob("test_*.py"))
    existing = {(file.relative_to(ROOT).as_posix(), name) for file in files for name in functions(file)}
    assert existing - named == set()
