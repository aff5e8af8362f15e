"""Errors of all stages are reported in one run, as far as the parts without errors of earlier stages allow it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.catalog.build import build

ROOT = Path(__file__).parents[3]
PROVIDERS = ("anthropic", "openai", "google")


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "catalog", tmp_path / "catalog"))


def change(catalog: Path, name: str, old: str, new: str, *, at: int = 1) -> None:
    """Replace one occurrence of a text in a file of the catalogue."""
    file = catalog / name
    parts = file.read_text("utf-8").split(old)
    file.write_text(old.join(parts[:at]) + new + old.join(parts[at:]), "utf-8")


def errors(catalog: Path, schema: Path = ROOT / "schema") -> list[tuple[str, str]]:
    return [(one.code, Path(one.file).stem) for one in build(catalog, schema).problems if one.severity == "error"]


def test_errors_of_reading_structure_rules_and_values_are_reported_together(catalog: Path) -> None:
    change(catalog, "providers/mistral.yaml", "models:", "models: [")
    change(catalog, "providers/openai.yaml", "tier: ", "tier: x")
    change(catalog, "providers/anthropic.yaml", "window: ", "window: no-such-", at=1)
    change(catalog, "providers/anthropic.yaml", "deprecated: 20", "deprecated: 21")
    found = errors(catalog)
    assert ("MC008", "mistral") in found
    assert ("MC104", "openai") in found
    assert ("MC250", "anthropic") in found
    assert ("MC276", "anthropic") in found
    # Nothing follows from the models that are left out: no unknown default model or replacement.
    assert {code for code, _ in found} <= {"MC008", "MC104", "MC250", "MC276"}


@pytest.mark.parametrize("name", PROVIDERS)
def test_a_left_out_provider_or_model_causes_no_other_error(catalog: Path, name: str) -> None:
    change(catalog, f"providers/{name}.yaml", "status: ", "status: x")
    assert [*dict.fromkeys(errors(catalog))] == [("MC104", name)]
    change(catalog, f"providers/{name}.yaml", "apiVersions", "apiVersion")
    assert {file for _, file in errors(catalog)} == {name}


def test_nothing_else_is_checked_without_the_values_of_the_main_file(catalog: Path) -> None:
    change(catalog, "providers/anthropic.yaml", "deprecated: 20", "deprecated: 21")
    assert errors(catalog) == [("MC276", "anthropic")]
    change(catalog, "catalog.yaml", "revision: ", "revision: x")
    assert {file for _, file in errors(catalog)} == {"catalog"}


def test_errors_of_the_schema_are_reported_with_those_of_reading(catalog: Path, tmp_path: Path) -> None:
    schema = Path(shutil.copytree(ROOT / "schema", tmp_path / "schema"))
    (schema / "model.json").write_text("{", "utf-8")
    change(catalog, "providers/openai.yaml", "models:", "models: [")
    assert set(errors(catalog, schema)) == {("MC003", "model"), ("MC008", "openai")}


def test_errors_of_the_output_are_reported_with_those_of_the_catalogue(catalog: Path, tmp_path: Path) -> None:
    change(catalog, "providers/openai.yaml", "tier: ", "tier: x")
    output = tmp_path / "no-folder" / "models.json"
    command = [sys.executable, "-m", "codegen", "config", "--catalog", str(catalog), "--output", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert "error[MC104]" in done.stdout
    assert "error[MC011]" in done.stdout
