"""The recorder reports exactly the changes."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.recording import responses, scenarios
from tests.recording.__main__ import main
from tests.recording.comparing import differences
from tests.recording.results import result

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROBLEM = ["MC102", "error", "a.json", 12, "/models/0"]
RECORDING: dict[str, Any] = {
    "commands": {"modelconfig validate a.json": {"exit": 1, "problems": [PROBLEM], "data": "aa", "text": "bb"}},
    "files": {"models.json": "cc"},
    "responses": {"test_a": [{"status": 200, "headers": [["etag", "x"]], "body": "dd"}]},
}


def _command(recording: Any) -> Any:
    return recording["commands"]["modelconfig validate a.json"]


def _response(recording: Any) -> Any:
    return recording["responses"]["test_a"][0]


CHANGES: list[tuple[str, Callable[[Any], object]]] = [
    ("exit: was 1, is 0", lambda it: _command(it).update(exit=0)),
    ("exit: was 1, is true", lambda it: _command(it).update(exit=True)),
    ('problems: missing ["MC102"', lambda it: _command(it)["problems"].clear()),
    ("problems: missing in the new recording", lambda it: _command(it).pop("problems")),
    ('problems: added ["MC102"', lambda it: _command(it)["problems"].append(PROBLEM)),
    ('data: was "aa", is "a"', lambda it: _command(it).update(data="a")),
    ('models.json: was "cc", is "c"', lambda it: it["files"].update({"models.json": "c"})),
    ("new.json: missing in the old recording", lambda it: it["files"].update({"new.json": "c"})),
    ('"headers": [["etag", "y"]]', lambda it: _response(it)["headers"][0].__setitem__(1, "y")),
    ('"body": "d"', lambda it: _response(it).update(body="d")),
    ("test_a: missing in the new recording", lambda it: it["responses"].pop("test_a")),
]


@pytest.mark.parametrize(("line", "change"), CHANGES, ids=[line for line, _ in CHANGES])
def test_compare_prints_a_change(
    line: str, change: Callable[[Any], object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = copy.deepcopy(RECORDING)
    change(new)
    for name, recording in (("old", RECORDING), ("new", new)):
        (tmp_path / name).write_text(json.dumps(recording))
    assert main(["compare", str(tmp_path / "old"), str(tmp_path / "new")]) == 1
    assert line in capsys.readouterr().out
    assert main(["compare", str(tmp_path / "old"), str(tmp_path / "old")]) == 0
    assert main(["compare", str(tmp_path / "old"), str(tmp_path / "none")]) == 2


def test_the_wording_of_messages_is_compared_on_request() -> None:
    new = copy.deepcopy(RECORDING)
    _command(new)["text"] = "b"
    assert list(differences(RECORDING, new)) == []
    assert len(list(differences(RECORDING, new, texts=True))) == 1


def test_items_in_another_order_are_a_difference() -> None:
    assert list(differences({"a": [1, 2]}, {"a": [2, 1]})) == ["a: the same items in a different order"]


@pytest.mark.parametrize(
    ("stdout", "stderr", "problems"),
    [
        ('[{"code": "MC102", "severity": "error", "file": "a", "line": 3, "pointer": "/b", "message": "x"}]', "", 1),
        ("", "a.json:3:7: error[MC102] words\nwarning[MC215] words\n", 2),
        ("::error file=a.json,line=3,col=7,title=MC102::words\n", "", 1),
        ('{"a": "error[MC102]"}', "", 0),
    ],
)
def test_problems_of_each_format_are_recorded(stdout: str, stderr: str, problems: int) -> None:
    found = result(("validate",), 1, stdout, stderr).get("problems", [])
    assert len(found) == problems
    assert all(problem[:2] == ["MC102", "error"] and problem[3] == 3 for problem in found[:1])


def test_sentences_are_not_recorded_as_data() -> None:
    def data(message: str, arguments: tuple[str, ...], rule: str = "a") -> Any:
        text = json.dumps({"findings": [{"rule": rule, "message": message}]})
        return result(arguments, 0, text, "")["data"]

    assert data("x", ("schema", "check")) == data("y", ("schema", "check"))
    assert data("x", ("schema", "check")) != data("x", ("schema", "check"), "b")
    assert data("x", ("site", "render")) != data("y", ("site", "render"))


def test_responses_are_recorded_in_a_stable_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = tmp_path / "notes"
    monkeypatch.setenv(responses.VARIABLE, str(notes))
    headers = [("date", "now"), ("etag", '"1"'), ("x-id", "2")]
    attempts = iter([False, True])

    def condition() -> bool:
        responses.note("GET", "/polled", 200, [], b"")
        return next(attempts)

    attempt = responses.of_last_attempt(condition)
    assert [attempt(), attempt()] == [False, True]
    for age in (1, 2):
        responses.note("GET", "/status", 200, headers, json.dumps({"age": age, "of": [{"a": 1}, {"a": 2}]}).encode())
    responses.note("GET", "/other", 200, headers, b"1")
    polled, status, other = scenarios.arranged(notes.read_text().splitlines())[
        "test_responses_are_recorded_in_a_stable_form"
    ]
    assert polled["path"] == "/polled"
    assert status["body"] == {"age": "int", "of": [{"a": "int"}]}
    assert status["headers"] == [["date", "<date>"], ["etag", "<etag>"], ["x-id", "2"]]
    assert other["headers"][1] == ["etag", '"1"']
    assert len(other["body"]) == 64


def test_responses_to_a_fixture_are_not_attributed_to_a_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = tmp_path / "notes"
    monkeypatch.setenv(responses.VARIABLE, str(notes))
    monkeypatch.setenv("PYTEST_CURRENT_TEST", "tests/test_a.py::test_first (setup)")
    for path in ("/b", "/a", "/b"):
        responses.note("GET", path, 200, [], b"")
    found = scenarios.arranged(notes.read_text().splitlines())
    assert [response["path"] for response in found[responses.FIXTURES]] == ["/a", "/b"]


def test_time_dependent_content_is_omitted() -> None:
    def line(body: str, status: int = 200) -> str:
        name = next(iter(scenarios.WITHOUT_CONTENT))
        return json.dumps({"test": name, "status": status, "headers": [["etag", body], ["a", "b"]], "body": body})

    (found,) = scenarios.arranged([line("x"), line("y"), line("x", 500)]).values()
    assert [response["status"] for response in found] == [200, 500]
    assert all(response["headers"] == [["a", "b"]] for response in found)
