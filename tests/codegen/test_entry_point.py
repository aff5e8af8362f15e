"""`python -m codegen` in a Python without the packages that it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("package", ["click", "yaml"])
def test_it_says_how_to_install_what_is_missing(package: str) -> None:
    code = f"import runpy, sys; sys.modules[{package!r}] = None; runpy.run_module('codegen', run_name='__main__')"
    command = [sys.executable, "-c", code, "config", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"the package `{package}` is not installed in this Python.\n`python3 dev.py -s codegen`" in done.stderr
    assert "Traceback" not in done.stderr
