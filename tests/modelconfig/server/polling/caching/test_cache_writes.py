"""A polled document is served although it cannot be cached, and a write that is cut off loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from modelconfig.server.polling.outcomes import Outcome
from modelconfig.storage.private_folder import NAME
from tests.modelconfig.server.faults.documents import as_bytes, edition, edition_revision
from tests.modelconfig.server.polling.caching.cached_polls import ADDRESS, again, load, polled
from tests.modelconfig.server.polling_servers import Setup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.modelconfig.server.faults.gateway import FaultGateway


@contextmanager
def no_room() -> Iterator[None]:
    """Limit the file size to a few bytes, to simulate a full disk."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_polled_document_is_served_despite_a_full_disk(gateway: FaultGateway, tmp_path: Path) -> None:
    polled(gateway, tmp_path, 1)
    gateway.serve(edition(2))
    setup = Setup(gateway.url, folder=tmp_path)
    with no_room():
        assert setup.poll() is Outcome.ACCEPTED
    assert setup.revision() == edition_revision(2)
    assert [(one.code, "file too large" in one.message) for one in setup.cache.problems] == [("MC434", True)]
    # The previous files are complete, and the failed write leaves no temporary file.
    assert sorted(path.name for path in (tmp_path / NAME).iterdir()) == ["base.json", "base.meta.json"]
    assert again(gateway, tmp_path) == ("cached", edition_revision(1), [])
    # It is written as soon as space is available, although the document is unchanged.
    assert setup.poll() is Outcome.UNCHANGED
    assert setup.cache.problems == ()
    assert again(gateway, tmp_path) == ("cached", edition_revision(2), [])


def test_a_polled_document_is_served_despite_an_unwritable_folder(gateway: FaultGateway, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    setup = Setup(gateway.url, folder=tmp_path / "file" / "cache")
    assert [problem.code for problem in setup.cache.problems] == ["MC433"]
    assert setup.poll() is Outcome.ACCEPTED
    assert [problem.code for problem in setup.cache.problems] == ["MC434"]


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make a folder unwritable; root switches to an unprivileged user."""
    unprivileged = 65534
    is_root = os.geteuid() == 0
    if is_root:
        for path in (folder, folder / NAME, *(folder / NAME).iterdir()):
            os.chown(path, unprivileged, -1)
        os.seteuid(unprivileged)
    (folder / NAME).chmod(0o500)
    try:
        yield
    finally:
        (folder / NAME).chmod(0o700)
        if is_root:
            os.seteuid(0)
            for path in (folder / NAME, *(folder / NAME).iterdir()):
                os.chown(path, 0, -1)


def test_a_polled_document_is_served_despite_a_read_only_folder(gateway: FaultGateway) -> None:
    # Not below pytest's own folder, which other users cannot read.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        polled(gateway, folder, 1)
        gateway.serve(edition(2))
        with read_only(folder):
            setup = Setup(gateway.url, folder=folder)
            assert (setup.revision(), setup.cache.problems) == (edition_revision(1), ())
            assert setup.poll() is Outcome.ACCEPTED
            assert setup.revision() == edition_revision(2)
            found = [(one.code, "permission denied" in one.message) for one in setup.cache.problems]
            assert found == [("MC434", True)]
        assert setup.poll() is Outcome.UNCHANGED
        assert setup.cache.problems == ()
        assert again(gateway, folder) == ("cached", edition_revision(2), [])


def test_killing_a_process_during_a_write_loses_nothing(tmp_path: Path) -> None:
    """The cache contains one complete document, and its metadata matches it or is detected as mismatched."""
    editions = {as_bytes(edition(number)) for number in (1, 2)}
    for moment in range(8):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.modelconfig.server.polling.caching.cache_writer", str(tmp_path)],
            cwd=Path(__file__).parents[5],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        with process.stdout:
            assert process.stdout.readline() == b"writing\n"
            time.sleep(moment * 0.0037)
            process.kill()
            process.wait()
        assert (tmp_path / NAME / "base.json").read_bytes() in editions
        cached, problems = load(tmp_path)
        assert cached is not None
        assert (cached.address == ADDRESS.digest) == (problems == [])
        assert (cached.etag == f'"{cached.base.revision}"') == (problems == [])


def test_temporary_files_of_killed_processes_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    left, young = folder / ".base.json.0123abcd.tmp", folder / ".base.meta.json.0123abcd.tmp"
    other = folder / ".merged.json.0123abcd.tmp"
    for path in (left, young, other):
        path.write_text("half", "utf-8")
    for path in (left, other):
        os.utime(path, (time.time() - 7200,) * 2)
    assert load(tmp_path) == (None, [])
    assert sorted((tmp_path / NAME).iterdir()) == sorted([young, other])
