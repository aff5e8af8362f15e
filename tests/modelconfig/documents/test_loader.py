"""Loading documents: the embedded one needs only the standard library; files are read with the consumer profile."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import modelconfig
import modelconfig_types
from modelconfig.documents.loader import load, load_document
from modelconfig.errors import DataMissing, DocumentInvalid, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

MINIMAL: dict[str, Any] = {
    "schemaVersion": "1.0",
    "revision": "2026-01-01.1",
    "providers": [{"id": "acme"}],
    "models": [
        {
            "modelRef": "acme::v1::large",
            "modelName": "large-2",
            "capabilities": ["chat", "telepathy"],
            "category": "balanced",
            "status": "legendary",
            "tier": "free",
            "contextWindow": {"maxInputTokens": 7000, "maxOutputTokens": 4000},
            "future": {"x": [1, None]},
        }
    ],
    "defaultModels": {"chat": "acme::v1::large", "fastChat": "acme::v1::large", "codeCompletion": "acme::v1::large"},
}
PACKAGES = [Path(modelconfig.__path__[0]), Path(modelconfig_types.__path__[0])]


def test_embedded() -> None:
    found = load()
    assert found.to_json() == load_document()
    assert found.default_models.chat in {model.model_ref for model in found.models}
    assert load() is found
    assert load_document() is not load_document()


def test_a_file_of_a_later_version_is_read_and_its_unknown_properties_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "models.json"
    file.write_text(json.dumps(MINIMAL), encoding="utf-8")
    for source in (file, str(file), file.read_bytes(), b"\xef\xbb\xbf" + file.read_bytes()):
        found = load(source)
        assert found.models[0].status == "legendary"
        assert found.to_json() == MINIMAL == load_document(source)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(MINIMAL).encode())))
    assert load("-").revision == "2026-01-01.1"


@pytest.mark.parametrize("text", [b"", b"[1", b"\xff\xfe{", b'{"a": NaN}'], ids=["empty", "cut", "utf-16", "nan"])
def test_invalid_json_is_unreadable(text: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        load(text)
    assert caught.value.problems


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(Unreadable, match=r"MC001"):
            load(path)


def test_the_exception_has_all_problems_with_their_locations() -> None:
    broken = {**MINIMAL, "revision": 7, "models": [{"modelRef": "a::b"}]}
    with pytest.raises(DocumentInvalid) as caught:
        load(json.dumps(broken, indent=1).encode())
    assert not isinstance(caught.value, Unreadable)
    problems = caught.value.problems
    assert {problem.pointer for problem in problems} >= {"/revision", "/models/0", "/models/0/modelRef"}
    assert all(problem.line and problem.column and problem.file for problem in problems)


def run(code: str, path: Iterable[Path | str]) -> str:
    """Run code in an interpreter without site packages, with the given module path."""
    setting = f"import sys; sys.path[:0] = {[str(entry) for entry in path]!r}\n"
    done = subprocess.run(
        [sys.executable, "-S", "-I", "-c", setting + code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_embedded_document_needs_only_the_standard_library() -> None:
    code = "import modelconfig; modelconfig.load(); print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = set(run(code, {package.parent for package in PACKAGES}).split())
    assert (
        loaded - sys.stdlib_module_names == {"__main__", "modelconfig", "modelconfig_types"} - sys.stdlib_module_names
    )


def test_loading_imports_one_module_of_types_and_no_parser() -> None:
    code = "import modelconfig; modelconfig.load(); print(*[name for name in sys.modules if 'modelconfig' in name])"
    assert set(run(code, {package.parent for package in PACKAGES}).split()) == {
        "modelconfig",
        "modelconfig.documents",
        "modelconfig.documents.loader",
        "modelconfig.errors",
        "modelconfig_types",
        "modelconfig_types._support",
        "modelconfig_types.model",
    }


def test_it_loads_from_a_zip_archive(tmp_path: Path) -> None:
    archive = tmp_path / "app.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for package in PACKAGES:
            for file in package.rglob("*"):
                if file.suffix in {".py", ".json"}:
                    target.write(file, f"{package.name}/{file.relative_to(package).as_posix()}")
    assert run("import modelconfig; print(len(modelconfig.load().models))", [archive]).strip() == str(
        len(load().models)
    )


def test_missing_data_names_the_command_that_generates_it(tmp_path: Path) -> None:
    code = """
import modelconfig
try:
    modelconfig.load()
except modelconfig.DataMissing as why:
    print(why)
"""
    shutil.copytree(PACKAGES[0], tmp_path / "modelconfig", ignore=shutil.ignore_patterns("__pycache__"))
    assert "codegen types" in run(code, [tmp_path])
    generated = tmp_path / "modelconfig_types"
    generated.mkdir()
    for file in PACKAGES[1].glob("*.py"):
        (generated / file.name).write_bytes(file.read_bytes())
    assert "codegen config" in run(code, [tmp_path])


def test_names_of_the_package() -> None:
    assert modelconfig.load is load
    assert modelconfig.DataMissing is DataMissing
