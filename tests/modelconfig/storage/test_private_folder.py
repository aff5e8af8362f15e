"""The folder of a server's files: for its user only, also in a folder that other users may write."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from modelconfig.storage.private_folder import NAME, FolderRejectedError, PrivateFolder

if TYPE_CHECKING:
    from pathlib import Path

OTHER = 65534
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")


def codes(folder: PrivateFolder) -> list[str]:
    return [problem.code for problem in folder.claim()]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o377])
def test_a_new_folder_is_private_under_every_mask(tmp_path: Path, mask: int) -> None:
    (tmp_path / "volume").mkdir()
    (tmp_path / "volume").chmod(0o777)
    before = os.umask(mask)
    try:
        assert codes(PrivateFolder(tmp_path / "volume")) == []
    finally:
        os.umask(before)
    assert (mode(tmp_path / "volume" / NAME), mode(tmp_path / "volume")) == (0o700, 0o777)


def test_a_folder_that_others_may_enter_becomes_private(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    for given, expected in ((0o777, 0o700), (0o2770, 0o700), (0o550, 0o500)):
        (tmp_path / NAME).chmod(given)
        assert codes(PrivateFolder(tmp_path)) == []
        assert mode(tmp_path / NAME) == expected


def test_a_file_system_without_modes_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME).chmod(0o777)
    monkeypatch.setattr(os, "fchmod", lambda *_: None)
    with pytest.raises(OSError, match="mode 0700"), PrivateFolder(tmp_path).opened():
        pass
    assert codes(PrivateFolder(tmp_path)) == []


@ROOT_ONLY
def test_a_folder_of_another_user_is_rejected(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    os.chown(tmp_path / NAME, OTHER, -1)
    (problem,) = PrivateFolder(tmp_path).claim()
    assert (problem.code, problem.message, problem.file) == (
        "MC478",
        "the cache folder is owned by another user",
        (tmp_path / NAME).as_posix(),
    )


CLOSED = """
import os, sys
from pathlib import Path
from modelconfig.storage.private_folder import PrivateFolder
os.setgroups([])
os.setuid(65534)
print([problem.code for problem in PrivateFolder(Path(sys.argv[1])).claim()])
"""


@ROOT_ONLY
def test_a_folder_of_another_user_that_cannot_be_opened_is_rejected(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(mode=0o700)
    for path in (tmp_path, *tmp_path.parents[:3]):
        path.chmod(path.stat().st_mode | 0o011)
    done = subprocess.run([sys.executable, "-c", CLOSED, tmp_path], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("['MC478']\n", "")


def test_a_link_is_rejected_and_the_folder_that_it_links_to_is_unchanged(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o755)
    for target in ("elsewhere", "gone", NAME):
        (tmp_path / NAME).symlink_to(target)
        assert codes(PrivateFolder(tmp_path)) == ["MC478"]
        (tmp_path / NAME).unlink()
    assert (mode(tmp_path / "elsewhere"), list((tmp_path / "elsewhere").iterdir())) == (0o755, [])
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("by", ["link", pytest.param("folder", marks=ROOT_ONLY)])
def test_a_folder_that_is_replaced_after_the_check_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / NAME).mkdir()
    check = PrivateFolder._check

    def replaced(self: PrivateFolder, status: os.stat_result) -> None:
        check(self, status)
        if not (tmp_path / "old").exists():
            (tmp_path / NAME).rename(tmp_path / "old")
            if by == "link":
                (tmp_path / NAME).symlink_to("elsewhere")
            else:
                (tmp_path / NAME).mkdir()
                os.chown(tmp_path / NAME, OTHER, -1)

    monkeypatch.setattr(PrivateFolder, "_check", replaced)
    with pytest.raises(OSError), PrivateFolder(tmp_path).opened(create=True):  # noqa: PT011  # the system chooses it
        pass
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_folder_may_be_reached_through_links(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "cache").symlink_to("private")
    assert codes(PrivateFolder(tmp_path / "cache")) == []
    assert mode(tmp_path / "private" / NAME) == 0o700


@pytest.mark.parametrize("name", ["", NAME])
def test_a_file_in_place_of_a_folder_is_an_error_of_the_system(tmp_path: Path, name: str) -> None:
    (tmp_path / "cache").mkdir()
    path = tmp_path / "cache" / name
    if not name:
        path.rmdir()
    path.write_text("")
    folder = PrivateFolder(tmp_path / "cache", exclusive=True)
    assert codes(folder) == []
    with pytest.raises(OSError, match=r"Not a directory|File exists"), folder.opened(create=True):
        pass
    path.unlink()
    assert codes(folder) == []


def test_an_exclusive_folder_is_locked_until_its_object_ends(tmp_path: Path) -> None:
    first = PrivateFolder(tmp_path, exclusive=True)
    assert codes(first) == []
    assert codes(first) == []
    second = PrivateFolder(tmp_path, exclusive=True)
    assert codes(second) == ["MC479"]
    with pytest.raises(FolderRejectedError), second.opened():
        pass
    del first
    assert codes(second) == []


def test_a_folder_that_was_replaced_is_locked_again(tmp_path: Path) -> None:
    first, second = (PrivateFolder(tmp_path, exclusive=True) for _ in range(2))
    assert codes(first) == []
    (tmp_path / NAME).rename(tmp_path / "old")
    assert codes(second) == []
    assert codes(first) == ["MC479"]
    del second
    assert codes(first) == []
    assert codes(PrivateFolder(tmp_path, exclusive=True)) == ["MC479"]
