"""Log events about problems: each with its location as far as it is known."""

from __future__ import annotations

import logging

import pytest

from modelconfig.diagnostics.problem import Problem, Severity
from modelconfig.server.http.logs import log_problems


def problem(file: str = "", line: int | None = None, column: int | None = None, pointer: str = "") -> Problem:
    return Problem(
        code="MC001", severity=Severity.ERROR, message="is wrong",
        file=file, line=line, column=column, pointer=pointer,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (problem(), "MC001 is wrong"),
        (problem("none.json"), "none.json: MC001 is wrong"),
        (problem("a.json", pointer="/models/0"), "a.json#/models/0: MC001 is wrong"),
        (problem("a.json", 2, 5, "/x"), "a.json:2:5: MC001 is wrong"),
    ],
)
def test_a_location_is_logged_as_far_as_it_is_known(
    caplog: pytest.LogCaptureFixture, reported: Problem, expected: str
) -> None:
    log_problems(logging.getLogger("test"), logging.ERROR, "rejected", [reported])
    assert vars(caplog.records[0])["fields"] == {"number": 1, "problems": [expected]}
