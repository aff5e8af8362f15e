"""Revisions that are too far in the future, and `validate --on`, which reports them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.documents.current_day import day_of, embedded_revision
from modelconfig.documents.revisions import Revision, future_revision
from modelconfig.schema.embedded import embedded_bytes
from tests.helpers import command_line

if TYPE_CHECKING:
    from pathlib import Path


@given(st.dates(), st.dates(), st.integers(1, 999_999_999))
def test_two_days_ahead_are_allowed(day: date, revised: date, number: int) -> None:
    problem = future_revision(Revision(revised, number).text(), day)
    assert (problem is None) == (revised <= day or revised - day <= timedelta(days=2))


@given(st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text()), st.dictionaries(st.text(), st.text())))
def test_what_is_no_revision_is_not_in_the_future(value: object) -> None:
    assert future_revision(value, date.min) is None


@given(st.integers(0, 200_000_000_000), st.timezones())
def test_no_day_is_before_that_of_the_embedded_document(seconds: int, zone: tzinfo) -> None:
    now = datetime.fromtimestamp(seconds, zone)
    embedded = embedded_revision()
    assert embedded is not None
    assert day_of(now) == max(now.astimezone(UTC).date(), embedded.day)


@pytest.mark.parametrize("options", [(), ("--consumer",)])
@pytest.mark.parametrize(
    ("day", "found"), [(None, []), ("2029-12-29", ["MC463"]), ("2029-12-30", []), ("2030-01-01", [])]
)
def test_validate_compares_the_revision_with_a_given_day_only(
    tmp_path: Path, day: str | None, found: list[str], options: tuple[str, ...]
) -> None:
    file = tmp_path / "models.json"
    file.write_text(json.dumps({**json.loads(embedded_bytes("models.json")), "revision": "2030-01-01.1"}, indent=2))
    arguments = () if day is None else ("--on", day)
    done = command_line.run("validate", file, "--format", "json", *options, *arguments)
    errors = [problem for problem in json.loads(done.stdout) if problem["severity"] == "error"]
    assert [problem["code"] for problem in errors] == found
    assert all((problem["pointer"], problem["line"]) == ("/revision", 3) for problem in errors)
    assert done.returncode == len(found)


@pytest.mark.parametrize("content", ["{}", "[]", "7", '{"revision": {}}', "{", ""])
def test_validate_on_a_day_reports_invalid_documents_as_without(tmp_path: Path, content: str) -> None:
    file = tmp_path / "models.json"
    file.write_text(content)
    outputs = [command_line.run("validate", file, *on).stdout for on in ((), ("--on", "2026-11-26"))]
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "", "26-11-2026"])
def test_validate_rejects_what_is_not_a_day(day: str) -> None:
    assert command_line.run("validate", "models.json", "--on", day).returncode == 2
