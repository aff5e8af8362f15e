"""The files of a release, its notes, and the versions in them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from release.archives import go_module, npm_package, write_checksums
from release.bill_of_materials import bills_of_materials
from release.documentation import documentation
from release.release_notes import notes_of

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
VERSION = PROJECT["version"]


def archives(folder: Path) -> Path:
    folder.mkdir()
    npm_package(ROOT, folder)
    go_module(ROOT, folder, VERSION)
    (folder / f"cody_modelconfig-{VERSION}-py3-none-any.whl").write_bytes(b"wheel")
    bills_of_materials(ROOT, folder, PROJECT, 0)
    write_checksums(folder)
    return folder


def build_site(command: list[str], *, cwd: Path, env: dict[str, str], **_: object) -> None:
    """Write a site in place of Sphinx, which the environment of the tests does not have."""
    assert command[1:3] == ["-m", "sphinx"]
    assert str(cwd / "src") in env["PYTHONPATH"].split(os.pathsep)
    assert env["LC_ALL"] == "C"
    for name in ("z.html", "index.html", "_static/a.js"):
        path = Path(command[-1]) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_the_documentation_is_one_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", build_site)
    documentation(tmp_path / "tree", tmp_path, VERSION)
    name = f"modelconfig-docs-{VERSION}"
    with zipfile.ZipFile(tmp_path / f"{name}.zip") as archive:
        assert archive.namelist() == [f"{name}/{file}" for file in ("_static/a.js", "index.html", "z.html")]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_lists_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = archives(tmp_path / "one")
    monkeypatch.setattr(subprocess, "run", build_site)
    documentation(tmp_path / "tree", folder, VERSION)
    (folder / f"cody_modelconfig-{VERSION}.tar.gz").touch()
    table = (ROOT / "docs" / "releasing.md").read_text("utf-8").partition("## The files")[2]
    rows = re.findall(r"^\| (`[^|]*`) \|", table, re.MULTILINE)
    patterns = [pattern for row in rows for pattern in re.findall("`([^`]+)`", row)]
    listed = [{path.name for path in folder.glob(pattern)} for pattern in patterns]
    assert all(listed)
    assert set().union(*listed) == {path.name for path in folder.iterdir()}


def test_two_builds_have_the_same_bytes(tmp_path: Path) -> None:
    one, two = archives(tmp_path / "one"), archives(tmp_path / "two")
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {p.name: p.read_bytes() for p in two.iterdir()}


def test_archives_have_the_files_of_both_packages(tmp_path: Path) -> None:
    folder = archives(tmp_path / "one")
    with tarfile.open(folder / f"cody-modelconfig-{VERSION}.tgz") as archive:
        names = archive.getnames()
        manifest = archive.extractfile("package/package.json")
        assert manifest is not None
        assert json.load(manifest)["version"] == VERSION
    assert {"package/LICENSE", "package/README.md", "package/index.d.ts", "package/models.json"} <= set(names)
    with zipfile.ZipFile(folder / f"modelconfig-go-{VERSION}.zip") as module:
        assert {name.partition("/")[0] for name in module.namelist()} == {f"modelconfig@v{VERSION}"}
        assert f"modelconfig@v{VERSION}/go.mod" in module.namelist()


def test_bills_name_each_locked_dependency(tmp_path: Path) -> None:
    folder = archives(tmp_path / "one")
    bill = json.loads((folder / f"cody_modelconfig-{VERSION}-py3-none-any.whl.cdx.json").read_text("utf-8"))
    scopes = {one["name"]: one["scope"] for one in bill["components"]}
    assert scopes["click"] == "required"
    assert scopes["granian"] == "optional"
    assert bill["metadata"]["component"]["version"] == VERSION
    npm = json.loads((folder / f"cody-modelconfig-{VERSION}.tgz.cdx.json").read_text("utf-8"))
    assert npm["components"] == []


def test_notes_are_the_section_of_the_version(tmp_path: Path) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text(
        "# C\n\n## [Unreleased]\n\n## [1.2.0] - 2026-01-02\n\n- New.\n\n## [1.1.0] - 2026-01-01\n", "utf-8"
    )
    assert notes_of(changelog, "1.2.0") == "- New.\n"
    with pytest.raises(SystemExit, match="no section"):
        notes_of(changelog, "1.3.0")
