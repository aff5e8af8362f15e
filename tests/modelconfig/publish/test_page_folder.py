"""`modelconfig page`: the folder with the page, and that unrelated files are not changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from modelconfig.publish.page.page_headers import page_headers
from tests.helpers import command_line

if TYPE_CHECKING:
    import subprocess

ROOT = Path(__file__).parents[3]


def run(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return command_line.run("page", *arguments, stdin=stdin)


def test_the_folder_contains_the_page_the_document_and_the_headers(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    done = run("--output", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(one.name for one in folder.iterdir()) == [
        "_headers",
        "index.html",
        "models.json",
        "models.sources.json",
    ]
    assert (folder / "models.json").read_bytes() == (ROOT / "models.json").read_bytes()
    headers = (folder / "_headers").read_text()
    for name, value in page_headers((folder / "index.html").read_bytes()):
        assert f"  {name}: {value}\n" in headers
    assert b'href="models.json"' in (folder / "index.html").read_bytes()


def test_a_second_run_writes_nothing_and_a_newer_document_replaces_the_page(tmp_path: Path) -> None:
    run("--output", tmp_path)
    (tmp_path / "robots.txt").write_text("mine")
    before = {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()}
    assert "nothing changed" in run("--output", tmp_path).stdout
    assert {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()} == before
    newer = json.loads((ROOT / "models.json").read_text()) | {"revision": "2031-01-01.1"}
    done = run("--output", tmp_path, "--models", "-", stdin=json.dumps(newer))
    assert done.returncode == 0
    assert "2031-01-01.1" in (tmp_path / "index.html").read_text()
    assert not (tmp_path / "models.sources.json").exists()
    assert (tmp_path / "robots.txt").read_text() == "mine"


def test_links_are_neither_followed_nor_replaced(tmp_path: Path) -> None:
    run("--output", tmp_path / "page")
    (tmp_path / "page" / "models.json").rename(tmp_path / "victim")
    for folder, names in (("page", ["models.json"]), ("new", ["index.html", "_headers"])):
        for name in names:
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / name).symlink_to("../victim")
            done = run("--output", tmp_path / folder)
            assert (done.returncode, f"{name}: error[MC477]" in done.stderr) == (2, True), done.stderr
            assert (tmp_path / folder / name).is_symlink()
            (tmp_path / folder / name).unlink()
    assert (tmp_path / "victim").read_bytes() == (ROOT / "models.json").read_bytes()


def test_unrelated_files_are_not_replaced(tmp_path: Path) -> None:
    for name in ("index.html", "models.json", "_headers"):
        folder = tmp_path / name.strip("_.")
        folder.mkdir()
        (folder / name).write_text("theirs")
        done = run("--output", folder)
        assert done.returncode == 1
        assert "MC445" in done.stderr
        assert [(one.name, one.read_text()) for one in folder.iterdir()] == [(name, "theirs")]


def test_an_interrupted_first_run_is_completed_by_the_next(tmp_path: Path) -> None:
    run("--output", tmp_path)
    whole = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    for name in ("index.html", "_headers"):
        (tmp_path / name).unlink()
        assert run("--output", tmp_path).returncode == 0
        assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == whole
        (tmp_path / "index.html").unlink()


def test_a_document_with_server_only_properties_is_rejected(tmp_path: Path) -> None:
    secret = json.loads((ROOT / "models.json").read_text())
    secret["providers"][0]["serverSideConfig"] = {"accessToken": "sk-canary-0123456789"}
    done = run("--output", tmp_path / "out", "--models", "-", stdin=json.dumps(secret))
    assert done.returncode == 1
    assert "MC400" in done.stderr
    assert "canary" not in done.stderr + done.stdout
    assert not (tmp_path / "out").exists()


def test_read_and_write_errors_are_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for arguments in (
        ("--output", tmp_path / "file"),
        ("--output", tmp_path / "file" / "below"),
        ("--output", tmp_path / "out", "--models", tmp_path / "missing.json"),
        (),
    ):
        done = run(*arguments)
        assert done.returncode == 2
        assert done.stderr
