"""Publishing under faults: kills at any moment, a full disk, missing permissions, concurrent runs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pytest

from modelconfig.diagnostics.problem import has_errors
from modelconfig.publish import publisher
from modelconfig.publish.content_codings import compress
from tests.helpers import command_line
from tests.modelconfig.publish.samples import document, model
from tests.modelconfig.publish.trees import digest, publish, served, state, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from modelconfig.diagnostics.problem import Problem

OLD = document()
NEW = document(revision="2026-11-22.2", models=[model(displayName=f"Larger {'x' * 60}")])
PATIENCE = 60
COMPRESS = cache(compress)


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compress each content once, and do not call fsync."""
    monkeypatch.setattr(publisher, "compress", COMPRESS)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.parametrize("name", ["llm-models.json", "latest.json", f"{digest(OLD)}.json", f"{digest(OLD)}.json.gz"])
def test_a_pipe_in_a_tree_is_replaced_without_blocking(tmp_path: Path, name: str) -> None:
    publish(tmp_path, OLD)
    before = state(tmp_path)
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)
    ended = threading.Thread(target=publish, args=(tmp_path, OLD), daemon=True)
    ended.start()
    ended.join(PATIENCE)
    assert not ended.is_alive()
    assert state(tmp_path) == before


# Runs the same publication repeatedly, and ends it one step later each time, as a power failure would.
# fsync is not called, because the disk is not interrupted, and each content is compressed once for all runs.
KILLED = """
import json, os, shutil, signal, sys
from functools import cache
from pathlib import Path
from modelconfig.publish import publisher

work, data = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes()
left = 10**9

def passed():
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

def counted(real):
    def call(*arguments, **options):
        passed()
        result = real(*arguments, **options)
        passed()
        return result
    return call

publisher.compress = cache(publisher.compress)
for coding in publisher.ENCODINGS:
    publisher.compress(coding, data)
os.fsync = lambda handle: None
for owner, name in (
    (os, "open"), (os, "fsync"), (os, "replace"), (os, "mkdir"), (os, "fchmod"), (os, "unlink"),
):
    setattr(owner, name, counted(getattr(owner, name)))
for moment in range(1000):
    folder = work / str(moment)
    if (work / "before").is_dir():
        shutil.copytree(work / "before", folder)
    child = os.fork()
    if child == 0:
        left = moment
        publisher.publish(folder, data, json.loads(data), keep=1, waiting=print)
        os._exit(0)
    ended = os.waitpid(child, 0)[1]
    if ended == 0:
        print(moment)
        break
    assert os.WIFSIGNALED(ended) and os.WTERMSIG(ended) == signal.SIGKILL
"""


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE * 5)


@pytest.mark.parametrize("update", [False, True], ids=["first", "update"])
def test_a_tree_is_valid_after_a_kill_and_the_next_run_completes_it(tmp_path: Path, *, update: bool) -> None:
    work = tmp_path / "work"
    work.mkdir()
    expected = tmp_path / "expected"
    if update:
        publish(work / "before", OLD)
        publish(expected, OLD)
    publish(expected, NEW, keep=1)
    (tmp_path / "new.json").write_bytes(text(NEW))
    done = run(KILLED, work, tmp_path / "new.json")
    moments = int(done.stdout or "-1")
    # Every file is opened, synchronised and renamed, and several are removed.
    assert moments > (100 if update else 80), done.stderr
    seen = set()
    for moment in range(moments + 1):
        folder = work / str(moment)
        polled = served(folder) if folder.is_dir() else None
        assert polled in ({text(OLD), text(NEW)} if update else {None, text(NEW)}), moment
        seen.add(tuple(sorted(path.name for path in folder.iterdir())) if folder.is_dir() else ())
        publish(folder, NEW, keep=1)
        assert state(folder) == state(expected), moment
    assert len(seen) > 20, "the runs were not killed at different moments"


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """Mount a small file system on a folder."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},nr_inodes=200", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.root
def test_a_full_disk_keeps_the_previous_tree(tmp_path: Path) -> None:
    large = document(revision="2026-11-22.2", models=[model(displayName="Large", future=os.urandom(20_000).hex())])
    (tmp_path / "large.json").write_bytes(text(large))
    disk = tmp_path / "disk"
    disk.mkdir()
    rejected = 0
    for pages in range(20, 80, 5):
        with small_disk(disk, pages * 4096):
            publish(disk / "tree", OLD)
            before = state(disk / "tree")
            done = command_line.run("publish", disk / "tree", "--models", tmp_path / "large.json")
            if done.returncode:
                rejected += 1
                assert (done.returncode, "MC011" in done.stderr) == (2, True), done.stderr
                assert "no space left" in done.stderr
                assert state(disk / "tree") == before
            assert served(disk / "tree") == text(large if done.returncode == 0 else OLD)
            command_line.run("publish", disk / "tree")
    assert rejected > 3


LIMITED = """
import resource, sys
from modelconfig.cli.main import main

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
main(sys.argv[2:])
"""


def test_a_file_size_limit_keeps_the_previous_tree(tmp_path: Path) -> None:
    publish(tmp_path / "tree", OLD)
    before = state(tmp_path / "tree")
    (tmp_path / "new.json").write_bytes(text(NEW))
    codes = []
    for limit in (10, 200, len(compress("gzip", text(NEW))), len(text(NEW)) - 1, 2 * len(text(NEW)) + 4096):
        done = run(LIMITED, limit, "publish", tmp_path / "tree", "--models", tmp_path / "new.json")
        codes.append(done.returncode)
        assert "Traceback" not in done.stderr
        if done.returncode:
            assert "MC011" in done.stderr
            assert state(tmp_path / "tree") == before
    assert codes == [2, 2, 2, 2, 0]
    assert served(tmp_path / "tree") == text(NEW)


# Imports every module before it drops the permissions to read them, by one successful and one failed publication.
ORDINARY = """
import os, sys, tempfile
from contextlib import suppress
from modelconfig.cli.main import main

with tempfile.TemporaryDirectory() as folder:
    for more in ([], ["--models", folder + "/none"]):
        with suppress(SystemExit):
            main(["publish", folder + "/tree", *more])
sys.stdout.flush()
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
main(sys.argv[1:])
"""


def test_an_unwritable_folder_is_reported(public: Path) -> None:
    publish(public / "tree", OLD)
    before = state(public / "tree")
    (public / "new.json").write_bytes(text(NEW))
    (public / "tree").chmod(0o555)
    done = run(ORDINARY, "publish", public / "tree", "--models", public / "new.json")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert "error[MC011] cannot be written: permission denied" in done.stderr
    (public / "tree").chmod(0o755)
    assert state(public / "tree") == before


def test_a_folder_that_cannot_be_read_or_created_is_reported(public: Path) -> None:
    (public / "tree").mkdir(mode=0o300)
    (public / "closed").mkdir(mode=0o555)
    for folder in ("tree", "closed/tree"):
        done = run(ORDINARY, "publish", public / folder)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
        assert "error[MC011] cannot be written: permission denied" in done.stderr


def test_an_unwritable_published_folder_is_accepted_when_nothing_changes(public: Path) -> None:
    (public / "old.json").write_bytes(text(OLD))
    publish(public / "tree", OLD)
    (public / "tree").chmod(0o555)
    done = run(ORDINARY, "publish", public / "tree", "--models", public / "old.json")
    assert (done.returncode, done.stdout.splitlines()[-1].partition(";")[0]) == (0, "nothing changed"), done.stderr


def test_concurrent_runs_produce_one_valid_tree(tmp_path: Path) -> None:
    documents = [
        document(revision=f"2026-11-22.{number}", models=[model(displayName="x" * number)]) for number in (1, 2)
    ]
    folder = tmp_path / "tree"
    problems: list[list[Problem]] = []

    def repeat(number: int) -> None:
        problems.extend(publish(folder, documents[number % 2]).problems for _ in range(4))

    # The lock belongs to an open folder, so it excludes other threads as well as other processes.
    runs = [threading.Thread(target=repeat, args=(number,)) for number in range(4)]
    for thread in runs:
        thread.start()
    while any(thread.is_alive() for thread in runs):
        for path in folder.glob("llm-models.json*") if folder.is_dir() else ():
            read_while_written(path, {text(one) for one in documents})
    for thread in runs:
        thread.join()
    assert len(problems) == 16
    assert not any(map(has_errors, problems))
    last = served(folder)
    (winner,) = [one for one in documents if text(one) == last]
    assert not list(folder.glob(".*"))
    assert {path.name[:64] for path in folder.iterdir() if len(path.name) > 64} == set(map(digest, documents))
    now = state(folder)
    publish(folder, winner)
    assert state(folder) == now


def test_concurrent_runs_without_a_folder_all_succeed(tmp_path: Path) -> None:
    together = threading.Barrier(4, timeout=PATIENCE)
    ended: list[tuple[int, int]] = []

    def first_of_its_folder() -> None:
        for attempt in range(25):
            together.wait()
            found = publish(tmp_path / str(attempt) / "tree", OLD)
            ended.append((attempt, len(found.problems)))

    runs = [threading.Thread(target=first_of_its_folder, daemon=True) for _ in range(4)]
    for thread in runs:
        thread.start()
    for thread in runs:
        thread.join(PATIENCE)
    assert sorted(ended) == [(attempt, 0) for attempt in range(25) for _ in runs]
    assert all(served(tmp_path / str(attempt) / "tree") == text(OLD) for attempt in range(25))


def read_while_written(path: Path, whole: set[bytes]) -> None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    if path.suffix == ".json":
        assert content in whole
    else:
        coding = {".gz": "gzip", ".br": "br", ".zst": "zstd"}[path.suffix]
        assert content in {COMPRESS(coding, one) for one in whole}
