"""Files of an open folder: links among them are not followed, and its path may change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from modelconfig.errors import WriteError
from modelconfig.storage import open_folder as module
from modelconfig.storage.atomic import staging, write_all, write_atomically
from modelconfig.storage.open_folder import open_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["relative", "by path"])
def folder(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, on a system that opens files relative to it, and on one that does not."""
    monkeypatch.setattr(module, "_OPENS_RELATIVE", request.param == "relative")
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


def test_files_are_written_read_listed_and_removed(folder: Path) -> None:
    write_all({folder / "b": "1", folder / "new" / "c": b"2", folder / "a": "3"})
    with open_folder(folder) as opened:
        assert (opened.read("b", 1), opened.names()) == (b"1", ["a", "b", "new"])
        opened.remove("b")
        assert (opened.exists("a"), opened.exists("b"), opened.is_link("a")) == (True, False, False)
        opened.flush()
    assert (folder / "new" / "c").read_text() == "2"


def test_a_missing_folder_is_created_only_if_that_is_asked_for(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_folder(folder / "a" / "b")
    open_folder(folder / "a" / "b", create=True).close()
    (folder / "file").write_text("")
    for path in (folder / "file", folder / "file" / "a"):
        with pytest.raises(OSError, match=r"Not a directory|File exists"):
            open_folder(path, create=True)


@pytest.mark.parametrize("target", ["victim", "gone", "link", "."])
def test_a_link_is_neither_followed_nor_replaced(folder: Path, target: str) -> None:
    (folder / "victim").write_text("old")
    (folder / "link").symlink_to(target)
    with pytest.raises(WriteError) as caught:
        write_all({folder / "a": "new", folder / "link": "new"})
    assert (caught.value.problem.code, caught.value.problem.file) == ("MC477", (folder / "link").as_posix())
    assert sorted(path.name for path in folder.iterdir()) == ["link", "victim"]
    assert ((folder / "victim").read_text(), (folder / "link").readlink().as_posix()) == ("old", target)
    with open_folder(folder) as opened, pytest.raises(OSError):  # noqa: PT011  # the system chooses it
        opened.read("link", 10)


def test_a_link_that_appears_after_the_check_is_not_followed(folder: Path) -> None:
    (folder / "victim").write_text("old")
    with open_folder(folder) as opened, staging(opened, {"a": "new"}) as put:
        (folder / "a").symlink_to("victim")
        put("a")
    assert ((folder / "a").is_symlink(), (folder / "a").read_text(), (folder / "victim").read_text()) == (
        False,
        "new",
        "old",
    )


def test_a_staged_file_that_is_replaced_by_a_link_does_not_change_the_mode_of_another(folder: Path) -> None:
    (folder / "victim").write_text("old")
    (folder / "victim").chmod(0o600)
    real, seen = os.open, []

    def replaced(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        handle = real(path, flags, mode, dir_fd=dir_fd)
        if flags & os.O_CREAT:
            (temporary,) = folder.glob(".a.*.tmp")
            temporary.unlink()
            temporary.symlink_to("victim")
            seen.append(temporary)
        return handle

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "open", replaced)
        write_atomically(folder / "a", "new", mode=0o644)
    assert seen
    assert ((folder / "victim").read_text(), (folder / "victim").stat().st_mode & 0o777) == ("old", 0o600)


def test_files_are_written_to_the_opened_folder_after_its_path_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "elsewhere").mkdir()
    with open_folder(tmp_path / "folder") as opened, staging(opened, {"a": "new"}) as put:
        (tmp_path / "folder").rename(tmp_path / "moved")
        (tmp_path / "folder").symlink_to("elsewhere")
        put("a")
    assert (tmp_path / "moved" / "a").read_text() == "new"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_must_not_be_listed_is_written_to(tmp_path: Path) -> None:
    """Root may list every folder, so the error of the system is simulated."""
    real = os.open

    def refused(path: object, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == tmp_path and not flags & os.O_PATH:
            raise PermissionError
        return real(path, flags, mode, dir_fd=dir_fd)  # type: ignore[arg-type]  # as given

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "open", refused)
        write_atomically(tmp_path / "a", "new")
        with pytest.raises(PermissionError):
            open_folder(tmp_path, listed=True)
    assert (tmp_path / "a").read_text() == "new"
