"""Publishing to a folder: which files exist afterwards, and which are unchanged."""

from __future__ import annotations

import gzip
import json
import os
from typing import TYPE_CHECKING

import pytest

from modelconfig.publish import tree_layout
from modelconfig.server.http.responses import JSON
from tests.modelconfig.publish.samples import document, model
from tests.modelconfig.publish.trees import DECODERS, POLLED, digest, names, publish, served, state, text, touched

if TYPE_CHECKING:
    from pathlib import Path

FIRST = document()
SECOND = document(revision="2026-11-22.2", models=[model(displayName="Larger")])
EXTRA = ["headers.json", "_headers", "latest.json"]


def test_a_tree_contains_the_document_under_both_names_in_all_codings(tmp_path: Path) -> None:
    done = publish(tmp_path, FIRST)
    expected = [stem + suffix for stem in (f"{digest(FIRST)}.json", POLLED) for suffix in DECODERS]
    assert sorted(names(tmp_path)) == sorted(expected + EXTRA)
    assert sorted(done.written) == sorted(expected + EXTRA)
    assert done.written[-1] == "latest.json"
    assert (done.unchanged, done.removed, done.problems) == ([], [], [])
    for name in expected:
        assert DECODERS[name.partition(".json")[2]]((tmp_path / name).read_bytes()) == text(FIRST)
    assert served(tmp_path) == text(FIRST)
    assert json.loads((tmp_path / "latest.json").read_bytes()) == {
        "revision": "2026-11-22.1",
        "digest": digest(FIRST),
        "path": f"{digest(FIRST)}.json",
        "size": len(text(FIRST)),
    }


def test_the_companion_is_published_beside_its_document_and_removed_with_it(tmp_path: Path) -> None:
    expected = ["models.sources.json" + suffix for suffix in DECODERS]
    for content in (b'{"revision": "1"}', b'{"revision": "2"}'):
        done = publish(tmp_path, FIRST, sources=content)
        assert set(expected) <= set(done.written) <= {*expected, *names(tmp_path)}
        for name in expected:
            assert DECODERS[name.partition(".json")[2]]((tmp_path / name).read_bytes()) == content
            assert f"/{name}\n  Content-Type: application/json\n" in (tmp_path / "_headers").read_text("utf-8")
    assert set(expected) <= set(publish(tmp_path, FIRST, sources=content).unchanged)
    assert sorted(publish(tmp_path, FIRST).removed) == sorted(expected)
    assert "sources" not in (tmp_path / "_headers").read_text("utf-8")


def test_published_files_are_world_readable(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(tmp_path / "new", FIRST)
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o755
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir()} == {0o644}


def test_the_same_document_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    for name in "ab":
        publish(tmp_path / name, FIRST)
    assert state(tmp_path / "a") == state(tmp_path / "b")


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    first = publish(tmp_path, FIRST)
    before = touched(tmp_path)
    second = publish(tmp_path, FIRST)
    assert touched(tmp_path) == before
    assert (second.written, second.unchanged) == ([], first.written)


def test_a_new_document_keeps_the_previous_one_under_its_digest(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    old = {name: seen for name, seen in touched(tmp_path).items() if name.startswith(digest(FIRST))}
    publish(tmp_path, SECOND)
    now = touched(tmp_path)
    assert len(old) == len(DECODERS)
    assert {name: now[name] for name in old} == old
    assert served(tmp_path) == text(SECOND)
    assert json.loads((tmp_path / "latest.json").read_bytes())["digest"] == digest(SECOND)


def test_an_earlier_document_can_be_published_again(tmp_path: Path) -> None:
    publish(tmp_path / "a", FIRST)
    once = state(tmp_path / "a")
    publish(tmp_path / "a", SECOND)
    done = publish(tmp_path / "a", FIRST)
    again = state(tmp_path / "a")
    assert {name: again[name] for name in once if "headers" not in name} == {
        name: seen for name, seen in once.items() if "headers" not in name
    }
    assert [(one.code, one.severity.value) for one in done.problems] == [("MC443", "warning")]


@pytest.mark.parametrize("keep", [1, 2, 3, 9])
def test_the_oldest_revisions_are_removed(tmp_path: Path, keep: int) -> None:
    revisions = ["2026-11-22.9", "2026-11-22.10", "odd", "2027-01-01.1", "2026-12-31.7"]
    documents = {revision: document(revision=revision) for revision in revisions}
    for one in documents.values():
        publish(tmp_path, one)
    done = publish(tmp_path, documents["odd"], keep=keep)
    stay = ["odd", "2027-01-01.1", "2026-12-31.7", "2026-11-22.10", "2026-11-22.9"][:keep]
    remaining = {digest(documents[one]) for one in stay}
    assert {name[:64] for name in names(tmp_path) if len(name) > 64} == remaining
    assert {name[:64] for name in done.removed} == {digest(one) for one in documents.values()} - remaining
    listed = json.loads((tmp_path / "headers.json").read_bytes())["files"]
    assert set(listed) == names(tmp_path) - {"headers.json", "_headers"}
    served(tmp_path)


def test_a_corrupt_document_is_repaired_and_reported(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    once = state(tmp_path)
    for one in (FIRST, SECOND):
        (tmp_path / f"{digest(one)}.json").write_bytes(b"0")
    done = publish(tmp_path, SECOND)
    assert [(one.code, one.severity.value, one.file[-69:-5]) for one in done.problems] == [
        ("MC441", "warning", name) for name in sorted([digest(FIRST), digest(SECOND)])
    ]
    assert done.written == [f"{digest(SECOND)}.json"]
    assert state(tmp_path) == {**once, f"{digest(FIRST)}.json": b"0"}


@pytest.mark.parametrize("suffix", [*DECODERS][1:])
@pytest.mark.parametrize("damage", [b"", b"junk", None, "cut", "more", "other"])
def test_a_corrupt_compressed_file_is_repaired(tmp_path: Path, suffix: str, damage: bytes | str | None) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    once = state(tmp_path)
    path = tmp_path / f"{digest(SECOND)}.json{suffix}"
    good = path.read_bytes()
    other = (tmp_path / f"{digest(FIRST)}.json{suffix}").read_bytes()
    path.unlink()
    if damage is not None:
        made = {"cut": good[:-2], "more": good + b"x", "other": other}
        path.write_bytes(damage if isinstance(damage, bytes) else made[damage])
    done = publish(tmp_path, SECOND)
    assert done.written == [path.name]
    assert state(tmp_path) == once


def test_output_of_another_compressor_is_not_replaced(tmp_path: Path) -> None:
    """The file was served under a name whose content must never change."""
    publish(tmp_path, FIRST)
    path = tmp_path / f"{digest(FIRST)}.json.gz"
    path.write_bytes(gzip.compress(text(FIRST), 1, mtime=0))
    other = path.read_bytes()
    assert other != (tmp_path / f"{POLLED}.gz").read_bytes()
    publish(tmp_path, FIRST)
    assert path.read_bytes() == other
    assert (tmp_path / f"{POLLED}.gz").read_bytes() == other


@pytest.mark.parametrize("others", [["index.html"], ["llm-models.json"], ["latest.json"], ["a", "b", "c", "d"], ["d/"]])
def test_a_folder_with_unrelated_files_is_rejected_and_not_changed(tmp_path: Path, others: list[str]) -> None:
    for name in others:
        (tmp_path / name).mkdir() if name.endswith("/") else (tmp_path / name).write_text("{}")
    before = touched(tmp_path)
    (problem,) = publish(tmp_path, FIRST).problems
    assert (problem.code, problem.file) == ("MC440", tmp_path.as_posix())
    assert others[0].strip("/") in problem.message
    assert touched(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": "other"}', b"\xff", b"[" * 5000])
def test_the_marker_of_another_program_is_not_accepted(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "headers.json").write_bytes(content)
    assert [one.code for one in publish(tmp_path, FIRST).problems] == ["MC440"]


def test_system_files_in_an_empty_folder_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "lost+found").mkdir()
    (tmp_path / ".gitkeep").touch()
    assert publish(tmp_path, FIRST).problems == []


def test_other_files_in_a_published_folder_are_not_changed(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    others = ["index.html", ".well-known.tmp", "a.json", f"{'0' * 63}.json", f"{'A' * 64}.json"]
    for name in others:
        (tmp_path / name).write_text("x")
    before = touched(tmp_path)
    assert publish(tmp_path, SECOND, keep=1).problems == []
    now = touched(tmp_path)
    assert {name: now[name] for name in others} == {name: before[name] for name in others}


def test_temporary_files_of_an_interrupted_run_are_removed(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    once = state(tmp_path)
    for name in (f"{digest(FIRST)}.json.gz", "llm-models.json", "latest.json", "headers.json", "_headers"):
        (tmp_path / f".{name}.0123abcd.tmp").write_text("x")
    publish(tmp_path, FIRST)
    assert state(tmp_path) == once


@pytest.mark.parametrize(
    ("before", "after", "reported"),
    [
        ("2026-11-22.1", "2026-11-22.2", False),
        ("odd", "2026-11-22.1", False),
        ("2026-11-22.2", "2026-11-22.1", True),
        ("2026-11-22.2", "2026-11-22.2", True),
        ("2026-11-22.2", "odd", True),
        ("odd", "even", True),
    ],
)
def test_a_revision_that_is_not_newer_is_reported(tmp_path: Path, before: str, after: str, *, reported: bool) -> None:
    publish(tmp_path, document(revision=before))
    done = publish(tmp_path, document(revision=after, models=[model(displayName="New")]))
    assert [(one.code, one.severity.value) for one in done.problems] == ([("MC443", "warning")] if reported else [])
    assert done.written != []


def test_headers_are_listed_for_each_file(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    files = json.loads((tmp_path / "headers.json").read_bytes())["files"]
    assert set(files) == names(tmp_path) - {"headers.json", "_headers"}
    for name, fields in files.items():
        assert fields["Content-Type"] == "application/json"
        newest = name.startswith(("llm-models", "latest"))
        assert ("immutable" in fields["Cache-Control"]) == (not newest)
        coding = {suffix: coding for coding, suffix in tree_layout.SUFFIXES.items()}.get(name.partition(".json")[2])
        assert fields.get("Content-Encoding") == coding
        assert ("Vary" in fields) == (name != "latest.json")
    static = (tmp_path / "_headers").read_text().splitlines()
    assert [line[1:] for line in static if line.startswith("/")] == list(files)
    assert "  Content-Encoding: gzip" in static


def test_headers_are_in_upload_order(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    order = list(json.loads((tmp_path / "headers.json").read_bytes())["files"])
    assert {len(name.partition(".")[0]) for name in order[: 2 * len(DECODERS)]} == {64}
    assert [name.partition(".")[0] for name in order[2 * len(DECODERS) :]] == ["llm-models"] * len(DECODERS) + [
        "latest"
    ]


def test_the_content_type_equals_the_one_of_the_gateway() -> None:
    assert tree_layout.CONTENT_TYPE == JSON


@pytest.mark.parametrize("name", ["llm-models.json", "latest.json", "headers.json", "_headers", "digest"])
def test_a_folder_at_the_path_of_a_file_is_reported(tmp_path: Path, name: str) -> None:
    from modelconfig.errors import WriteError

    publish(tmp_path, FIRST)
    path = tmp_path / name.replace("digest", f"{digest(SECOND)}.json")
    path.unlink(missing_ok=True)
    path.mkdir()
    if name == "headers.json":
        assert [one.code for one in publish(tmp_path, SECOND).problems] == ["MC440"]
    else:
        with pytest.raises(WriteError, match="is a directory"):
            publish(tmp_path, SECOND)
