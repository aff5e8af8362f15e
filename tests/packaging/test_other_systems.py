"""What the simulated Windows of `simulated_windows.py` changes: nothing in any result of a command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from modelconfig.diagnostics.problem import error, in_file
from modelconfig.diagnostics.render.formats import render
from tests.packaging.simulated_windows import INVALID_NAME

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
BASE = "tests/cases/site/base.json"
PRICES = "tests/cases/compare/agreement/litellm.json"
SITE = "docs/examples/site/byok.jsonc"
SOURCES = ("catalog", "codegen", "docs/examples", "docs/reference", "generated", "schema", "src", "tests/cases/site")
FILES = ("models.json", "pyproject.toml", PRICES)
COMMANDS = """
modelconfig validate models.json missing.json docs/examples/draft.json
modelconfig validate --format github docs/examples/draft.json
modelconfig list
modelconfig list BASE --format json
modelconfig show acme::v1::large --document BASE
modelconfig diff models.json BASE
modelconfig compare BASE --with litellm=PRICES --with genai-prices=SITE
modelconfig explain MC215
modelconfig schema
modelconfig page BASE written
modelconfig client-check generated/typescript/index.d.ts
modelconfig ref check acme::v1::large
modelconfig site check docs/examples/site-with-mistakes.jsonc
modelconfig site check --format sarif docs/examples/site-with-mistakes.jsonc
modelconfig site render SITE
modelconfig site list SITE
modelconfig site diff docs/examples/site-with-mistakes.jsonc SITE
modelconfig site explain SITE defaultModels
modelconfig site init written.jsonc
modelconfig site convert docs/examples/site-completions.jsonc
modelconfig site schema
codegen types
codegen kit
codegen config
codegen config --check
codegen schema lint
codegen due --on 2026-11-26
"""


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of the files that only one folder has, or that differ."""
    left, right = contents(one), contents(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


@pytest.fixture(scope="module")
def simulation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that a process starts with on its search path, to become one of the simulated system."""
    folder = tmp_path_factory.mktemp("simulation")
    shutil.copyfile(HERE / "simulated_windows.py", folder / "sitecustomize.py")
    return folder


def copy(folder: Path) -> Path:
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def run(folder: Path, command: str, simulation: Path | None) -> tuple[int, str, str]:
    """Run a command in a folder; return its exit code and both outputs, as they are with the code page 1252."""
    search = [*filter(None, [simulation, os.environ.get("PYTHONPATH")]), folder]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, search)), "PYTHONWARNINGS": "error"}
    arguments = command.replace("BASE", BASE).replace("SITE", SITE).replace("PRICES", PRICES).split()
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )
    if simulation is None:
        texts = [
            text.decode().encode("cp1252", "backslashreplace").decode("cp1252") for text in (done.stdout, done.stderr)
        ]
    else:
        texts = [text.decode("cp1252").replace("\r\n", "\n") for text in (done.stdout, done.stderr)]
    return done.returncode, *texts  # type: ignore[return-value]


@pytest.mark.parametrize("command", COMMANDS.strip().splitlines())
def test_a_command_has_the_same_result(command: str, tmp_path: Path, simulation: Path) -> None:
    here, there = copy(tmp_path / "here"), copy(tmp_path / "there")
    expected = run(here, command, None)
    assert run(there, command, simulation) == expected
    assert "Traceback" not in expected[1] + expected[2]
    assert differing(there, here) == []


def test_the_simulation_works(tmp_path: Path, simulation: Path) -> None:
    program = """
import os, pathlib
pathlib.Path("Name.txt").write_text("\\u20ac\\n")
print(pathlib.Path("NAME.TXT").read_bytes())
for rejected in ("os.open('.', os.O_RDONLY)", "open('a:b', 'w')", "os.symlink('a', 'b')", "os.mkdir('con')"):
    try:
        eval(rejected)
    except OSError as failure:
        print(failure.errno)
os.replace("name.txt", "other.TXT")
pathlib.Path("OTHER.txt").rename("Other.txt")
print(os.listdir(), hasattr(os, "O_NONBLOCK"), "\\u20ac")
try:
    import fcntl
except ModuleNotFoundError:
    print("no fcntl")
"""
    environment = {**os.environ, "PYTHONPATH": str(simulation)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    # Since Python 3.15, UTF-8 is the default on every system.
    euro = r"\x80" if sys.version_info < (3, 15) else r"\xe2\x82\xac"
    expected = [rf"b'{euro}\r\n'", "13", "22", "1314", "22", "['Other.txt'] False \u20ac", "no fcntl"]
    assert done.stdout.decode("cp1252").split("\r\n")[:-1] == expected


@pytest.mark.parametrize(
    ("command", "folder"),
    [
        ("codegen types", "generated/python"),
        ("codegen kit", "generated/conformance"),
        ("codegen types", "docs/reference"),
    ],
)
def test_a_file_whose_name_differs_in_case_only_is_replaced(
    command: str, folder: str, tmp_path: Path, simulation: Path
) -> None:
    tree = copy(tmp_path / "tree")
    name = min(path for path in (tree / folder).rglob("*") if path.is_file() and path.stem.islower())
    name.rename(name.with_name(name.name.upper()))
    assert run(tree, command, simulation)[0] == 0
    assert differing(tree, copy(tmp_path / "expected")) == []


@pytest.mark.parametrize("command", ["codegen types", "codegen kit", "codegen config"])
def test_line_ends_of_the_sources_do_not_matter(command: str, tmp_path: Path) -> None:
    tree = copy(tmp_path / "tree")
    for source in ("catalog/**/*.yaml", "codegen/**/*", "schema/*.json"):
        for path in filter(Path.is_file, tree.glob(source)):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(tree, command, None)[0] == 0
    assert run(tree, f"{command} --check", None)[0] == 0
    for name in ("docs/reference", "generated", "src"):
        assert differing(tree / name, ROOT / name) == []


def test_sarif_has_the_separators_of_urls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sep", "\\")
    report = json.loads(render(in_file([error("MC101", "invalid")], "sites\\one.json"), "sarif"))
    (result,) = report["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "sites/one.json"


def test_every_system_can_store_the_files_of_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    names = listed.rstrip("\0").split("\0")
    folders = {parent.as_posix() for name in names for parent in Path(name).parents}
    assert [name for name, count in Counter(map(str.casefold, folders.union(names))).items() if count > 1] == []
    assert [name for name in names if any(map(INVALID_NAME.fullmatch, Path(name).parts))] == []
    assert [name for name in names if len(name) > 180] == []
