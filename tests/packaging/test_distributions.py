"""The content of the wheel and the source distribution; an incomplete tree builds neither."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
SOURCES = ("bench", "catalog", "codegen", "docs", "generated", "release", "requirements", "schema", "src", "tests")
FILES = (
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md", "dev.py", "environments.py",
    "hatch_build.py", "models.json", "noxfile.py", "pyproject.toml",
)  # fmt: skip

PACKAGE = ("models.json", "models.sources.json", "py.typed")


def build(tree: Path, target: str, destination: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(destination)]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


def copy_of(tree: Path, destination: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", ".*_cache")
    for name in SOURCES:
        shutil.copytree(tree / name, destination / name, ignore=ignored)
    for name in FILES:
        shutil.copyfile(tree / name, destination / name)
    return destination


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a source distribution of a copy of this tree, and the wheel built from it."""
    folder = tmp_path_factory.mktemp("built")
    tree = copy_of(ROOT, tmp_path_factory.mktemp("tree"))
    finished = build(tree, "sdist", folder)
    assert finished.returncode == 0, finished.stderr
    # Use the command, because Debian 12's Python 3.11.2 lacks the `filter` that the method needs on later versions.
    unpack = (sys.executable, "-m", "tarfile", "-e", folder / f"cody_modelconfig-{VERSION}.tar.gz", folder / "unpacked")
    subprocess.run(unpack, check=True, capture_output=True)
    finished = build(folder / "unpacked" / f"cody_modelconfig-{VERSION}", "wheel", folder)
    assert finished.returncode == 0, finished.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(built / f"cody_modelconfig-{VERSION}-py3-none-any.whl") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_of(folder: Path, prefix: str) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {f"{prefix}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files}


def test_the_wheel_contains_exactly_both_packages(wheel: dict[str, bytes]) -> None:
    expected = {
        **files_of(ROOT / "src" / "modelconfig", "modelconfig"),
        **files_of(ROOT / "generated" / "python" / "modelconfig_types", "modelconfig_types"),
        **files_of(ROOT / "generated" / "schema", "modelconfig_types/schema"),
    }
    assert {name for name in wheel if ".dist-info/" not in name} == expected.keys()
    assert [name for name, data in expected.items() if wheel[name] != data] == []


def test_both_packages_are_marked_as_typed(wheel: dict[str, bytes]) -> None:
    assert {"modelconfig/py.typed", "modelconfig_types/py.typed"} <= wheel.keys()


def test_the_wheel_contains_the_embedded_configuration(wheel: dict[str, bytes]) -> None:
    same = wheel["modelconfig_types/models.json"] == (ROOT / "models.json").read_bytes()
    assert same


def test_the_metadata_is_complete(wheel: dict[str, bytes]) -> None:
    folder = f"cody_modelconfig-{VERSION}.dist-info"
    metadata = Parser().parsestr(wheel[f"{folder}/METADATA"].decode("utf-8"))
    assert metadata["Name"] == "cody-modelconfig"
    assert metadata["Version"] == VERSION
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    needed = metadata.get_all("Requires-Dist", [])
    for extra, expected in (
        (False, {"click", "jsonschema", "jsonschema-rs", "rich"}),
        (True, {"brotli", "granian", "httpx2", "prometheus-client", "uvloop", "zstandard"}),
    ):
        assert {re.split("[<>]", one)[0] for one in needed if ("extra == 'server'" in one) is extra} == expected
    assert f"{folder}/licenses/LICENSE" in wheel
    assert b"modelconfig = modelconfig.cli.main:main" in wheel[f"{folder}/entry_points.txt"]


def test_the_source_distribution_contains_the_sources_of_development(built: Path) -> None:
    tree = built / "unpacked" / f"cody_modelconfig-{VERSION}"
    missing = [name for name in (*SOURCES, *FILES) if not (tree / name).exists()]
    assert missing == []
    for name in SOURCES:
        assert files_of(tree / name, name).keys() == {
            path for path in files_of(ROOT / name, name) if "node_modules" not in path and "_cache/" not in path
        }


@pytest.mark.parametrize("target", ["wheel", "sdist"])
@pytest.mark.parametrize("lost", [".", "schema/model.json", *(f"python/modelconfig_types/{name}" for name in PACKAGE)])
def test_a_tree_without_generated_files_builds_nothing(tmp_path: Path, target: str, lost: str) -> None:
    tree = copy_of(ROOT, tmp_path)
    place = tree / "generated" / lost
    shutil.rmtree(tree / "generated") if lost == "." else place.unlink()
    finished = build(tree, target, tmp_path / "built")
    assert finished.returncode != 0
    assert "cannot build: generated/ does not contain" in finished.stderr
    assert "python3 dev.py -s codegen build-config" in finished.stderr
    assert not list((tmp_path / "built").glob("*.*"))


def test_the_version_is_defined_once() -> None:
    import modelconfig

    assert modelconfig.__version__ == VERSION
    literal = f'"{VERSION}"'
    naming = [
        path
        for folder in ("src", "codegen")
        for path in (ROOT / folder).rglob("*.py")
        if literal in path.read_text("utf-8")
    ]
    assert naming == []
