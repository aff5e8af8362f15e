"""Run real TypeScript compilers from Python: install them, compile a folder, parse their reports."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from tests.helpers.npm import Toolchain, install

__all__ = [
    "COMPILERS", "MODES", "NEWEST", "OLDEST", "CompilerMode", "CompilerReport", "Toolchain",
    "compile_folder", "expected_errors", "install_toolchain", "parse_report",
]  # fmt: skip

HERE = Path(__file__).parent

_DIAGNOSTIC = re.compile(r"^(?P<file>[^\s(][^(]*)\((?P<line>\d+),\d+\): error (?P<code>TS\d+): ")
_EXPECTED = re.compile(r"// expect-error((?: TS\d+)+)\s*$")


@dataclass(frozen=True, slots=True)
class CompilerMode:
    """A way in which a client compiles: a compiler by its npm alias, and its module resolution."""

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


# `typescript` is 6.0, under the name that typescript-eslint needs.
COMPILERS = ("typescript-5.5", "typescript-5.9", "typescript", "typescript-newest")
OLDEST, *_, NEWEST = COMPILERS
MODES = (
    *(CompilerMode(compiler, resolution) for compiler in COMPILERS for resolution in ("nodenext", "bundler")),
    # TypeScript 6 deprecates it.
    *(CompilerMode(compiler, "node10") for compiler in COMPILERS[:2]),
)


def install_toolchain() -> Toolchain:
    """Return the compilers of `package-lock.json`, installed once for each content of that file."""
    return install(HERE)


@dataclass
class CompilerReport:
    """The report of a compiler: codes by file and line, and the lines that concern no compiled file."""

    errors: dict[str, dict[int, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    others: list[str] = field(default_factory=list)
    output: str = ""

    def about(self, file: str) -> str:
        """Return the compiler's messages for one file."""
        return "\n".join(text for text in self.output.splitlines() if text.startswith(f"{file}("))


def compile_folder(toolchain: Toolchain, mode: CompilerMode, folder: Path, **more: object) -> CompilerReport:
    """Type-check every TypeScript file in `folder`, with one run of the compiler, and with more compiler options."""
    options = {
        "strict": True,
        "exactOptionalPropertyTypes": True,
        "noEmit": True,
        "target": "es2022",
        "lib": ["es2022"],
        "types": [],
        "skipLibCheck": False,
        **mode.options,
        **more,
    }
    config = folder / f"tsconfig.{mode.label}.json"
    config.write_text(json.dumps({"compilerOptions": options, "include": ["**/*"]}), encoding="utf-8")
    compiler = toolchain.modules / mode.compiler / "bin" / "tsc"
    done = toolchain.run(compiler, "-p", config.name, "--pretty", "false", folder=folder)
    return parse_report(done.stdout + done.stderr)


def parse_report(output: str) -> CompilerReport:
    """Parse the messages of a compiler."""
    report = CompilerReport(output=output)
    for text in report.output.splitlines():
        if found := _DIAGNOSTIC.match(text):
            report.errors[Path(found["file"]).as_posix()][int(found["line"])].append(found["code"])
        elif text and not text.startswith(" "):
            report.others.append(text)
    return report


def expected_errors(text: str) -> dict[int, list[str]]:
    """Return the expected codes of a case by line: those after `// expect-error` at the end of the line."""
    lines = enumerate(text.splitlines(), start=1)
    return {number: found[1].split() for number, line in lines if (found := _EXPECTED.search(line))}
