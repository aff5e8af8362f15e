"""A release is frozen once, and any change of it is reported."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from codegen.evolution import releases
from codegen.evolution.client_changes import PATH
from codegen.pipeline import check_schemas
from tests.codegen.processes import codegen, codegen_here
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FROZEN = releases.releases(ROOT / "schema")
VERSIONED = {"python/modelconfig_types/model.py", "typescript/index.d.ts"}
GENERATED = {
    "schema/model.client.json", "schema/model.consumer.json", "python/modelconfig_types/_support.py", *VERSIONED,
    releases.SUMS,
}  # fmt: skip


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the schemas, frozen as their first release."""
    folder = tmp_path_factory.mktemp("frozen") / "schema"
    shutil.copytree(ROOT / "schema", folder, ignore=shutil.ignore_patterns(releases.FOLDER))
    finished = codegen("schema", "release", "--schema", folder)
    assert (finished.returncode, finished.stdout) == (0, "")
    return folder


@pytest.fixture
def schema(frozen: Path, tmp_path: Path) -> Path:
    """Return a copy of the schemas with their release and its table of changes."""
    shutil.copytree(frozen.parent, tmp_path / "tree")
    return tmp_path / "tree" / frozen.name


def rewrite(schema: Path, **members: str) -> None:
    for path in schema.glob("*.json"):
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | members, indent=2), "utf-8")


def test_all_releases_are_unchanged() -> None:
    assert FROZEN
    assert releases.check_releases(ROOT / "schema") == []


@pytest.mark.parametrize("release", FROZEN, ids=lambda release: release.version)
def test_a_release_contains_the_files_of_its_readers(release: releases.Release) -> None:
    files = {path.relative_to(release.path).as_posix() for path in release.path.rglob("*") if path.is_file()}
    sources = {name for name in files if name.startswith(f"{releases.SOURCES}/")}
    assert f"{releases.SOURCES}/model.json" in sources
    assert {name for name in files if "__pycache__" not in name} == sources | GENERATED
    # One version is that of all files: model.json has it.
    for name in {f"{releases.SOURCES}/model.json"} | VERSIONED:
        assert release.version in (release.path / name).read_text("utf-8"), name


def test_freezing_writes_current_generated_files_once(schema: Path) -> None:
    (release,) = releases.releases(schema)
    schemas, _ = check_schemas(schema)
    content = releases.content(schemas)
    sources = {f"{releases.SOURCES}/{path.name}" for path in schema.glob("*.json")}
    assert content.keys() == sources | GENERATED
    assert {name: (release.path / name).read_text("utf-8") for name in content} == content
    for line in (release.path / releases.SUMS).read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((release.path / name).read_bytes()).hexdigest() == digest
    again = codegen_here("schema", "release", "--schema", schema)
    assert again.returncode == 0
    assert "exists already" in again.stderr


def test_a_frozen_version_rejects_other_content(schema: Path) -> None:
    before = {path: path.read_bytes() for path in schema.rglob("*") if path.is_file()}
    rewrite(schema, title="Another title")
    process = codegen_here("schema", "release", "--schema", schema)
    assert process.returncode == 1
    assert "MC173" in process.stdout
    released_files = {path: data for path, data in before.items() if releases.FOLDER in path.parts}
    assert released_files
    assert {path: path.read_bytes() for path in released_files} == released_files


def test_a_table_of_client_changes_that_is_out_of_date_is_an_error(schema: Path) -> None:
    table = schema.parent / PATH
    written = table.read_text("utf-8")
    assert codegen_here("schema", "lint", "--schema", schema).returncode == 0
    table.write_text(written.replace("newest", "latest"), "utf-8")
    finished = codegen_here("schema", "lint", "--schema", schema)
    assert finished.returncode == 1
    assert "error[MC170]" in finished.stdout
    assert codegen_here("schema", "release", "--schema", schema).returncode == 0
    assert table.read_text("utf-8") == written


@pytest.mark.parametrize("fault", ["changed", "missing", "dangling", "added", "unlisted", "torn", "outside", "empty"])
def test_an_altered_release_is_an_error(schema: Path, fault: str) -> None:
    (release,) = releases.releases(schema)
    file, sums = release.path / "typescript/index.d.ts", release.path / releases.SUMS
    match fault:
        case "changed":
            file.write_bytes(file.read_bytes() + b"\n")
        case "missing":
            file.unlink()
        case "dangling":
            file.unlink()
            file.symlink_to("nowhere")
        case "added":
            file.with_name("more.d.ts").write_text("export {};\n", "utf-8")
        case "unlisted":
            sums.unlink()
        case "torn":
            sums.write_text(sums.read_text("utf-8")[:40], "utf-8")
        case "outside":
            sums.write_text(f"{'0' * 64}  ../../model.json\n", "utf-8")
        case "empty":
            sums.write_text("", "utf-8")
    problems = releases.check_releases(schema)
    assert {problem.code for problem in problems} == {"MC172"}
    assert len(problems) == 1 or fault == "outside"
    finished = codegen_here("schema", "lint", "--schema", schema)
    assert finished.returncode == 1
    assert "error[MC172]" in finished.stdout
    assert codegen_here("schema", "release", "--schema", schema).returncode == 1


def test_released_files_are_not_read_as_sources(schema: Path) -> None:
    assert set(check_schemas(schema)[0].sources.files) == {path.stem for path in schema.glob("*.json")}
