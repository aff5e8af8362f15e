"""Folders that can be read at a glance, files of one subject, names that say which file is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.structure import folder_rules
from tests.structure.class_names import repeated_class_names
from tests.structure.source_tree import ROOT
from tests.structure.trees import write_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULES = (
    folder_rules.crowded_folders,
    folder_rules.unused_exemptions,
    folder_rules.small_packages,
    folder_rules.long_files,
    folder_rules.repeated_file_names,
    repeated_class_names,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_repository_keeps_the_rule(rule: Callable[[Path], list[str]]) -> None:
    assert rule(ROOT) == []


def files_in(folder: str, number: int, suffix: str = "py") -> dict[str, str]:
    return {f"{folder}/file{index}.{suffix}": "" for index in range(number)}


@pytest.mark.parametrize("folder", ["src/modelconfig/part", "codegen", "codegen/part/templates"])
@pytest.mark.parametrize("suffix", ["py", "js"])
def test_a_folder_with_more_than_twelve_files_is_found(tmp_path: Path, folder: str, suffix: str) -> None:
    uncounted = {f"{folder}/{name}": "" for name in ("__init__.py", "__main__.py", "py.typed", "inner/file.py")}
    assert folder_rules.crowded_folders(write_tree(tmp_path, uncounted | files_in(folder, 12, suffix))) == []
    assert folder_rules.crowded_folders(write_tree(tmp_path, files_in(folder, 13, suffix))) == [
        f"{folder}: 13 files, more than 12"
    ]


def test_a_page_for_each_code_is_allowed(tmp_path: Path) -> None:
    (folder,) = folder_rules.MANY_FILES_ALLOWED
    assert folder_rules.unused_exemptions(write_tree(tmp_path, files_in(folder, 12, "md"))) == [folder]
    tree = write_tree(tmp_path, files_in(folder, 13, "md"))
    assert folder_rules.crowded_folders(tree) == []
    assert folder_rules.unused_exemptions(tree) == []


def test_a_package_of_two_files_is_found(tmp_path: Path) -> None:
    init = {"src/modelconfig/part/__init__.py": ""}
    tree = write_tree(tmp_path, init | files_in("src/modelconfig/part", 2) | files_in("codegen/no_package", 1))
    assert folder_rules.small_packages(tree) == ["src/modelconfig/part: 2 files and folders, fewer than 3"]
    assert folder_rules.small_packages(write_tree(tree, {"src/modelconfig/part/inner/file.py": ""})) == []


@pytest.mark.parametrize(
    "folder", ["src/modelconfig/part", "codegen", "bench", "release", "tests/part", "docs/site", "."]
)
def test_a_file_of_more_than_300_lines_is_found(tmp_path: Path, folder: str) -> None:
    name = f"{folder}/long.py".removeprefix("./")
    assert folder_rules.long_files(write_tree(tmp_path, {name: "x = 1\n" * 300})) == []
    assert folder_rules.long_files(write_tree(tmp_path, {name: "x = 1\n" * 301})) == [
        f"{name}: 301 lines, more than 300"
    ]


def test_a_file_name_used_twice_is_found(tmp_path: Path) -> None:
    names = ["src/modelconfig/a/loader.py", "src/modelconfig/b/loader.py", "codegen/loader.py"]
    assert folder_rules.repeated_file_names(write_tree(tmp_path, dict.fromkeys(names[1:], ""))) == []
    assert folder_rules.repeated_file_names(write_tree(tmp_path, dict.fromkeys(names, ""))) == [
        f"loader.py: {names[0]}, {names[1]}"
    ]


@pytest.mark.parametrize("name", folder_rules.REPEATED_NAMES)
def test_what_each_language_has_may_repeat_in_their_folders_alone(tmp_path: Path, name: str) -> None:
    languages = {f"codegen/targets/{language}/{name}": "" for language in ("go", "python")}
    assert folder_rules.repeated_file_names(write_tree(tmp_path, languages)) == []
    tree = write_tree(tmp_path, {f"codegen/{part}/{name}": "" for part in ("ir", "schema")})
    assert folder_rules.repeated_file_names(tree) == [f"{name}: codegen/ir/{name}, codegen/schema/{name}"]


@pytest.mark.parametrize("folder", ["src/modelconfig", "codegen/part", "bench", "tests/part"])
def test_a_class_name_used_twice_is_found(tmp_path: Path, folder: str) -> None:
    text = "class Name: ...\ndef function():\n    class Inner: ...\n"
    assert repeated_class_names(write_tree(tmp_path, {"src/modelconfig/a.py": text})) == []
    found = repeated_class_names(write_tree(tmp_path, {f"{folder}/b.py": text}))
    assert [line.partition(":")[0] for line in found] == ["Inner", "Name"]


def test_class_names_of_generated_code_are_those_of_the_schema(tmp_path: Path) -> None:
    names = ["generated/python/modelconfig_types/model.py", "schema/released/1.0.0/model.py", "codegen/model.py"]
    assert repeated_class_names(write_tree(tmp_path, dict.fromkeys(names, "class Model: ...\n"))) == []
