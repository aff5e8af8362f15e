"""`python -m codegen kit`: deterministic output, an exclusive folder, and a different kit for a different schema."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.codegen.processes import codegen
from tests.codegen.schema.schema_cases import ROOT, schema_folder, with_members

if TYPE_CHECKING:
    from pathlib import Path

KIT = "generated/conformance"


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("seed", ["0", "1"])
def test_bytes_are_equal_everywhere(seed: str, tmp_path: Path) -> None:
    places = ("--schema", ROOT / "schema", "--root", "fresh")
    done = codegen("kit", *places, folder=tmp_path, PYTHONHASHSEED=seed, TZ="Asia/Kathmandu", LC_ALL="C")
    assert done.returncode == 0, done.stdout
    assert contents(tmp_path / "fresh" / KIT) == contents(ROOT / KIT)


def test_the_committed_kit_is_up_to_date() -> None:
    done = codegen("kit", "--check", folder=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_reports_changed_missing_and_stray_files(tmp_path: Path) -> None:
    shutil.copytree(ROOT / KIT, tmp_path / KIT)
    kit = tmp_path / KIT
    text = (kit / "model" / "Model.json").read_text("utf-8")
    (kit / "model" / "Model.json").write_text(text.replace('"producer": true', '"producer": false', 1), "utf-8")
    (kit / "site" / "ModelFilters.json").unlink()
    (kit / "model" / "Gone.json").write_text("{}", "utf-8")
    before = contents(tmp_path)
    done = codegen("kit", "--check", "--schema", ROOT / "schema", "--root", tmp_path)
    assert done.returncode == 1
    assert f"{KIT}/model/Model.json: error[MC170] differs from the generated content" in done.stdout
    assert f"{KIT}/site/ModelFilters.json: error[MC170] is missing" in done.stdout
    assert f"{KIT}/model/Gone.json: error[MC171] is not a generated file" in done.stdout
    assert "Run `python3 dev.py -s codegen`" in done.stdout
    assert contents(tmp_path) == before
    assert codegen("kit", "--schema", ROOT / "schema", "--root", tmp_path).returncode == 0
    assert contents(kit) == contents(ROOT / KIT)


def test_a_change_of_the_schema_changes_the_kit(tmp_path: Path) -> None:
    text = {"type": "string", "description": "A text."}
    names = {}
    for limit in (3, 4):
        schema_folder(tmp_path / "schema", model=with_members(a={**text, "maxLength": limit}))
        assert codegen("kit", folder=tmp_path).returncode == 0
        cases = json.loads((tmp_path / KIT / "model" / "Document.json").read_text("utf-8"))["cases"]
        names[limit] = {case["name"] for case in cases if case["rule"].endswith("/maxLength")}
    assert "a: 3 characters" in names[3]
    assert names[3] - names[4] == {"a: 3 characters", "a: 3 characters outside the basic plane"}
    assert "a: 5 characters" in names[4] - names[3]


def test_an_invalid_schema_changes_nothing(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=with_members(a={"type": "string"}))
    done = codegen("kit", folder=tmp_path)
    assert done.returncode == 1
    assert "error[MC" in done.stdout
    assert not (tmp_path / "generated").exists()


def test_check_and_dry_run_exclude_each_other() -> None:
    done = codegen("kit", "--check", "--dry-run")
    assert (done.returncode, done.stdout) == (2, "")
