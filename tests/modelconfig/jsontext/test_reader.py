"""Parsing: every case file has exactly the expected problems, and no text raises an exception."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from modelconfig.diagnostics.problem import Problem, Severity, has_errors
from modelconfig.jsontext.reader import NOTHING, STDIN_NAME, Source, decode, parse_json, read_json, read_source

CASES = Path(__file__).parents[2] / "cases" / "reading"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def named(path: Path) -> str:
    return path.stem


def found_in(path: Path) -> list[str]:
    """Return the problems of a file as its `.expected` file writes them."""
    _, _, problems = read_json(path)
    return [expected_line(found).encode("utf-8", "backslashreplace").decode("utf-8") for found in problems]


def expected_line(found: Problem) -> str:
    parts = [f"{found.line}:{found.column}", found.code, found.pointer]
    return " ".join([part for part in parts if part] + ["warning"] * (found.severity is Severity.WARNING))


@pytest.mark.parametrize("path", sorted((CASES / "valid").glob("*.json")), ids=named)
def test_valid_text_is_parsed_like_the_standard_library_parses_it(path: Path) -> None:
    source, value, problems = read_json(path)
    assert problems == []
    assert source is not None
    assert value == json.loads(path.read_bytes())


@pytest.mark.parametrize("path", sorted((CASES / "invalid").glob("*.json")), ids=named)
def test_invalid_text_has_the_expected_problems(path: Path) -> None:
    assert found_in(path) == path.with_suffix(".expected").read_text("utf-8").splitlines()


@pytest.mark.parametrize("kind", ["valid", "invalid"])
def test_there_are_cases(kind: str) -> None:
    assert len(list((CASES / kind).glob("*.json"))) > 10


@pytest.mark.parametrize("path", sorted((CASES / "invalid").glob("*.json")), ids=named)
def test_every_problem_has_a_hint(path: Path) -> None:
    _, _, problems = read_json(path)
    assert all(found.message and found.hint and found.file == str(path) for found in problems)


def test_the_last_duplicate_counts_and_the_problem_names_the_first_line() -> None:
    value, problems = parse_json('{"a": 1,\n"a": 2}')
    assert value == {"a": 2}
    [first] = problems[0].related
    assert (first.line, first.column, first.pointer) == (1, 2, "/a")


@pytest.mark.parametrize("text", ["", "{", "[NaN]", "[" * 101 + "]" * 101, '["\\ud800"]'])
def test_text_that_cannot_be_parsed_has_no_value(text: str) -> None:
    value, problems = parse_json(text)
    assert value is NOTHING
    assert has_errors(problems)


def test_null_is_a_value() -> None:
    assert parse_json("null") == (None, [])


@given(st.text() | st.text(alphabet="[]{}\",:0123456789.eE+-truefalsn\\ \n\tNaI/*#'u"))
@example('"\\u')
@example("-")
@example('{"":')
def test_any_text_is_accepted_or_rejected_like_the_standard_library_does(text: str) -> None:
    value, problems = parse_json(text)
    try:
        loaded = json.loads(text)
    except ValueError:
        assert value is NOTHING
        assert has_errors(problems)
    else:
        assert problems or value == loaded
        assert not {found.code for found in problems} & {"MC003", "MC007"}
    assert all(found.line and found.column for found in problems)


@given(json_values, st.sampled_from([None, 1, 2]), st.booleans())
def test_every_json_value_is_parsed(value: object, indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001  # drawn
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    read, problems = parse_json(text)
    assert read == value
    assert problems == []


@given(json_values, st.data())
def test_a_truncated_text_is_a_problem(value: object, data: st.DataObject) -> None:
    text = json.dumps(value)
    cut = text[: data.draw(st.integers(0, len(text)))]
    _, problems = parse_json(cut)
    assert problems or json.loads(cut) is not NOTHING


@given(st.integers(309, 400), st.integers(0, 100), st.integers(0, 100))
def test_numbers_with_too_many_digits_are_reported_at_any_location(digits: int, before: int, after: int) -> None:
    text = "[" + "0," * before + "9" * digits + ",1" * after + "]"
    _, problems = parse_json(text)
    assert [(found.code, found.pointer) for found in problems] == [("MC005", f"/{before}")]


@given(st.lists(st.text(max_size=3), max_size=8))
def test_exactly_the_repeated_names_are_duplicates(names: list[str]) -> None:
    text = "{" + ",\n".join(f"{json.dumps(name)}: {index}" for index, name in enumerate(names)) + "}"
    _, problems = parse_json(text)
    repeated = [index + 1 for index, name in enumerate(names) if name in names[:index]]
    assert [found.line for found in problems if found.code == "MC004"] == repeated


@given(st.binary())
def test_any_bytes_raise_nothing(data: bytes) -> None:
    source, problems = decode(data, "file")
    assert source is not None or has_errors(problems)
    assert all(found.file == "file" for found in problems)


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'\xef\xbb\xbf{"a": 1}')))
    source, problems = read_source("-")
    assert source is not None
    assert (source.name, source.text) == (STDIN_NAME, '{"a": 1}')
    assert [found.code for found in problems] == ["MC010"]


def test_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert [found.code for found in read_source("-")[1]] == ["MC001"]


def test_missing_file_folder_and_strange_names_are_problems(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path, f"{tmp_path}/nul\0.json"):
        source, problems = read_source(path)
        assert source is None
        assert [(found.code, found.file) for found in problems] == [("MC001", str(path))]


def test_unreadable_file_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(_path: Path, _mode: str) -> io.BytesIO:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, problems = read_source(tmp_path / "x.json")
    assert [found.code for found in problems] == ["MC001"]
    assert "permission denied" in problems[0].message


def test_a_device_without_an_end_is_a_problem() -> None:
    (problem,) = read_source("/dev/zero")[1]
    assert (problem.code, problem.message) == ("MC001", "cannot read the file: it is larger than 268435456 bytes")


def test_a_server_reads_only_regular_files_of_a_limited_size(tmp_path: Path) -> None:
    file, pipe = tmp_path / "x.json", tmp_path / "pipe"
    file.write_text("12345678")
    os.mkfifo(pipe)
    assert read_source(file, 8)[0] == Source(str(file), "12345678")
    for path, expected in (
        (file, "larger than 7 bytes"),
        (pipe, "not a regular file"),
        ("/dev/zero", "not a regular file"),
    ):
        source, problems = read_source(path, 7)
        assert source is None
        assert [(found.code, found.file) for found in problems] == [("MC001", str(path))]
        assert expected in problems[0].message
        assert problems[0].hint
    assert "is a directory" in read_source(tmp_path, 7)[1][0].message
    assert "no such file" in read_source(tmp_path / "none", 7)[1][0].message


def test_problems_are_limited_to_the_given_number() -> None:
    twice = "{" + '"a": 1, ' * 50 + '"b": 1e999}'
    value, problems = parse_json(twice, 7)
    assert (value, len(problems)) == (NOTHING, 7)
    value, problems = parse_json(twice, 60)
    assert (value, len(problems)) == (NOTHING, 50)
    value, problems = parse_json('{"a": 1, "a": 2}', 7)
    assert (value, len(problems)) == ({"a": 2}, 1)
