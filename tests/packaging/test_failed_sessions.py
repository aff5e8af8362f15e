"""The last lines of a failed test command: which sessions failed, in which tests, and how to run these again."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]


def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def failing(folder: Path, session: str, count: int) -> None:
    """Run pytest as the session does, with failing tests in a folder of their own."""
    tests = folder / session
    tests.mkdir()
    (tests / "pytest.ini").write_text("[pytest]\n", "utf-8")
    body = f"import pytest\n\n@pytest.mark.parametrize('n', range({count}))\ndef test_one(n): assert n < 0\n"
    (tests / "test_new.py").write_text(body, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-o", f"cache_dir={folder / 'pytest' / session}"]
    done = subprocess.run(command, cwd=tests, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr


def test_failed_tests_are_named(tmp_path: Path) -> None:
    failing(tmp_path, "tests", 2)
    assert dev().summary(["lint", "tests"], tmp_path) == [
        "The session lint failed; its messages are above.",
        "  To repeat: python3 dev.py -s lint",
        "The session tests failed in:",
        "  test_new.py::test_one[0]",
        "  test_new.py::test_one[1]",
        "  To repeat: python3 dev.py -s tests -- --last-failed",
    ]


def test_the_summary_has_less_than_30_lines(tmp_path: Path) -> None:
    for session in ("tests", "reference", "granian"):
        failing(tmp_path, session, 40)
    lines = dev().summary(["check", "lint", "typing", "wheel", "tests", "reference", "granian", "docs"], tmp_path)
    assert len(lines) < 29
    assert lines.count("  and 39 more") == 3
    assert len(dev().summary(["tests"], tmp_path)) < 29
