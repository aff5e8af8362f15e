"""Files with secrets: private from the first byte, independent of the umask and of an existing file."""

from __future__ import annotations

import os
import pickle
import stat
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.errors import ModelConfigError, WriteError
from modelconfig.storage.atomic import PRIVATE, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o377])
def test_a_private_file_is_private_under_every_mask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_atomically(tmp_path / "a", "secret", mode=PRIVATE)
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == 0o600


def test_a_public_file_becomes_private(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    (tmp_path / "a").chmod(0o666)
    write_atomically(tmp_path / "a", "secret", mode=PRIVATE)
    assert mode(tmp_path / "a") == 0o600
    assert (tmp_path / "a").read_text("utf-8") == "secret"


def test_a_private_file_is_never_readable_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = os.fsync

    def looked_at(handle: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(os, "fsync", looked_at)
    before = os.umask(0)
    try:
        write_atomically(tmp_path / "a", "secret", mode=PRIVATE)
    finally:
        os.umask(before)
    assert seen == [0o600]


def test_a_write_error_is_an_error_of_this_package_and_can_be_pickled(tmp_path: Path) -> None:
    with pytest.raises(ModelConfigError) as caught:
        write_atomically(tmp_path, "x")
    copied: Any = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  # our own bytes
    assert isinstance(copied, WriteError)
    assert copied.problem.code == "MC011"
