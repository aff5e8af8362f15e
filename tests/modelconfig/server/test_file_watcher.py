"""A watched file: every change is reported, also a second one within the resolution of the file system's clock."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from modelconfig.server.file_watcher import Watch

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_file_that_was_just_written_is_reported_until_its_times_are_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    reports: list[str] = []
    file.write_text("first")

    async def changed() -> None:
        reports.append(file.read_text())

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

    async def changed() -> None:
        reports.append(file.exists())

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
