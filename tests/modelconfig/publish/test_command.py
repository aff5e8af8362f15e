"""The command `publish`: output and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.publish import content_codings
from modelconfig.schema.embedded import embedded_bytes
from tests.helpers import command_line
from tests.modelconfig.publish.samples import document, model
from tests.modelconfig.publish.trees import DECODERS, digest, names, served, state, text

if TYPE_CHECKING:
    from pathlib import Path

FIRST = document()
NOTE = (
    f"modelconfig: no files are written in {' and '.join(content_codings.MISSING)}; "
    'install the extra `server`; in the source folder: pip install ".[server]"\n'
    if content_codings.MISSING
    else ""
)


def run(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    return command_line.run("publish", *arguments, stdin=stdin)


def written(folder: Path, value: dict[str, Any]) -> Path:
    path = folder / "models.json"
    path.write_bytes(text(value))
    return path


def test_the_embedded_document_is_published_and_every_file_is_listed(tmp_path: Path) -> None:
    done = run(tmp_path / "a" / "b")
    assert (done.returncode, done.stderr) == (0, NOTE)
    assert served(tmp_path / "a" / "b") == embedded_bytes("models.json")
    *lines, last = done.stdout.splitlines()
    assert {tuple(line.split()) for line in lines} == {("wrote", name) for name in names(tmp_path / "a" / "b")}
    pointer = json.loads((tmp_path / "a" / "b" / "latest.json").read_bytes())
    count = 3 + 3 * len(DECODERS)
    assert last == f'{count} files changed; {tmp_path}/a/b has revision "{pointer["revision"]}" as {pointer["digest"]}'


def test_a_second_run_reports_no_change(tmp_path: Path) -> None:
    run(tmp_path)
    done = run(tmp_path)
    *lines, last = done.stdout.splitlines()
    assert {tuple(line.split()) for line in lines} == {("unchanged", name) for name in names(tmp_path)}
    assert last.startswith("nothing changed; ")
    assert (done.returncode, done.stderr) == (0, NOTE)


def test_a_revision_in_the_far_future_is_rejected(tmp_path: Path) -> None:
    done = run(tmp_path / "site", "--base", written(tmp_path, {**FIRST, "revision": "9999-12-31.1"}))
    assert (done.returncode, done.stdout) == (1, "")
    assert 'models.json:3:15: error[MC463] the revision "9999-12-31.1" is more than 2 days ahead of ' in done.stderr
    assert not (tmp_path / "site").exists()


def test_removed_files_are_listed(tmp_path: Path) -> None:
    run(tmp_path / "tree", "--models", written(tmp_path, document(revision="2026-11-21.1")))
    done = run(tmp_path / "tree", "--models", written(tmp_path, FIRST), "--keep", 1)
    old = digest(document(revision="2026-11-21.1"))
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("removed")] == [
        f"{old}.json{suffix}" for suffix in reversed(DECODERS)
    ]


def test_a_document_from_standard_input(tmp_path: Path) -> None:
    assert run(tmp_path, "--models", "-", stdin=text(FIRST)).returncode == 0
    assert served(tmp_path) == text(FIRST)


@pytest.mark.parametrize(
    ("content", "code", "exit_code"),
    [
        (text({**FIRST, "models": 5}), "MC101", 1),
        (text(document(models=[model(serverSideConfig={"apiKey": "canary"})])), "MC400", 1),
        (b'{"a": 1,}', "MC003", 1),
        (b"\xff\xfe{\0", "MC002", 2),
        (None, "MC001", 2),
    ],
)
def test_a_rejected_document_changes_nothing(tmp_path: Path, content: bytes | None, code: str, exit_code: int) -> None:
    run(tmp_path / "tree", "--models", written(tmp_path, FIRST))
    before = state(tmp_path / "tree")
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_bytes(content)
    done = run(tmp_path / "tree", "--models", path)
    assert (done.returncode, done.stdout) == (exit_code, "")
    assert done.stderr.startswith(f"{path}:" if content is None else f"{path}:1:" if exit_code == 2 else f"{path}:")
    assert f"error[{code}]" in done.stderr
    assert "canary" not in done.stderr
    assert state(tmp_path / "tree") == before
    assert run(tmp_path / "other", "--models", path).returncode == exit_code
    assert not (tmp_path / "other").exists()


def test_a_warning_does_not_prevent_publication(tmp_path: Path) -> None:
    done = run(tmp_path / "tree", "--models", written(tmp_path, document(revision="odd")))
    assert done.returncode == 0
    assert "warning[MC248]" in done.stderr


def test_a_folder_with_unrelated_files_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert f'{tmp_path}: error[MC440] the folder contains 1 unrelated file: "notes.txt"' in done.stderr


def test_a_file_at_the_path_of_the_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        done = run(folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{folder}: error[MC011] cannot be written" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--keep", "0"], ["--keep", "x"]])
def test_usage_errors(tmp_path: Path, arguments: list[str]) -> None:
    assert run(*([tmp_path / "t", *arguments] if arguments else [])).returncode == 2
    assert not (tmp_path / "t").exists()


def test_without_the_libraries_of_other_codings_only_gzip_files_are_published(tmp_path: Path) -> None:
    blocked = "sys.modules.update(dict.fromkeys(['brotli', 'zstandard', 'compression.zstd']))"
    program = (
        f"import sys; {blocked}; import tests.helpers.plausible_clock; from modelconfig.cli.main import main; main()"
    )
    command = [sys.executable, "-c", program, "publish", str(tmp_path)]
    run(tmp_path, written(tmp_path.parent, FIRST))
    packed = {name for name in names(tmp_path) if name.endswith((".br", ".zst"))}
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0
    assert done.stderr == (
        "modelconfig: no files are written in zstd and br; "
        'install the extra `server`; in the source folder: pip install ".[server]"\n'
    )
    # Immutable files stay; a file with a name that is reused would have the content of the previous document.
    assert {name for name in names(tmp_path) if name.endswith((".br", ".zst"))} == {
        name for name in packed if name.startswith(digest(FIRST))
    }
    listed = json.loads((tmp_path / "headers.json").read_bytes())["files"]
    assert set(listed) == names(tmp_path) - {"headers.json", "_headers"}
    assert served(tmp_path) == embedded_bytes("models.json")
