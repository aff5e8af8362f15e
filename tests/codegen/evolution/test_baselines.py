"""The baselines of `python -m codegen schema check`: releases, folders and git revisions."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from codegen.evolution import releases
from tests.codegen.evolution.schema_copies import add_optional, check, edit
from tests.codegen.processes import codegen, codegen_here, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def repository(schema: Path) -> Path:
    """Return the copy as a git repository with one commit."""
    git(schema, "init", "--quiet", "--initial-branch=main")
    commit(schema, "first")
    return schema


def git(schema: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], cwd=schema.parent, check=True, env=environment())


def commit(schema: Path, message: str) -> None:
    git(schema, "add", "--all")
    git(schema, "commit", "--quiet", "--message", message)


def test_a_git_revision_can_be_the_baseline(repository: Path) -> None:
    edit(repository, add_optional)
    finished = check(repository, "--against", "HEAD")
    assert finished.returncode == 1
    assert "against HEAD (" in finished.stdout
    assert "member-added" in finished.stdout
    assert "`x-version` to 1.1.0" in finished.stdout
    git(repository, "tag", "v1")
    edit(repository, version="1.1.0")
    assert check(repository, "--against", "v1").returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("catalog.json", "[1]", "catalog.json: error[MC101] a schema file must contain a JSON object"),
        ("catalog.json", "{", "catalog.json:1:2: error[MC003]"),
        ("catalog.json", "{}", "):catalog.json: error[MC102]"),
        ("model.json", None, '"HEAD" has no model.json in '),
    ],
)
def test_a_revision_with_an_invalid_schema_is_not_compared(
    repository: Path, name: str, text: str | None, message: str
) -> None:
    file = repository / name
    sound = file.read_text("utf-8")
    file.unlink()
    if text is not None:
        file.write_text(text, "utf-8")
    commit(repository, "faulty")
    file.write_text(sound, "utf-8")
    finished = check(repository, "--against", "HEAD")
    assert finished.returncode == 2
    assert message in finished.stdout + finished.stderr


def test_an_unreleased_version_may_change_again(repository: Path) -> None:
    edit(repository, add_optional, version="1.1.0")
    commit(repository, "second")

    def add_more(definitions: dict[str, Any]) -> None:
        definitions["Model"]["properties"]["weight"] = {"type": "boolean", "description": "Whether it is heavy."}

    edit(repository, add_more)
    finished = check(repository, "--against", "HEAD")
    assert finished.returncode == 0, finished.stdout
    assert "the next version is 1.1.0 or later" in finished.stdout


def test_an_unreleased_property_may_be_removed(repository: Path) -> None:
    edit(repository, add_optional, version="1.1.0")
    commit(repository, "second")

    def without(definitions: dict[str, Any]) -> None:
        del definitions["Model"]["properties"]["speed"]
        definitions["Model"]["x-reserved"] = ["speed"]

    edit(repository, without)
    finished = check(repository, "--against", "HEAD")
    assert finished.returncode == 0, finished.stdout
    assert "removal-not-announced" not in finished.stdout


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("no-such-thing", "not a folder, a release or a git revision"),
        ("--upload-pack=x", "is not a folder"),
        ("", "does not contain model.json"),
        ("tests", "does not contain model.json"),
    ],
)
def test_a_missing_baseline_is_a_usage_error(reference: str, message: str) -> None:
    finished = codegen_here("schema", "check", f"--against={reference}")
    assert finished.returncode == 2
    assert message in finished.stdout + finished.stderr
    assert "Traceback" not in finished.stderr


def test_without_a_release_nothing_is_compared(schema: Path) -> None:
    shutil.rmtree(schema / releases.FOLDER)
    finished = check(schema)
    assert finished.returncode == 2
    assert "no release exists" in finished.stdout


def test_without_git_a_revision_is_a_usage_error(schema: Path) -> None:
    finished = codegen("schema", "check", "--schema", schema, "--against", "HEAD", PATH="")
    assert finished.returncode == 2
    assert "git cannot be started" in finished.stdout


def test_folders_and_releases_can_be_the_baseline(schema: Path) -> None:
    edit(schema, add_optional, version="1.1.0")
    release = schema / releases.FOLDER / "1.0.0"
    for reference in ("release", "1.0.0", release, release / releases.SOURCES):
        finished = check(schema, "--against", reference)
        assert finished.returncode == 0, finished.stdout
        assert "member-added" in finished.stdout
