"""A release is frozen whole, stays what it was, and is told apart from anything else."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from codegen.evolution import releases
from codegen.pipeline import check_schemas, emit_types
from tests.codegen.processes import codegen
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FROZEN = releases.releases(ROOT / "schema")


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A copy of the schemas without any release."""
    return shutil.copytree(ROOT / "schema", tmp_path / "schema", ignore=shutil.ignore_patterns(releases.FOLDER))


def rewrite(schema: Path, **members: str) -> None:
    for path in schema.glob("*.json"):
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | members, indent=2), "utf-8")


def test_there_is_a_release_and_all_of_them_are_as_they_were() -> None:
    assert FROZEN
    assert releases.check_releases(ROOT / "schema") == []


@pytest.mark.parametrize("release", FROZEN, ids=lambda release: release.version)
def test_a_release_holds_all_that_readers_have_of_it(release: releases.Release) -> None:
    for name in (
        "sources/model.json", "schema/model.json", "schema/model.consumer.json", "schema/model.client.json",
        "typescript/index.d.ts", "python/modelconfig_types/__init__.py", "python/modelconfig_types/model.py",
    ):  # fmt: skip
        text = (release.path / name).read_text("utf-8")
        assert release.version in text, name


def test_freezing_writes_what_is_generated_now_and_nothing_twice(schema: Path) -> None:
    first = codegen("schema", "release", "--schema", schema)
    assert (first.returncode, first.stdout) == (0, "")
    (release,) = releases.releases(schema)
    schemas, _ = check_schemas(schema)
    assert releases.differing(release, releases.content(schemas.sources, emit_types(schemas))) == []
    for line in (release.path / releases.SUMS).read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((release.path / name).read_bytes()).hexdigest() == digest
    again = codegen("schema", "release", "--schema", schema)
    assert again.returncode == 0
    assert "frozen already" in again.stderr


def test_a_version_that_is_frozen_takes_no_other_content(schema: Path) -> None:
    assert codegen("schema", "release", "--schema", schema).returncode == 0
    before = {path: path.read_bytes() for path in schema.rglob("*") if path.is_file()}
    rewrite(schema, title="Another title")
    refused = codegen("schema", "release", "--schema", schema)
    assert refused.returncode == 1
    assert "MC173" in refused.stdout
    assert "sources/model.json" in refused.stdout
    frozen = {path: data for path, data in before.items() if releases.FOLDER in path.parts}
    assert frozen
    assert {path: path.read_bytes() for path in frozen} == frozen


def test_a_version_older_than_a_release_is_refused(schema: Path) -> None:
    rewrite(schema, **{"x-version": "1.10.0"})
    assert codegen("schema", "release", "--schema", schema).returncode == 0
    rewrite(schema, **{"x-version": "1.9.0"})
    refused = codegen("schema", "release", "--schema", schema)
    assert refused.returncode == 1
    assert "1.9.0 is older than 1.10.0" in refused.stdout


@pytest.mark.parametrize("fault", ["changed", "missing", "dangling", "added", "unlisted", "torn", "outside", "empty"])
def test_an_altered_release_is_an_error(schema: Path, fault: str) -> None:
    assert codegen("schema", "release", "--schema", schema).returncode == 0
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
    assert [problem.code for problem in problems] == ["MC172"]
    finished = codegen("schema", "lint", "--schema", schema)
    assert finished.returncode == 1
    assert "error[MC172]" in finished.stdout
    assert codegen("schema", "release", "--schema", schema).returncode == 1


def test_released_files_are_no_sources(schema: Path) -> None:
    shutil.copytree(ROOT / "schema" / releases.FOLDER, schema / releases.FOLDER)
    assert set(check_schemas(schema)[0].sources.files) == {"catalog", "completions", "model", "site"}
