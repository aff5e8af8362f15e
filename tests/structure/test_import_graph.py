"""No two modules import each other, however late; packages and arrows are counted the same way every time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.structure.import_graph import arrows, circles, packages
from tests.structure.source_tree import ROOT
from tests.structure.trees import write_tree

if TYPE_CHECKING:
    from pathlib import Path

A, B = "src/modelconfig/upper/a.py", "src/modelconfig/lower/b.py"
CIRCLE = ["modelconfig.lower.b <-> modelconfig.upper.a"]
IMPORTS_OF_A = {
    "at the top": "from modelconfig.upper.a import thing\n",
    "of the module": "from modelconfig.upper import a\n",
    "by its whole name": "import modelconfig.upper.a\n",
    "under another name": "import modelconfig.upper.a as other\n",
    "relative": "from ..upper.a import thing\n",
    "relative, of the module": "from ..upper import a\n",
    "in a function": "def late():\n    from modelconfig.upper.a import thing\n",
    "for type checkers": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from modelconfig.upper.a import T\n",
}


def test_there_is_no_import_circle() -> None:
    assert circles(ROOT) == []


def test_no_command_of_the_runtime_imports_what_loads_it() -> None:
    assert [circle for circle in circles(ROOT, lazy=True) if "modelconfig." in circle] == []


@pytest.mark.parametrize("text", IMPORTS_OF_A.values(), ids=IMPORTS_OF_A)
def test_a_circle_is_found_however_it_is_imported(tmp_path: Path, text: str) -> None:
    tree = write_tree(tmp_path, {A: "from modelconfig.lower.b import other\n", B: text})
    assert circles(tree) == CIRCLE


@pytest.mark.parametrize("text", IMPORTS_OF_A.values(), ids=IMPORTS_OF_A)
def test_one_direction_is_no_circle(tmp_path: Path, text: str) -> None:
    tree = write_tree(tmp_path, {A: "import json\nfrom elsewhere.lower.b import other\n", B: text})
    assert circles(tree) == []


def test_a_circle_through_a_package_file_is_found(tmp_path: Path) -> None:
    init = "src/modelconfig/upper/__init__.py"
    tree = write_tree(tmp_path, {init: "from modelconfig.lower import b\n", B: "from modelconfig.upper import name\n"})
    assert circles(tree) == ["modelconfig.lower.b <-> modelconfig.upper"]


def test_longer_circles_and_several_are_found(tmp_path: Path) -> None:
    ring = {f"codegen/r{number}.py": f"import codegen.r{(number + 1) % 4}\n" for number in range(4)}
    pair = {"bench/x.py": "import bench.y\nimport codegen.r0\n", "bench/y.py": "import bench.x\n"}
    found = circles(write_tree(tmp_path, {**ring, **pair}))
    assert sorted(found) == ["bench.x <-> bench.y", "codegen.r0 <-> codegen.r1 <-> codegen.r2 <-> codegen.r3"]


def test_a_module_named_for_lazy_import_counts_where_asked(tmp_path: Path) -> None:
    tree = write_tree(tmp_path, {A: 'COMMANDS = ("modelconfig.lower.b:command",)\n', B: IMPORTS_OF_A["at the top"]})
    assert circles(tree) == []
    assert circles(tree, lazy=True) == CIRCLE


def test_packages_and_arrows_are_counted(tmp_path: Path) -> None:
    files = {
        A: "from modelconfig.lower.b import other\nimport modelconfig.upper.c\n",
        "src/modelconfig/upper/c.py": "def late():\n    from modelconfig.lower import b\n",
        B: "from modelconfig import flat, __version__\n",
        "src/modelconfig/flat.py": "",
        "src/modelconfig/__init__.py": "import modelconfig.upper.a\n",
        "src/modelconfig/__main__.py": "import modelconfig.upper.a\n",
        "codegen/one.py": "from modelconfig.upper import a\n",
        "bench/measure.py": "import codegen.one\n",
    }
    tree = write_tree(tmp_path, files)
    assert packages(tree) == ["codegen.one", "modelconfig.flat", "modelconfig.lower", "modelconfig.upper"]
    assert arrows(tree) == [
        ("codegen.one", "modelconfig.upper"),
        ("modelconfig.lower", "modelconfig.flat"),
        ("modelconfig.upper", "modelconfig.lower"),
    ]


def test_the_counts_can_be_printed(tmp_path: Path) -> None:
    tree = write_tree(tmp_path, {A: "import modelconfig.lower.b\n", B: "import modelconfig.upper.a\n"})
    command = [sys.executable, "-m", "tests.structure", str(tree)]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert f"  {CIRCLE[0]}\n" in finished.stdout
    assert finished.stdout.endswith("2 packages, 2 arrows, 1 circles\n")
