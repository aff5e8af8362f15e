"""Parsing YAML: a case is a file in tests/cases/yaml, and both parsers of PyYAML must agree on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from codegen.catalog.yaml import yaml_reader
from codegen.catalog.yaml.yaml_reader import SIZE_LIMIT, read_yaml
from modelconfig.diagnostics.codes import CODES
from modelconfig.diagnostics.problem import error

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

CASES = Path(__file__).parents[3] / "cases" / "yaml"
PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__, autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_PARSER", request.param)


def text_of(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def shown(problem: Problem) -> str:
    place = f"@{problem.line}:{problem.column} {problem.pointer}" if problem.line else ""
    return f"{problem.code}{place}".rstrip()


@pytest.mark.parametrize("file", sorted(CASES.glob("accepted/*.yaml")), ids=lambda file: file.stem)
def test_accepted(file: Path) -> None:
    document, problems = read_yaml(text_of(file))
    assert problems == []
    assert document is not None
    expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    # Compare as text, because 1 and true are equal in Python.
    assert json.dumps(document.value) == json.dumps(expected)


@pytest.mark.parametrize("file", sorted(CASES.glob("invalid/*.yaml")), ids=lambda file: file.stem)
def test_rejected(file: Path) -> None:
    _, problems = read_yaml(text_of(file))
    assert [shown(problem) for problem in problems] == file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    for problem in problems:
        assert problem.severity == "error"
        assert problem.hint.endswith(".")
        assert CODES.get(problem.code) is not None


def test_cases_are_found() -> None:
    assert len(list(CASES.glob("accepted/*.yaml"))) > 10
    assert len(list(CASES.glob("invalid/*.yaml"))) > 30


def test_a_rejected_scalar_is_read_as_text_so_that_the_rest_can_be_checked() -> None:
    document, problems = read_yaml("a: no\nb: 2\nb: 3\n")
    assert [problem.code for problem in problems] == ["MC009", "MC004"]
    assert document is not None
    assert document.value == {"a": "no", "b": 2}


def test_a_duplicate_property_has_the_first_as_related_location() -> None:
    _, problems = read_yaml("a:\n  b: 1\n  c: 2\n  b: 3\n")
    (first,) = problems[0].related
    assert (problems[0].line, first.line, first.column, first.pointer) == (4, 2, 3, "/a/b")


@pytest.mark.parametrize("text", ["a: &x [1]\nb: *x\n", "a: {<<: {b: 1}}\n", "a: 1\n---\nb: 1\n", "a: [\n"])
def test_an_incomplete_text_has_no_document(text: str) -> None:
    assert read_yaml(text)[0] is None


@pytest.mark.parametrize(
    ("pointer", "at_key", "place"),
    [
        ("", False, (2, 1)),
        ("/é", True, (2, 1)),
        ("/é", False, (2, 4)),
        ("/é/1", False, (2, 10)),
        ("/é/1", True, (2, 10)),
        ("/a~1b/c", True, (4, 3)),
        ("/a~1b/c", False, (4, 6)),
        ("/a~1b/missing", True, (4, 3)),
        ("/é/7/x", False, (2, 4)),
    ],
)
def test_locations(pointer: str, *, at_key: bool, place: tuple[int, int]) -> None:
    document, _ = read_yaml("# 😀\né: ['😀', x]\na/b:\n  c: 'é'\n")
    assert document is not None
    (problem,) = document.locate_problems([error("MC101", "wrong", pointer=pointer, at_key=at_key)])
    assert (problem.line, problem.column) == place


def test_a_known_location_is_kept() -> None:
    document, problems = read_yaml("a: 1\nb: no\n")
    assert document is not None
    assert document.locate_problems(problems) == problems


def test_a_huge_file_is_rejected_quickly() -> None:
    def parse(*_: Any, **__: Any) -> None:
        raise AssertionError("it was parsed")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "parse", parse)
        document, problems = read_yaml("- a\n" * (SIZE_LIMIT // 4 + 1))
    assert document is None
    assert [shown(problem) for problem in problems] == ["MC009@1:1"]
