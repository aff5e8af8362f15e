"""Cases of schema folders under tests/cases/schemas: `invalid` ones say what is wrong with them, `valid` ones generate.

A folder of either kind holds schema files as they would stand in `schema/`. Beside them, an invalid case has
`expected.txt`, all problems of one run in order, each as `CODE file:line:column pointer`; a valid case may have
`documents/`, where `Document.some-words.json` must survive the generated type `Document` unchanged.
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
    """Return the case folders of one kind. Raises AssertionError where there is none, or one holds no schema."""
    folders = sorted(path for path in (SCHEMAS / kind).iterdir() if path.is_dir())
    assert folders, f"no case of kind {kind}"
    empty = [folder.name for folder in folders if not any(folder.glob("*.json"))]
    assert not empty, f"cases without a schema: {empty}"
    return folders


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
    """Return a schema whose document is a record with the given members."""
    record = {"type": "object", "description": "The whole.", "properties": members, "additionalProperties": False}
    return {**HEADER, "$defs": {"Document": record}}
