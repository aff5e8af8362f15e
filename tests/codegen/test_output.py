"""Writing of generated files: each file is old or new as a whole, and the check reports every difference."""

from __future__ import annotations

import os
import signal
import stat
from typing import TYPE_CHECKING

import pytest

from codegen.output import OwnedFolders, drift, write_tree
from modelconfig.errors import WriteError
from modelconfig.storage.atomic import write_all, write_atomically
from tests.codegen.processes import run

if TYPE_CHECKING:
    from pathlib import Path

OWNED = ("made", "also")
OLD = {"made/a.txt": "old a\n", "made/deep/b.txt": "old b\n"}
NEW = {"made/a.txt": "new a\n", "made/deep/b.txt": "new b\n", "also/c.txt": "new c\n"}


def contents(root: Path) -> dict[str, str]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file() or path.is_symlink())
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in files}


def fill(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


def write_failure(call: object, code: str = "MC011") -> str:
    with pytest.raises(WriteError) as caught:
        call()  # type: ignore[operator]  # a lambda of the caller
    assert caught.value.problem.code == code
    return f"{caught.value.problem.file}: {caught.value.problem.message}"


def test_a_tree_is_written(tmp_path: Path) -> None:
    fill(
        tmp_path, OLD | {"made/stray.txt": "x", "made/__pycache__/a.pyc": "x", "made/mine.json": "x", "other.txt": "x"}
    )
    assert write_tree(OwnedFolders(tmp_path, OWNED, ["made/mine.json"]), NEW) == (list(NEW), ["made/stray.txt"])
    untouched = {"made/__pycache__/a.pyc": "x", "made/mine.json": "x", "other.txt": "x"}
    assert contents(tmp_path) == NEW | untouched


def test_an_unchanged_file_is_not_written(tmp_path: Path) -> None:
    fill(tmp_path, NEW)
    before = (tmp_path / "made/a.txt").stat()
    fill(tmp_path, {"also/c.txt": "old"})
    assert write_tree(OwnedFolders(tmp_path, OWNED), NEW) == (["also/c.txt"], [])
    after = (tmp_path / "made/a.txt").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_modes_are_preserved(tmp_path: Path) -> None:
    fill(tmp_path, {"made/a.txt": "old"})
    (tmp_path / "made/a.txt").chmod(0o640)
    write_tree(OwnedFolders(tmp_path, OWNED), NEW)
    assert stat.S_IMODE((tmp_path / "made/a.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("target", ["../elsewhere/real.txt", "c.txt", "gone"])
def test_links_are_neither_followed_nor_replaced(tmp_path: Path, target: str) -> None:
    fill(tmp_path, OLD | {"elsewhere/real.txt": "old"})
    (tmp_path / "also").mkdir(exist_ok=True)
    (tmp_path / "also/c.txt").unlink(missing_ok=True)
    (tmp_path / "also/c.txt").symlink_to(target)
    assert "also/c.txt: this is a symbolic link" in write_failure(
        lambda: write_tree(OwnedFolders(tmp_path, OWNED), NEW), "MC477"
    )
    assert (tmp_path / "also/c.txt").readlink().as_posix() == target
    assert (tmp_path / "elsewhere/real.txt").read_text("utf-8") == "old"


def test_stray_links_are_removed(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made/stray").symlink_to("gone")
    assert write_tree(OwnedFolders(tmp_path, OWNED), NEW)[1] == ["made/stray"]
    assert contents(tmp_path) == NEW


def test_stray_files_are_found_in_a_folder_of_any_name(tmp_path: Path) -> None:
    root = tmp_path / "node_modules" / "project"
    fill(root, {"made/stray.txt": "x", "made/node_modules/x.js": "x"})
    assert OwnedFolders(root, OWNED).stray_files({}) == ["made/stray.txt"]


def test_folder_as_target_leaves_everything_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path, OLD | {"also/c.txt/x": "x", "made/stray.txt": "x"})
    before = contents(tmp_path)
    assert "also/c.txt: cannot be written: is a directory" in write_failure(
        lambda: write_tree(OwnedFolders(tmp_path, OWNED), NEW)
    )
    assert contents(tmp_path) == before


def test_file_in_place_of_a_folder_leaves_everything_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path, OLD | {"also": "x"})
    before = contents(tmp_path)
    write_failure(lambda: write_tree(OwnedFolders(tmp_path, OWNED), NEW))
    assert contents(tmp_path) == before


def test_one_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "a.txt", "text\n")
    assert contents(tmp_path) == {"new/a.txt": "text\n"}
    write_failure(lambda: write_atomically(tmp_path / "new", "text\n"))


def test_no_file_is_replaced_before_all_are_staged(tmp_path: Path) -> None:
    fill(tmp_path, {"a": "old", "b/x": "old"})
    write_failure(lambda: write_all({tmp_path / "a": "new", tmp_path / "b": "new"}))
    assert contents(tmp_path) == {"a": "old", "b/x": "old"}


FULL = """
import resource, sys
from pathlib import Path
from codegen.output import OwnedFolders, WriteError, write_tree

resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_tree(OwnedFolders(Path(sys.argv[1]), ["made"]), {"made/a.txt": "new\\n", "made/deep/b.txt": "x" * 10000})
except WriteError as error:
    print(error.problem.file, error.problem.message)
""".lstrip()


def test_full_disk_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path, OLD | {"made/stray.txt": "x"})
    before = contents(tmp_path)
    finished = run(FULL, tmp_path)
    assert finished.stdout.split()[0].endswith("made/deep/b.txt"), finished.stderr
    assert "cannot be written: file too large" in finished.stdout
    assert contents(tmp_path) == before


READ_ONLY = """
import sys
from pathlib import Path
from codegen.output import OwnedFolders, drift, write_tree
from modelconfig.errors import WriteError

NEW = {"made/a.txt": "new a\\n", "made/deep/b.txt": "new b\\n"}
try:
    write_tree(OwnedFolders(Path(sys.argv[1]), ["made"]), NEW)
except WriteError as error:
    print(error.problem.message)
print([problem.message for problem in drift(OwnedFolders(Path(sys.argv[1]), ["made"]), NEW, "again")[0]])
""".lstrip()


def test_read_only_folder_leaves_every_file_as_it_was(public: Path) -> None:
    fill(public, OLD)
    (public / "made/a.txt").chmod(0o000)
    for folder in ("made/deep", "made"):
        (public / folder).chmod(0o555)
    finished = run(READ_ONLY, public, ordinary=True)
    different = "'differs from the generated content'"
    assert finished.stdout.splitlines() == ["cannot be written: permission denied", f"[{different}, {different}]"], (
        finished.stderr
    )
    (public / "made/a.txt").chmod(0o644)
    assert contents(public) == OLD


KILLED = """
import os, signal, sys
from pathlib import Path
from codegen import output

left = int(sys.argv[2])

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

for name in ("open", "fsync", "replace", "mkdir", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
NEW = {"made/a.txt": "new a\\n", "made/deep/b.txt": "new b\\n", "also/c.txt": "new c\\n"}
output.write_tree(output.OwnedFolders(Path(sys.argv[1]), ["made", "also"]), NEW)
""".lstrip()


def test_a_killed_run_leaves_whole_files_and_the_next_run_completes_it(tmp_path: Path) -> None:
    states = set()
    for moment in range(100):
        root = tmp_path / str(moment)
        fill(root, OLD | {"made/stray.txt": "x"})
        finished = run(KILLED, root, str(moment))
        found = {name: text for name, text in contents(root).items() if not name.endswith(".tmp")}
        for name, text in NEW.items():
            assert found.pop(name, None) in (text, OLD.get(name)), (moment, name)
        assert found in ({}, {"made/stray.txt": "x"})
        states.add(tuple(sorted(contents(root).values())))
        write_tree(OwnedFolders(root, OWNED), NEW)
        assert contents(root) == NEW
        if finished.returncode == 0:
            break
        assert finished.returncode == -signal.SIGKILL, finished.stderr
    else:
        pytest.fail("the run never ended")
    # The runs ended at different moments: before, between and after the replacements.
    assert moment > len(NEW) * 6
    assert len(states) > len(NEW) + 1


@pytest.mark.parametrize(
    ("change", "code", "file"),
    [
        ({"made/a.txt": "new a\r\n"}, "MC170", "made/a.txt"),
        ({"made/a.txt": "new a"}, "MC170", "made/a.txt"),
        ({"made/a.txt": ""}, "MC170", "made/a.txt"),
        ({"made/a.txt": None}, "MC170", "made/a.txt"),
        ({"made/other.txt": "x"}, "MC171", "made/other.txt"),
        ({"made/.a.txt.1a2b3c4d.tmp": "x"}, "MC171", "made/.a.txt.1a2b3c4d.tmp"),
    ],
    ids=["crlf", "no-final-newline", "emptied", "missing", "stray", "left-over"],
)
def test_check_reports_every_difference(tmp_path: Path, change: dict[str, str | None], code: str, file: str) -> None:
    fill(tmp_path, NEW)
    for name, text in change.items():
        if text is None:
            (tmp_path / name).unlink()
        else:
            fill(tmp_path, {name: text})
    before = contents(tmp_path)
    problems, diff = drift(OwnedFolders(tmp_path, OWNED), NEW, "make it again")
    assert [(problem.code, problem.file) for problem in problems] == [(code, file)]
    assert "make it again" in problems[0].hint
    assert diff.startswith(("--- /dev/null\n", "--- a/made/a.txt\n")) if code == "MC170" else diff == ""
    assert contents(tmp_path) == before


def test_check_shows_a_difference_of_binary_content(tmp_path: Path) -> None:
    fill(tmp_path, NEW)
    expected = NEW | {"made/a.txt": "\ufffd\n"}
    (tmp_path / "made/a.txt").write_bytes(b"\xff\n")
    problems, _ = drift(OwnedFolders(tmp_path, OWNED), expected, "again")
    assert [problem.file for problem in problems] == ["made/a.txt"]


def test_diff_shows_old_and_new_lines(tmp_path: Path) -> None:
    fill(tmp_path, NEW | {"made/a.txt": "hand-made"})
    _, diff = drift(OwnedFolders(tmp_path, OWNED), NEW, "again")
    assert diff.splitlines() == [
        "--- a/made/a.txt", "+++ b/made/a.txt", "@@ -1 +1 @@", "-hand-made", "\\ No newline at end of file", "+new a",
    ]  # fmt: skip


def test_new_files_have_the_mode_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.txt", "text\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640
