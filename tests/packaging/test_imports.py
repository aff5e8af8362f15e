"""The modules that an import loads, measured in a new interpreter: unused parts cost nothing."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.targets.python.python_names import NAMES_OF_LIBRARY
from tests.packaging.import_blocker import without_generated_package

ROOT = Path(__file__).parents[2]
OWN_PACKAGES = {"modelconfig", "modelconfig_types"}
SLOW_PARTS_OF_THE_STANDARD_LIBRARY = {
    "argparse",
    "asyncio",
    "email",
    "http",
    "importlib.metadata",
    "socket",
    "urllib.request",
}


def loaded_by(code: str, folder: Path) -> set[str]:
    """Return the modules that the code loads in a new interpreter, started in another folder."""
    program = (
        f"import sys\nbefore = set(sys.modules)\n{code}\nafter = set(sys.modules) - before\n"
        "import json\nprint(json.dumps(sorted(after)))"
    )
    finished = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", program], cwd=folder, capture_output=True, text=True, check=True
    )
    return set(json.loads(finished.stdout))


def third_party(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - OWN_PACKAGES


def test_importing_the_package_loads_no_other_module_of_the_project(tmp_path: Path) -> None:
    loaded = loaded_by("import modelconfig", tmp_path)
    assert {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names} == {"modelconfig"}


def test_loading_needs_only_the_standard_library(tmp_path: Path) -> None:
    loaded = loaded_by("import modelconfig; assert modelconfig.load().models", tmp_path)
    assert third_party(loaded) == set()
    assert loaded & SLOW_PARTS_OF_THE_STANDARD_LIBRARY == set()


def test_loading_imports_only_the_types_of_the_model(tmp_path: Path) -> None:
    loaded = loaded_by("import modelconfig; modelconfig.load()", tmp_path)
    assert "modelconfig_types.model" in loaded
    assert loaded & {"modelconfig_types.site", "modelconfig_types.completions", "modelconfig_types.catalog"} == set()


def test_generated_types_need_only_the_standard_library(tmp_path: Path) -> None:
    import modelconfig_types

    names = [f"modelconfig_types.{module.name}" for module in pkgutil.iter_modules(modelconfig_types.__path__)]
    assert "modelconfig_types.model" in names
    loaded = loaded_by("\n".join(f"import {name}" for name in names), tmp_path)
    assert third_party(loaded) == set()
    assert not any(name.partition(".")[0] == "modelconfig" for name in loaded)


def test_every_public_name_exists() -> None:
    package = importlib.import_module("modelconfig")
    assert package.__all__ == sorted(package.__all__)
    assert set(package.__all__) <= set(dir(package))
    assert [name for name in package.__all__ if getattr(package, name, None) is None] == []


def test_no_module_shadows_a_public_name(tmp_path: Path) -> None:
    """Importing a module sets it as an attribute of the package and would replace a public name equal to it."""
    program = (
        "import importlib, modelconfig, pkgutil, types\n"
        "for module in pkgutil.walk_packages(modelconfig.__path__, 'modelconfig.'):\n"
        "    if not module.name.endswith('__main__'):\n"
        "        importlib.import_module(module.name)\n"
        "taken = [name for name in modelconfig.__all__ if isinstance(getattr(modelconfig, name), types.ModuleType)]\n"
        "assert taken == [], taken\n"
    )
    finished = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr


def test_every_public_name_has_the_type_of_its_object() -> None:
    """The list for type checkers and the list for loading must be equal."""
    import ast

    import modelconfig

    tree = ast.parse(Path(modelconfig.__file__).read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    loaded = {}
    for name, module in modelconfig._HOMES.items():
        loaded[name] = (f"modelconfig.{module}", name)
    assert typed.pop("*") == ("modelconfig_types", "*")
    assert typed == loaded


def test_the_generated_types_are_public_names() -> None:
    import modelconfig_types

    package = importlib.import_module("modelconfig")
    assert set(package.__all__) == {*package._HOMES, *modelconfig_types.__all__}
    # The rules on names reject a definition that would have one of these.
    assert {name for name in package._HOMES if name[0].isupper() or name.startswith("read_")} == NAMES_OF_LIBRARY
    for name in modelconfig_types.__all__:
        assert getattr(package, name) is getattr(modelconfig_types, name)


def test_public_names_are_typed(tmp_path: Path) -> None:
    """A type checker knows each name in the program of the documentation, and reports a misspelt one."""
    (text,) = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "docs" / "library.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    program = tmp_path / "program.py"
    program.write_text(text, "utf-8")
    misspelt = tmp_path / "misspelt.py"
    misspelt.write_text("from modelconfig import Modle\nfrom modelconfig_types import Provder\n", "utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file", os.devnull]
    for file, errors in ((program, []), (misspelt, ['"Modle"', '"Provder"'])):
        finished = subprocess.run([*mypy, file], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (finished.returncode == 0) == (not errors), finished.stdout
        assert all(f"has no attribute {name}" in finished.stdout for name in errors), finished.stdout
    finished = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)
    assert f"  # {finished.stdout}" in text


def test_parsing_a_site_configuration_needs_only_the_standard_library(tmp_path: Path) -> None:
    code = (
        "import modelconfig; file, problems = modelconfig.parse_site('{\"completions\": {}} // x'); assert not problems"
    )
    loaded = loaded_by(code, tmp_path)
    assert third_party(loaded) == set()
    assert loaded & SLOW_PARTS_OF_THE_STANDARD_LIBRARY == set()


def test_an_unknown_name_raises_attribute_error() -> None:
    package = importlib.import_module("modelconfig")
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        _ = package.lod


def test_the_generator_loads_without_the_generated_package(tmp_path: Path) -> None:
    """Import every module; `test_from_nothing` runs the imports inside functions."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "codegen").rglob("*.py"))
        if path.name not in {"__init__.py", "__main__.py"}
    ]
    code = "\n".join(f"import {name}" for name in modules)
    environment = without_generated_package(tmp_path, ROOT)
    finished = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
