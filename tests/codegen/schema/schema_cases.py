"""Cases of schema folders in tests/cases/schemas: `invalid` schemas with their problems, and `valid` ones.

A folder of either kind contains schema files as in `schema/`. An invalid case also has `expected.txt` with all
problems of one run in order, each as `CODE file:line:column pointer`. A valid case may have `documents/`: the generated
type `Document` must read `Document.some-words.json` and write it unchanged, or as the file of that name in `written/`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modelconfig.diagnostics.problem import Problem

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "tests" / "cases" / "schemas"
HEADER = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "model.json",
    "x-version": "1.0.0",
    "title": "A case",
    "description": "What a schema can be.",
    "$ref": "#/$defs/Document",
}


def cases(kind: str) -> list[Path]:
    """Return the case folders of one kind. Raises AssertionError if none exists, or one contains no schema."""
    folders = sorted(path for path in (SCHEMAS / kind).iterdir() if path.is_dir())
    assert folders, f"no case of kind {kind}"
    empty = [folder.name for folder in folders if not any(folder.glob("*.json"))]
    assert not empty, f"cases without a schema: {empty}"
    return folders


def written(document: Path) -> Any:
    """Return what the generated type of a case's document must write."""
    other = document.parent / "written" / document.name
    return json.loads((other if other.exists() else document).read_text("utf-8"))


def lines(problems: Iterable[Problem], folder: Path) -> list[str]:
    """Return each problem as a line of `expected.txt`."""
    return [_line(problem, folder) for problem in problems]


def _line(problem: Problem, folder: Path) -> str:
    place = problem.file.removeprefix(f"{folder.as_posix()}/")
    if problem.line is not None:
        place += f":{problem.line}:{problem.column}"
    return f"{problem.code} {place} {problem.pointer}".rstrip()


def schema_folder(folder: Path, **files: Any) -> Path:
    """Write schema files, given as values or texts by module, and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for module, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content, indent=2)
        (folder / f"{module}.json").write_text(text, "utf-8")
    return folder


def with_members(**members: Any) -> dict[str, Any]:
    """Return a schema whose document is an object with the given properties."""
    record = {"type": "object", "description": "The whole.", "properties": members, "additionalProperties": False}
    return {**HEADER, "$defs": {"Document": record}}
