"""The file with the last good result: complete or rejected."""

from __future__ import annotations

import json
import os
import stat
import time
from dataclasses import replace
from datetime import UTC, datetime
from errno import ENOSPC
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from modelconfig.jsontext.writer import canonical
from modelconfig.merge.pipeline import merge_site
from modelconfig.server.instance.merged_store import NAME, LastGood, MergedStore
from modelconfig.site.cody_settings import SiteFeatureFlags
from modelconfig.storage.digests import digest
from modelconfig.storage.files import unwritable
from modelconfig.views.client_view import client_view
from tests.helpers.site_documents import BASE, site_documents

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from modelconfig.diagnostics.problem import Problem


RESULT = LastGood(
    {**BASE, "later": 1.0, "text": "ö\u2028"},
    SiteFeatureFlags(cody=True, smart_context_window=False),
    datetime(2026, 11, 22, 12, 0, 1, 500, tzinfo=UTC),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    MergedStore(str(tmp_path)).save_result(RESULT)
    return tmp_path / NAME


def load(file: Path) -> tuple[LastGood | None, list[str]]:
    store = MergedStore(str(file.parent))
    return store.load_result(), [problem.message for problem in store.problems]


def test_a_saved_result_is_loaded(file: Path) -> None:
    assert load(file) == (RESULT, [])


def test_the_file_is_private(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    MergedStore(str(file.parent)).save_result(replace(RESULT, since=datetime.now(UTC)))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_missing_file_is_not_a_problem(tmp_path: Path) -> None:
    assert load(tmp_path / NAME) == (None, [])
    assert load(tmp_path / "missing" / NAME) == (None, [])


def test_an_unchanged_result_is_not_written_again(file: Path) -> None:
    store = MergedStore(str(file.parent))
    assert store.load_result() == RESULT
    before = file.stat()
    store.save_result(RESULT)
    assert file.stat() == before
    store.save_result(replace(RESULT, flags=SiteFeatureFlags(cody=False, smart_context_window=False)))
    assert file.stat().st_ino != before.st_ino
    assert load(file)[0] != RESULT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"x"',
        b"{}",
        b'{"sha256": 1}',
        b'{"sha256": "", "format": 1}',
        b"[" * 100_000,
        b'{"a": ' * 100_000,
        b'{"sha256": "", "format": 1, "since": "", "switches": {}, "document": NaN}',
    ],
)
def test_invalid_data_is_rejected(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    store, problems = load(file)
    assert store is None
    assert len(problems) == 1
    assert "cannot be used" in problems[0]


def test_every_truncated_file_is_detected(file: Path) -> None:
    whole = file.read_bytes()
    for end in (*range(0, len(whole) - 1, 97), len(whole) - 2):
        file.write_bytes(whole[:end])
        assert load(file)[0] is None, end


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("document", {**BASE, "revision": "changed"}),
        ("switches", {"cody": False, "smart_context_window": False}),
        ("since", "2020-01-01T00:00:00+00:00"),
        ("sha256", "0" * 64),
        ("more", 1),
    ],
)
def test_a_manual_change_is_detected(file: Path, member: str, value: Any) -> None:
    content = json.loads(file.read_text())
    content[member] = value
    file.write_text(json.dumps(content))
    store, problems = load(file)
    assert store is None
    assert "does not match its digest" in problems[0]


def test_another_format_is_not_overwritten(file: Path) -> None:
    content = {**json.loads(file.read_text()), "format": 2}
    del content["sha256"]
    file.write_text(json.dumps({"sha256": digest(canonical(content).encode()), **content}))
    assert "another version" in load(file)[1][0]


def test_a_non_regular_file_is_reported(file: Path) -> None:
    file.unlink()
    file.mkdir()
    store, problems = load(file)
    assert store is None
    assert len(problems) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_block(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)
    assert "not a regular file" in load(file)[1][0]


def test_a_failed_write_is_reported_and_retried(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.write_text("a file in the place of the folder")
    store = MergedStore(str(folder))
    store.save_result(RESULT)
    assert [problem.code for problem in store.problems] == ["MC416"]
    assert store.problems[0].file == (folder / NAME).as_posix()
    folder.unlink()
    store.save_result(RESULT)
    assert store.problems == ()
    assert load(folder / NAME)[0] == RESULT


def disk_full(contents: Mapping[Path, str], *, mode: int | None = None) -> Problem:
    return unwritable(OSError(ENOSPC, f"{[path.name for path in contents]}, {mode}"))


@pytest.mark.parametrize(
    "newer", [replace(RESULT, document=BASE), replace(RESULT, flags=SiteFeatureFlags(False, False))]
)
def test_an_outdated_result_that_cannot_be_replaced_is_not_loaded(
    file: Path, newer: LastGood, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("modelconfig.storage.last_good.try_write", disk_full)
    store = MergedStore(str(file.parent))
    store.save_result(replace(RESULT, since=datetime.now(UTC)))
    assert load(file) == (RESULT, [])
    store.save_result(newer)
    assert [problem.code for problem in store.problems] == ["MC416"]
    assert load(file) == (None, [])


def test_temporary_files_of_killed_processes_are_removed(file: Path) -> None:
    old, new = file.with_name(f".{NAME}.1.tmp"), file.with_name(f".{NAME}.2.tmp")
    for left in (old, new):
        left.write_text("{")
    os.utime(old, (time.time() - 7200,) * 2)
    assert load(file)[0] == RESULT
    assert not old.exists()
    assert new.exists()


def test_repr_contains_no_content() -> None:
    assert "models" not in repr(RESULT)


@given(site_documents())
def test_a_loaded_result_has_the_same_client_view(site: dict[str, Any]) -> None:
    """A result is saved as the client view, and the view is applied again when it is activated."""
    merged = merge_site(BASE, site).document
    if merged is not None:
        seen = client_view(merged)
        assert client_view(json.loads(json.dumps(seen))) == seen
