"""Publishing to folders that other users may write, and among links."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from modelconfig.errors import WriteError
from tests.helpers import command_line
from tests.modelconfig.publish.samples import document, model
from tests.modelconfig.publish.trees import digest, publish, served, state, text

if TYPE_CHECKING:
    from pathlib import Path

OLD = document()
NEW = document(revision="2026-11-22.2", models=[model(displayName="Larger")])


@pytest.mark.parametrize("target", ["../victim", "../gone", "x.json", "."])
@pytest.mark.parametrize(
    "name", ["llm-models.json", "latest.json", "headers.json", f"{digest(NEW)}.json", f"{digest(NEW)}.json.gz"]
)
def test_links_in_a_tree_are_neither_followed_nor_replaced(tmp_path: Path, name: str, target: str) -> None:
    folder = tmp_path / "tree"
    publish(folder, OLD)
    (tmp_path / "victim").write_bytes(text(NEW))
    (folder / name).unlink(missing_ok=True)
    before = state(folder)
    (folder / name).symlink_to(target)
    if name == "headers.json":
        # Without this file, it is a folder of another program.
        assert [problem.code for problem in publish(folder, NEW).problems] == ["MC440"]
    else:
        with pytest.raises(WriteError) as caught:
            publish(folder, NEW)
        assert (caught.value.problem.code, caught.value.problem.file) == ("MC477", (folder / name).as_posix())
    assert (folder / name).readlink().as_posix() == target
    assert ((tmp_path / "victim").read_bytes(), (tmp_path / "gone").exists()) == (text(NEW), False)
    (folder / name).unlink()
    assert state(folder) == before
    if name != "headers.json":
        publish(folder, NEW)
        assert served(folder) == text(NEW)


@pytest.mark.parametrize(
    ("mode", "accepted"), [(0o755, True), (0o775, True), (0o2775, True), (0o1777, True), (0o777, False), (0o757, False)]
)
def test_a_folder_in_which_every_user_can_replace_files_is_rejected(
    tmp_path: Path, mode: int, *, accepted: bool
) -> None:
    folder = tmp_path / "tree"
    folder.mkdir()
    folder.chmod(mode)
    done = command_line.run("publish", folder)
    assert done.returncode == (0 if accepted else 1), done.stderr
    assert ("error[MC480]" in done.stderr, any(folder.iterdir())) == (not accepted, accepted)
    options = ["--allow-world-writable"]
    command = [sys.executable, "-m", "modelconfig", "publish", str(folder), *options]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert folder.stat().st_mode & 0o7777 == mode


def test_a_new_folder_that_is_replaced_by_a_link_is_not_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "victim").mkdir(mode=0o700)
    real = os.mkdir

    def replaced(path: Path, *arguments: int) -> None:
        real(path, *arguments)
        path.rmdir()
        path.symlink_to("victim")

    monkeypatch.setattr(os, "mkdir", replaced)
    with pytest.raises(WriteError):
        publish(tmp_path / "tree", OLD)
    assert ((tmp_path / "victim").stat().st_mode & 0o777, list((tmp_path / "victim").iterdir())) == (0o700, [])


def test_a_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    (tmp_path / "tree").symlink_to("releases")
    publish(tmp_path / "tree", OLD)
    assert served(tmp_path / "releases") == text(OLD)
