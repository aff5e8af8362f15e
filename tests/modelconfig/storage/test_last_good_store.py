"""The store of last good results: what it reads, what it writes again, and what it reports."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING, ClassVar, NoReturn

import pytest

from modelconfig.storage.last_good import LastGoodStore, Unusable, verified
from modelconfig.storage.private_folder import NAME, PrivateFolder

if TYPE_CHECKING:
    from pathlib import Path


class ResultStore(LastGoodStore):
    subjects: ClassVar = {"a": "the result", "b": "its metadata"}
    unusable = "MC433", "No action needed."
    unsaved = "MC434", "Free some space."


def store(folder: Path | None) -> LastGoodStore:
    return ResultStore(None if folder is None else PrivateFolder(folder))


def messages(made: LastGoodStore) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in made.problems]


def test_without_a_folder_nothing_is_read_written_or_reported() -> None:
    made = store(None)
    assert made.load("a", 10, bytes, required=True) is None
    assert made.save({"a": "x"}, 1)
    assert made.retry()
    made.remove("a")
    assert made.problems == ()


def test_files_are_written_for_their_owner_and_read_again(tmp_path: Path) -> None:
    made = store(tmp_path / "new")
    assert made.save({"a": "text", "b": b"bytes"}, 1)
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "new" / NAME).iterdir()} == {0o600}
    assert (made.load("a", 4, bytes), made.load("b", 5, bytes)) == (b"text", b"bytes")
    assert made.problems == ()


def test_a_result_with_the_same_identity_is_not_written_again(tmp_path: Path) -> None:
    made = store(tmp_path)
    made.save({"a": "first"}, 1)
    made.save({"a": "second"}, 1)
    assert (tmp_path / NAME / "a").read_text() == "first"
    made.reject("a", "no")
    made.save({"a": "third"}, 1)
    assert (tmp_path / NAME / "a").read_text() == "third"
    assert made.problems == ()


def test_a_failed_write_is_reported_and_retried(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.write_text("a file")
    made = store(folder)
    assert not made.save({"a": "x", "b": "y"}, 1)
    assert not made.retry()
    assert messages(made) == ["MC434 cannot save the result: the file cannot be written: file exists"]
    assert (made.problems[0].file, made.problems[0].hint) == ((folder / NAME / "a").as_posix(), ResultStore.unsaved[1])
    folder.unlink()
    assert made.retry()
    assert made.problems == ()
    assert (folder / NAME / "b").read_text() == "y"
    (folder / NAME / "b").write_text("z")
    assert made.retry()
    assert (folder / NAME / "b").read_text() == "z"


def test_a_folder_that_must_not_be_used_is_reported_with_its_own_hint(tmp_path: Path) -> None:
    made = store(tmp_path)
    (tmp_path / NAME).symlink_to("elsewhere")
    assert not made.save({"a": "x"}, 1)
    (problem,) = made.problems
    assert (problem.code, problem.message) == (
        "MC434",
        "cannot save the result: the cache folder is a symbolic link, and links are not followed",
    )
    assert problem.hint.startswith("Remove it")
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "a").symlink_to("b")
    assert not made.retry()
    assert (made.problems[0].message, made.problems[0].hint) == (
        "cannot save the result: this is a symbolic link, and links are not followed",
        "Remove the link, or specify the file that it links to.",
    )


def fail(_: bytes) -> NoReturn:
    raise Unusable("it is not the right one")


@pytest.mark.parametrize(
    ("content", "limit", "reason"),
    [("x", 10, "it is not the right one"), ("x" * 11, 10, "it is larger than 10 bytes"), (None, 10, "")],
)
def test_an_unusable_file_is_reported(tmp_path: Path, content: str | None, limit: int, reason: str) -> None:
    if content is not None:
        (tmp_path / NAME).mkdir()
        (tmp_path / NAME / "a").write_text(content)
    made = store(tmp_path)
    assert made.load("a", limit, fail) is None
    assert messages(made) == ([f"MC433 the result cannot be used: {reason}"] if reason else [])


@pytest.mark.parametrize("error", [ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError])
def test_an_error_in_the_content_is_reported_as_corrupt_and_not_quoted(tmp_path: Path, error: type[Exception]) -> None:
    def parse(_: bytes) -> NoReturn:
        raise error("canary")

    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "a").write_text("x")
    made = store(tmp_path)
    assert made.load("a", 10, parse) is None
    assert messages(made) == ["MC433 the result cannot be used: the file is damaged"]


def test_a_missing_file_is_a_problem_only_where_it_is_required(tmp_path: Path) -> None:
    made = store(tmp_path)
    assert made.load("a", 10, bytes) is None
    assert made.load("b", 10, bytes, required=True) is None
    assert messages(made) == ["MC433 its metadata cannot be used: the file is missing"]


def test_only_temporary_files_of_killed_processes_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    old, young, other = (folder / name for name in (".a.00000001.tmp", ".a.00000002.tmp", ".b.00000001.tmp"))
    for path in (old, young, other):
        path.write_text("x")
    for path in (old, other):
        os.utime(path, (time.time() - 7200,) * 2)
    store(tmp_path).load("a", 10, bytes)
    assert sorted(folder.iterdir()) == [young, other]


def test_content_must_match_its_digest() -> None:
    text = json.dumps({"sha256": "right", "value": 1}).encode()
    assert verified(text, lambda value: "right" if value == {"value": 1} else "wrong") == {"value": 1}
    with pytest.raises(Unusable):
        verified(text, lambda _: "wrong")
