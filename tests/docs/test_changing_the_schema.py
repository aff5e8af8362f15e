"""The steps of CONTRIBUTING.md for a change of the schema end green: each command runs in a copy of the repository."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from codegen.evolution.releases import FOLDER
from codegen.schema.loader import load_schemas
from tests.packaging.new_properties import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Changing the schema")[2].partition("\n## ")[0]
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*_cache", ".git", ".hypothesis", ".nox", ".venv", "node_modules")
PARTS = (
    "tests/codegen/catalog/test_recorded_models.py", "tests/codegen/catalog/test_command.py", "tests/codegen/cli",
    "tests/codegen/evolution/test_check_command.py", "tests/codegen/evolution/test_client_changes.py",
    "tests/codegen/evolution/test_released.py", "tests/codegen/schema/test_examples.py",
    "tests/codegen/test_pipeline.py", "tests/codegen/test_small_changes.py", "tests/docs/test_architecture.py",
    "tests/docs/test_examples.py", "tests/modelconfig/cli/test_client_check_command.py",
    "tests/modelconfig/merge/test_property_mappings.py", "tests/packaging/test_property_lists.py",
)  # fmt: skip
"""The tests that read the schemas, releases, catalogue or pages of this tree, without those that take long."""
PROPERTY = '"brandNew": { "type": "string", "description": "A property of this test." },\n        '
HEAD = '"properties": {\n        '
EDITED = ("CatalogModel", "Model", "ModelOverride", "DefaultModelConfig")


def commands(step: str) -> list[str]:
    """Return the commands of a step."""
    text = PAGE.partition(step)[2].partition("\n###")[0]
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines()]


class Sessions:
    """The sessions of `noxfile.py`, run in a copy of the repository with the Python of this process."""

    def __init__(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._tree = tree
        self._by_name: dict[str, Callable[[Any], None]] = {}
        nox = ModuleType("nox")
        nox.__dict__.update(session=self._declare, options=SimpleNamespace(), Session=object)
        monkeypatch.setitem(sys.modules, "nox", nox)
        namespace: dict[str, Any] = {"__name__": "noxfile", "__file__": str(tree / "noxfile.py")}
        exec((tree / "noxfile.py").read_text("utf-8"), namespace)  # noqa: S102  the file of this repository
        environment = SimpleNamespace(run=self.run, pytest=partial(self.run, "pytest"))
        namespace["Environment"] = namespace["tests_environment"] = lambda *_, **__: environment

    def _declare(self, function: Callable[[Any], None] | None = None, *, name: str = "") -> Any:
        if function is None:
            return lambda decorated: self._by_name.setdefault(name, decorated)
        return self._by_name.setdefault(function.__name__, function)

    def run(self, program: str, *arguments: str, **variables: str) -> None:
        """Run `python` or `pytest` in the copy. Raises AssertionError with the output if it fails."""
        paths = [str(self._tree / folder) for folder in ("src", "generated/python", "")]
        environment = {**os.environ, **variables, "PYTHONPATH": os.pathsep.join(paths)}
        module = () if program == "python" else ("-m", program)
        command = [sys.executable, *module, *arguments]
        finished = subprocess.run(
            command, cwd=self._tree, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert finished.returncode == 0, f"{shlex.join(command)}\n{finished.stdout[-9000:]}{finished.stderr[-3000:]}"

    def run_command(self, command: str) -> None:
        """Run the sessions of a command of the page."""
        names, _, arguments = command.removeprefix("python3 dev.py -s ").partition(" -- ")
        assert names != command
        folders = [word for word in arguments.split() if word.startswith("tests/")]
        assert all((ROOT / folder).is_dir() for folder in folders)
        for name in names.split():
            self._by_name[name](SimpleNamespace(posargs=list(PARTS) if folders else []))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    copy = tmp_path / "tree"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    return copy


def edit(tree: Path) -> None:
    """Add a property to the schemas, and its value to the catalogue."""
    for path in (tree / "schema").glob("*.json"):
        text = path.read_text("utf-8")
        for name in EDITED:
            before, definition, after = text.partition(f'\n    "{name}": {{')
            text = before + definition + after.replace(HEAD, HEAD + PROPERTY, 1)
        path.write_text(text, "utf-8")
    file = tree / "catalog" / "providers" / "mistral.yaml"
    name = "    displayName: Mixtral 8x7B\n"
    file.write_text(file.read_text("utf-8").replace(name, f'{name}    brandNew: "some text"\n'), "utf-8")


def test_the_table_has_every_definition_that_shares_properties() -> None:
    rows = re.findall(r"^ *\| a?[^|]*\| `(\w+)` \|([^|]*)\|([^|]*)\|$", PAGE, re.MULTILINE)
    found = {owner: tuple(re.findall(r"`(\w+)`", f"{catalogue} {site}")) for owner, catalogue, site in rows}
    assert found == CHANNELS


@pytest.mark.slow
def test_the_steps_end_green(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(tree)
    sessions = Sessions(tree, monkeypatch)
    add, release = commands("### Add a property"), commands("### Release a version")
    assert (len(add), len(release)) == (2, 1)
    for command in (*add, *release, *add):
        sessions.run_command(command)
    sources, problems = load_schemas(tree / "schema")
    assert problems == []
    assert (tree / "schema" / FOLDER / sources.version).is_dir()
    models = json.loads((tree / "models.json").read_bytes())["models"]
    assert [model["brandNew"] for model in models if "brandNew" in model] == ["some text"]
