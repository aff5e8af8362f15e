"""The language services of editors, and the schemas that the commands print for them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from modelconfig.cli.site.schema_command import DOCUMENTS
from tests.editors.editor_cases import ROOT
from tests.helpers.npm import install

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
ASSOCIATIONS = [
    {"uri": (ROOT / url).resolve().as_uri(), "fileMatch": [pattern]}
    for url, pattern in SETTINGS["yaml.schemas"].items()
]


@pytest.fixture(scope="session")
def schemas() -> dict[str, Any]:
    """Return the schemas that `modelconfig schema` prints, by name."""
    return {name: printed("schema", name) for name in DOCUMENTS}


def printed(*arguments: str) -> Any:
    command = [sys.executable, "-m", "modelconfig", *arguments]
    return json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)


class Ask(Protocol):
    """Returns what editors show for documents; by default, with the schemas that the commands print."""

    def __call__(
        self, documents: Sequence[dict[str, Any]], schemas: dict[str, Any] | None = None
    ) -> list[dict[str, Any]]: ...


@pytest.fixture(scope="session")
def ask(schemas: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Return a function that asks the language services, installed once."""
    toolchain = install(HERE)
    printed_schemas = schemas

    def answers(documents: Sequence[dict[str, Any]], schemas: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        file = tmp_path_factory.mktemp("editors") / "input.json"
        file.write_text(
            json.dumps({"schemas": schemas or printed_schemas, "associations": ASSOCIATIONS, "documents": documents}),
            "utf-8",
        )
        done = toolchain.run(HERE / "ask_editors.mjs", toolchain.modules, file, folder=HERE)
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return answers
