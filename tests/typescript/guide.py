"""The commands and files of the pages for client teams, in a client's project outside this repository."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.typescript.compiling import HERE, Toolchain

if TYPE_CHECKING:
    import subprocess

ROOT = HERE.parents[1]
GUIDE = (ROOT / "docs" / "clients.md").read_text("utf-8")
COPIES = DECLARATIONS, MODULE = ("modelconfig.d.ts", "modelconfig.ts")

_FILE = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^```ts\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The package of each program, unless a test chooses one, and the program in it.
_PROGRAMS = {
    "esbuild": ("esbuild-0.18", "bin/esbuild"),
    "eslint": ("eslint", "bin/eslint.js"),
    "tsc": ("typescript", "bin/tsc"),
}


def commands(program: str) -> list[str]:
    """Return the commands of the guide that start with `program`."""
    lines = [line.partition("  #")[0] for block in _SHELL.findall(GUIDE) for line in block.splitlines()]
    return [line for line in lines if f"{line} ".startswith(f"{program} ")]


def files(folder: str) -> dict[str, str]:
    """Return the files of the guide below a folder of the client, by path."""
    return {path: text for path, text in _FILE.findall(GUIDE) if path.startswith(f"{folder}/")}


def programs_of(page: Path) -> list[str]:
    """Return the TypeScript programs of a page."""
    return _BLOCK.findall(page.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Project:
    """A client's project, in which `npx` finds the installed packages."""

    toolchain: Toolchain
    folder: Path

    def write(self, texts: dict[str, str]) -> None:
        """Write files by their path in the project."""
        for name, text in texts.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def copy(self, name: str) -> None:
        """Run the command of the guide that copies the file to this name, in `src`."""
        (arguments,) = [words for words in map(shlex.split, commands("cp")) if words[2].endswith(f"/{name}")]
        target = Path(arguments[2])
        assert target.parts[:2] == ("..", "client")
        (self.folder / "src").mkdir(exist_ok=True)
        shutil.copy(ROOT / arguments[1], self.folder.joinpath(*target.parts[2:]))

    def npx(self, command: str, **versions: str) -> subprocess.CompletedProcess[str]:
        """Run an `npx` command with the given package, such as `tsc="typescript-5.5"`, of each program."""
        _, program, *arguments = shlex.split(command)
        package, script = _PROGRAMS[program]
        path = self.toolchain.modules / versions.get(program, package) / script
        return self.toolchain.run(path, *arguments, folder=self.folder)


def new_project(toolchain: Toolchain, folder: Path) -> Project:
    """Return an empty project of ES modules, which finds the installed packages."""
    folder.mkdir(parents=True)
    (folder / "node_modules").symlink_to(toolchain.modules, target_is_directory=True)
    project = Project(toolchain, folder)
    project.write({"package.json": '{ "private": true, "type": "module" }\n'})
    return project
