"""The file with the last good result: complete or rejected."""

from __future__ import annotations

import json
import os
import stat
import time
from dataclasses import replace
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given

from modelconfig.jsontext.writer import canonical
from modelconfig.merge.pipeline import merge_site
from modelconfig.server.instance.merged_store import NAME, LastGood, MergedStore
from modelconfig.site.cody_settings import SiteFeatureFlags
from modelconfig.storage.digests import digest
from modelconfig.storage.private_folder import NAME as PRIVATE_FOLDER
from modelconfig.storage.private_folder import PrivateFolder
from modelconfig.views.client_view import client_view
from tests.helpers.site_documents import BASE, site_documents

RESULT = LastGood(
    {**BASE, "later": 1.0, "text": "ö\u2028"},
    SiteFeatureFlags(cody=True, smart_context_window=False),
    datetime(2026, 11, 22, 12, 0, 1, 500, tzinfo=UTC),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    store_in(tmp_path).save_result(RESULT)
    return tmp_path / PRIVATE_FOLDER / NAME


def store_in(cache_dir: Path, site: str = "site.jsonc") -> MergedStore:
    return MergedStore(PrivateFolder(cache_dir), site)


def load(file: Path, site: str = "site.jsonc") -> tuple[LastGood | None, list[str]]:
    """Return the result in a file of a cache, and the messages about it."""
    store = store_in(file.parents[1], site)
    return store.load_result(), [problem.message for problem in store.problems]


def test_a_saved_result_is_loaded(file: Path) -> None:
    assert load(file) == (RESULT, [])


def test_the_file_is_private(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    store_in(file.parents[1]).save_result(replace(RESULT, since=datetime.now(UTC)))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_missing_file_is_not_a_problem(tmp_path: Path) -> None:
    assert load(tmp_path / PRIVATE_FOLDER / NAME) == (None, [])
    assert load(tmp_path / "missing" / PRIVATE_FOLDER / NAME) == (None, [])


def test_an_unchanged_result_is_not_written_again(file: Path) -> None:
    store = store_in(file.parents[1])
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
        b'{"sha256": "", "format": 2}',
        b"[" * 100_000,
        b'{"a": ' * 100_000,
        b'{"sha256": "", "format": 2, "since": "", "switches": {}, "document": NaN}',
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
    content = {**json.loads(file.read_text()), "format": 1}
    del content["sha256"]
    file.write_text(json.dumps({"sha256": digest(canonical(content).encode()), **content}))
    assert "another version" in load(file)[1][0]


def test_a_result_is_used_only_for_a_site_configuration_at_the_same_path(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.path.relpath(Path.cwd(), "/")
    for same in ("./site.jsonc", "x/../site.jsonc", str(Path.cwd() / "site.jsonc"), f"/{here}/site.jsonc"):
        assert load(file, same) == (RESULT, [])
    for other in ("other.jsonc", "/site.jsonc", "x/site.jsonc"):
        assert load(file, other)[1] == [
            "the last good result cannot be used: it was made from a site configuration at another path"
        ]
    monkeypatch.chdir("/")
    assert load(file)[0] is None
    # The result of another site is replaced.
    store_in(file.parents[1]).save_result(RESULT)
    assert load(file) == (RESULT, [])


@pytest.mark.root  # only root can give a file to another user
def test_a_file_of_another_user_is_not_used(file: Path) -> None:
    os.chown(file, 65534, -1)
    assert load(file) == (None, ["the last good result cannot be used: another user owns it"])


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
    store = store_in(folder)
    store.save_result(RESULT)
    assert [problem.code for problem in store.problems] == ["MC416"]
    file = folder / PRIVATE_FOLDER / NAME
    assert store.problems[0].file == file.as_posix()
    folder.unlink()
    store.save_result(RESULT)
    assert store.problems == ()
    assert load(file)[0] == RESULT


def disk_full(old: str, new: str, *, src_dir_fd: int, dst_dir_fd: int) -> NoReturn:
    raise OSError(ENOSPC, f"{old} to {new} in {src_dir_fd} and {dst_dir_fd}")


@pytest.mark.parametrize(
    "newer", [replace(RESULT, document=BASE), replace(RESULT, flags=SiteFeatureFlags(False, False))]
)
def test_an_outdated_result_that_cannot_be_replaced_is_not_loaded(
    file: Path, newer: LastGood, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", disk_full)
    store = store_in(file.parents[1])
    store.save_result(replace(RESULT, since=datetime.now(UTC)))
    assert load(file) == (RESULT, [])
    store.save_result(newer)
    assert [problem.code for problem in store.problems] == ["MC416"]
    assert load(file) == (None, [])


def test_temporary_files_of_killed_processes_are_removed(file: Path) -> None:
    old, new = file.with_name(f".{NAME}.00000001.tmp"), file.with_name(f".{NAME}.00000002.tmp")
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
