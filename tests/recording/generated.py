"""The generated files of the tree, and those that are generated again after their deletion."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.recording.worker import digest, digests

FOLDERS = ("generated", "docs/reference", "docs/evolution", "schema/released")
_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".nox", ".venv", ".hypothesis", ".*_cache", "__pycache__", "node_modules", "build", "dist"
)
_STEPS = (("types",), ("kit",), ("config",), ("schema", "release"))


def files(tree: Path) -> dict[str, str]:
    """Return the SHA-256 of every generated file of a tree, by path."""
    found = {"models.json": digest((tree / "models.json").read_bytes())}
    for folder in FOLDERS:
        found |= {f"{folder}/{name}": value for name, value in digests(tree / folder).items()}
    return found


def regenerated(tree: Path) -> dict[str, Any]:
    """Generate everything in a copy of the tree without `generated/`; return exit codes, and files by path."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(tree, copy, ignore=_NOT_COPIED)
        shutil.rmtree(copy / "generated")
        shutil.rmtree(copy / "docs" / "reference")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(copy / "src"), str(copy)))}
        exits = {
            " ".join(step): subprocess.run(
                [sys.executable, "-m", "codegen", *step], cwd=copy, env=environment, capture_output=True, check=False
            ).returncode
            for step in _STEPS
        }
        return {"exits": exits, "files": files(copy)}
