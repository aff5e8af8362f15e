"""A watched file: every change is reported, also a second one within the resolution of the file system's clock."""

from __future__ import annotations

import asyncio
import errno
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from modelconfig.server.file_watcher import Watch

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_was_just_written_is_reported_until_its_times_are_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    reports: list[str] = []
    file.write_text("first")

    async def changed() -> bool:
        reports.append(file.read_text())
        return True

    watched = Watch(str(file), changed)
    asyncio.run(watched.check())
    assert reports == []
    file.write_text("second")
    status = file.stat()
    written = max(status.st_mtime_ns, status.st_ctime_ns)
    for seconds, expected in ((0.001, 1), (0.01, 2), (1.0, 3), (1.1, 3), (2.0, 3)):
        now = written + int(seconds * 1e9)
        monkeypatch.setattr("modelconfig.server.file_watcher.time.time_ns", lambda now=now: now)
        asyncio.run(watched.check())
        assert len(reports) == expected, seconds
    assert set(reports) == {"second"}


def test_a_file_that_appears_or_vanishes_is_reported_once(tmp_path: Path) -> None:
    file = tmp_path / "file"
    reports: list[bool] = []

    async def changed() -> bool:
        reports.append(file.exists())
        return file.exists()

    watched = Watch(str(file), changed)
    file.mkdir()
    file.rmdir()
    asyncio.run(watched.check())
    assert reports == []
    file.symlink_to("nowhere")
    asyncio.run(watched.check())
    assert reports == []
    file.unlink()
    file.write_text("here")
    asyncio.run(watched.check())
    assert reports == [True]
    file.unlink()
    for _ in range(2):
        asyncio.run(watched.check())
    assert reports == [True, False]


@pytest.mark.parametrize("failure", ["reports", "raises"])
def test_a_file_that_could_not_be_read_is_read_again(tmp_path: Path, failure: str) -> None:
    file = tmp_path / "file"
    file.write_text("first")
    os.utime(file, (1, 1))
    attempts = 0

    async def changed() -> bool:
        nonlocal attempts
        attempts += 1
        if attempts < 3 and failure == "raises":
            raise OSError(errno.EMFILE, "Too many open files")
        return attempts >= 3

    watched = Watch(str(file), changed)
    file.write_text("second")
    time.sleep(0.1)
    for _ in range(5):
        with suppress(OSError):
            asyncio.run(watched.check())
    assert attempts == 3
