"""Two client projects outside this repository: one installs the package, one copies a file."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.typescript.compiling import HERE, MODES, CompilerMode, CompilerReport, Toolchain, compile_folder
from tests.typescript.guide import DECLARATIONS, MODULE, programs_of

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = HERE.parents[1] / "generated" / "typescript"
ORIGINS = ("package", "copied", "copied-as-module")
# The name of the copy makes no difference to how a module is found.
USES = [
    (origin, mode)
    for origin in ORIGINS
    for mode in MODES
    if origin != "copied-as-module" or mode.resolution == "bundler"
]

_ONLY = re.compile(r"// only: (\w+)\n")
_CATALOGUE = "cody-modelconfig/models.json"
_WITHOUT_ATTRIBUTE = re.compile(r'^import \w+ from "[^"]+\.json"$', re.MULTILINE)


def cases(kind: str) -> list[Path]:
    """Return the case files of one kind: `positive` or `negative`."""
    return sorted(path for path in (HERE / "cases" / kind).iterdir() if path.suffix in {".ts", ".cts"})


def in_project(text: str, origin: str, mode: CompilerMode) -> bool:
    """Return whether a case applies to this client: a copied file has no catalogue; a case may name a resolution.

    In an ES module, Node requires the import attribute of JSON.
    """
    only = "bundler" if _WITHOUT_ATTRIBUTE.search(text) else (found := _ONLY.match(text)) and found[1]
    return only in {None, mode.resolution} and (origin == "package" or _CATALOGUE not in text)


def readme_cases() -> dict[str, str]:
    """Return the code blocks of the package's README, which must compile; those with ajv have a separate test."""
    blocks = [block for block in programs_of(PACKAGE / "README.md") if '"ajv/' not in block]
    return {f"block{number}.ts": block for number, block in enumerate(blocks, start=1)}


@dataclass
class Client:
    """A client's project. The first request for a case of a mode compiles all cases of that mode."""

    toolchain: Toolchain
    origin: str
    folder: Path
    reports: dict[CompilerMode, CompilerReport] = field(default_factory=dict)

    def report(self, mode: CompilerMode) -> CompilerReport:
        """Return the compiler's report in this mode."""
        if mode not in self.reports:
            self._write_cases(mode)
            self.reports[mode] = compile_folder(self.toolchain, mode, self.folder)
        return self.reports[mode]

    def _write_cases(self, mode: CompilerMode) -> None:
        shutil.rmtree(self.folder / "cases", ignore_errors=True)
        texts = {f"readme/{name}": text for name, text in readme_cases().items()}
        for kind in ("positive", "negative"):
            texts.update({f"{kind}/{path.name}": path.read_text(encoding="utf-8") for path in cases(kind)})
        for name, text in texts.items():
            if in_project(text, self.origin, mode):
                path = self.folder / "cases" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                copied = text.replace('"cody-modelconfig"', '"../../modelconfig.js"')
                path.write_text(text if self.origin == "package" else copied, encoding="utf-8")


def new_client(toolchain: Toolchain, origin: str, folder: Path, tarball: Path) -> Client:
    """Return a new project of ES modules with the declarations."""
    folder.mkdir()
    (folder / "package.json").write_text('{ "private": true, "type": "module" }\n', encoding="utf-8")
    if origin == "package":
        toolchain.npm("install", tarball, "--offline", folder=folder)
    else:
        shutil.copy(PACKAGE / "index.d.ts", folder / (DECLARATIONS if origin == "copied" else MODULE))
    return Client(toolchain, origin, folder)
