"""Every module has its layer, and a package's own file says what it is for and does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.structure.layer_contracts import incomplete_contracts
from tests.structure.package_files import LAZY_EXPORTS, working_package_files
from tests.structure.source_tree import ROOT
from tests.structure.trees import write_tree

if TYPE_CHECKING:
    from pathlib import Path

INIT = "src/modelconfig/part/__init__.py"
MODULES = dict.fromkeys(("src/modelconfig/__init__.py", "src/modelconfig/low.py", INIT, "codegen/__init__.py"), "")
RUNTIME = """
[[tool.importlinter.contracts]]
name = "runtime"
type = "layers"
containers = ["modelconfig"]
exhaustive = true
layers = ["part | low"]
"""
GENERATOR = """
[[tool.importlinter.contracts]]
name = "generator"
type = "layers"
containers = ["codegen"]
exhaustive = true
layers = []
"""


def test_every_module_has_its_layer() -> None:
    assert incomplete_contracts(ROOT) == []


def findings_of(root: Path, contracts: str) -> list[str]:
    texts = {**MODULES, "pyproject.toml": f"[tool.importlinter]\n{contracts}"}
    return incomplete_contracts(write_tree(root, texts))


def test_complete_contracts_are_accepted(tmp_path: Path) -> None:
    assert findings_of(tmp_path, RUNTIME + GENERATOR) == []


@pytest.mark.parametrize(
    ("contracts", "finding"),
    [
        (GENERATOR, "modelconfig: has packages inside, and no contract of layers"),
        (RUNTIME, "codegen: has packages inside, and no contract of layers"),
        (RUNTIME.replace("exhaustive = true", "") + GENERATOR, "runtime: not exhaustive"),
        (RUNTIME.replace("true", "false") + GENERATOR, "runtime: not exhaustive"),
        (RUNTIME.replace(" | low", "") + GENERATOR, "modelconfig: in the contract or in the folder alone: ['low']"),
        (
            RUNTIME.replace("low", "low | old") + GENERATOR,
            "modelconfig: in the contract or in the folder alone: ['old']",
        ),
        (f'{RUNTIME}ignore_imports = ["modelconfig.low -> modelconfig.part"]\n{GENERATOR}', "runtime: ignore_imports"),
        (f'{RUNTIME}exhaustive_ignores = ["low"]\n{GENERATOR}', "runtime: exhaustive_ignores"),
        (f"exclude_type_checking_imports = true\n{RUNTIME}{GENERATOR}", "importlinter: exclude_type_checking_imports"),
    ],
)
def test_what_a_contract_leaves_open_is_found(tmp_path: Path, contracts: str, finding: str) -> None:
    assert findings_of(tmp_path, contracts) == [finding]


@pytest.mark.parametrize("layer", ["part : low", "part | (low)"])
def test_siblings_and_optional_layers_are_found(tmp_path: Path, layer: str) -> None:
    found = findings_of(tmp_path, RUNTIME.replace("part | low", layer) + GENERATOR)
    assert any(line.endswith(f": {layer}") for line in found)


def test_a_new_package_with_packages_inside_needs_a_contract(tmp_path: Path) -> None:
    write_tree(tmp_path, {"src/modelconfig/part/inner/__init__.py": ""})
    assert findings_of(tmp_path, RUNTIME + GENERATOR) == [
        "modelconfig.part: has packages inside, and no contract of layers"
    ]


INDEPENDENCE = """
[[tool.importlinter.contracts]]
name = "languages"
type = "independence"
modules = ["codegen.targets.*"]
"""
CODEGEN = GENERATOR.replace("layers = []", 'layers = ["targets"]')


@pytest.mark.parametrize(
    ("contract", "findings"),
    [
        (INDEPENDENCE, []),
        (f'{INDEPENDENCE}ignore_imports = ["codegen.targets.*.* -> codegen.targets.base"]', []),
        (
            f'{INDEPENDENCE}ignore_imports = ["codegen.targets.go.* -> codegen.targets.*"]',
            ["languages: ignore_imports", "codegen.targets: has packages inside, and no contract of layers"],
        ),
        (
            INDEPENDENCE.replace("targets.*", "targets.go"),
            ["codegen.targets: has packages inside, and no contract of layers"],
        ),
    ],
)
def test_packages_that_are_found_are_held_apart(tmp_path: Path, contract: str, findings: list[str]) -> None:
    write_tree(tmp_path, {"codegen/targets/__init__.py": "", "codegen/targets/go/__init__.py": ""})
    assert findings_of(tmp_path, RUNTIME + CODEGEN + contract) == findings


def test_package_files_do_no_work() -> None:
    assert working_package_files(ROOT) == []


@pytest.mark.parametrize(
    "text", ['"""The parts."""\n', '"""Parts of `a.py`, version 1.0: one sentence\nin two lines."""\n']
)
def test_one_sentence_is_accepted(tmp_path: Path, text: str) -> None:
    assert working_package_files(write_tree(tmp_path, {INIT: text})) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "has no docstring"),
        ("x = 1\n", "has no docstring"),
        ('"""The parts. And more."""\n', "its docstring is not one sentence"),
        ('"""The parts"""\n', "its docstring is not one sentence"),
        ('"""The parts."""\nfrom modelconfig.part.a import b\n', "contains statements beside its docstring"),
        ('"""The parts."""\n__all__ = []\n', "contains statements beside its docstring"),
    ],
)
def test_work_in_a_package_file_is_found(tmp_path: Path, text: str, finding: str) -> None:
    assert working_package_files(write_tree(tmp_path, {INIT: text})) == [f"{INIT}: {finding}"]
    assert working_package_files(write_tree(tmp_path, {INIT: '"""The parts."""\n', LAZY_EXPORTS: text})) == []
