"""Targets are found in their folders; finding them loads only declarations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from codegen.targets import registry
from codegen.targets.base import Target
from codegen.targets.targets_page import targets_page
from tests.codegen.processes import environment
from tests.codegen.schema.schema_cases import ROOT

FOLDERS = sorted(path.name for path in (ROOT / "codegen" / "targets").iterdir() if (path / "target.py").exists())


def test_each_folder_is_a_target_in_the_order_of_names() -> None:
    assert list(registry.TARGETS) == FOLDERS
    assert len(FOLDERS) > 2


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_has_a_declaration_an_emitter_and_templates(name: str) -> None:
    folder = Path(registry.__file__).parent / name
    assert (folder / "emitter.py").is_file()
    assert any((folder / "templates").iterdir())


def test_no_target_writes_into_the_folder_of_another() -> None:
    folders = [Path(target.folder) for target in registry.TARGETS.values()]
    for folder in folders:
        assert [other for other in folders if folder in [other, *other.parents]] == [folder]
    for target in registry.TARGETS.values():
        assert target.document.startswith(f"{target.folder}/") or not target.document


def test_a_folder_that_declares_something_else_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from codegen.targets.python import target

    monkeypatch.setattr(target, "TARGET", "Python")
    with pytest.raises(TypeError, match=r"codegen/targets/python/target\.py declares no Target"):
        registry.find_targets()


def test_finding_targets_loads_no_emitter_and_no_library() -> None:
    code = "import sys, codegen.pipeline; print(*sorted(sys.modules), sep='\\n')"
    finished = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    loaded = finished.stdout.splitlines()
    assert [f"codegen.targets.{name}.target" for name in FOLDERS] == [
        name for name in loaded if name.startswith("codegen.targets.") and name.endswith(".target")
    ]
    unwanted = {"emitter", "jinja2", "datamodel_code_generator"}
    assert [name for name in loaded if unwanted.intersection(name.split("."))] == []


def test_the_page_has_a_row_for_each_target() -> None:
    text = (ROOT / "generated" / "README.md").read_text("utf-8")
    assert text == targets_page(registry.TARGETS.values())
    rows = [line for line in text.splitlines() if line.startswith("| ") and "/` |" in line]
    assert len(rows) == len(registry.TARGETS)
    for row, target in zip(rows, registry.TARGETS.values(), strict=True):
        assert isinstance(target, Target)
        assert row.startswith(f"| {target.name} | `{target.folder}/` |")
        assert target.description in row


def test_links_of_the_page_exist() -> None:
    import re

    home = ROOT / "generated"
    links = re.findall(r"\]\(([^)]+)\)", (home / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (home / link).exists()] == []
