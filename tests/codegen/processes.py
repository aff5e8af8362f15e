"""Python programs in separate processes, if they would end or change the test's process, and commands in this one."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from codegen.cli.main import main
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_ORDINARY = """
import os
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
"""


def environment(**changed: str) -> dict[str, str]:
    """Return this process's environment with the tree, for `codegen`, on its path and with changes."""
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path), **changed}


def run(
    program: str, *arguments: str | Path, folder: Path | None = None, ordinary: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run the text of a program that starts with its imports; `ordinary` drops the privileges of root after them."""
    imports, _, rest = program.partition("\n\n")
    text = f"{imports}\n{_ORDINARY if ordinary else ''}\n{rest}"
    return subprocess.run(
        [sys.executable, "-c", text, *map(str, arguments)],
        cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def codegen(*arguments: str | Path, folder: Path = ROOT, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m codegen` with arguments, in a folder, with changes to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "codegen", *map(str, arguments)],
        cwd=folder, env=environment(**changed), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def codegen_here(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m codegen` with arguments in this process, at the repository's root."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(ROOT),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as end,
    ):
        main([*map(str, arguments)])
    assert isinstance(end.value.code, int)
    return subprocess.CompletedProcess(arguments, end.value.code, out.getvalue(), err.getvalue())
