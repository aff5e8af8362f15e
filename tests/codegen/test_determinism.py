"""The same schema gives the same bytes with any hash seed, folder, time zone, language and Python.

`CODEGEN_PYTHONS` may name further interpreters that have the generator's dependencies, separated as in PATH.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from codegen.pipeline import check_schemas, emit_types
from tests.codegen.processes import environment
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PYTHONS = list(dict.fromkeys([sys.executable, *filter(None, os.environ.get("CODEGEN_PYTHONS", "").split(os.pathsep))]))
CIRCUMSTANCES = {
    "seed-0": {"PYTHONHASHSEED": "0"},
    "seed-1": {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"},
    "seed-random": {"PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONUTF8": "0"},
}


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def expected() -> dict[str, bytes]:
    """Return what this process generates."""
    generated = emit_types(check_schemas(ROOT / "schema")[0])
    return {name: text.encode() for name, text in sorted(generated.items())}


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("changed", CIRCUMSTANCES.values(), ids=CIRCUMSTANCES)
def test_bytes_are_equal_everywhere(
    python: str, changed: dict[str, str], expected: dict[str, bytes], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "a folder with ünïcode"
    elsewhere.mkdir()
    finished = subprocess.run(
        [python, "-m", "codegen", "types", "--schema", str(ROOT / "schema"), "--root", "fresh"],
        cwd=elsewhere, env=environment(**changed), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    assert contents(elsewhere / "fresh") == expected


def test_order_of_files_on_disk_does_not_matter(expected: dict[str, bytes], tmp_path: Path) -> None:
    for path in sorted((ROOT / "schema").glob("*.json"), reverse=True):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    generated = emit_types(check_schemas(tmp_path)[0])
    assert {name: text.encode() for name, text in sorted(generated.items())} == expected


def test_line_endings_and_byte_order_mark_of_the_source_do_not_matter(
    expected: dict[str, bytes], tmp_path: Path
) -> None:
    for path in sorted((ROOT / "schema").glob("*.json")):
        (tmp_path / path.name).write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    generated = emit_types(check_schemas(tmp_path)[0])
    assert {name: text.encode() for name, text in sorted(generated.items())} == expected


def test_no_generated_file_contains_a_path_of_this_machine(expected: dict[str, bytes]) -> None:
    for name, text in expected.items():
        assert str(ROOT).encode() not in text, name
        assert b"\r" not in text, name
        assert text.endswith(b"\n") or not text, name
