"""Copies of the schemas that tests change and then compare with `python -m codegen schema check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codegen.evolution import releases
from tests.codegen.processes import codegen_here

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[dict[str, Any]], None]


def edit(schema: Path, change: Change | None = None, version: str = "") -> None:
    """Change model.json, and the version in all files."""
    for path in sorted(schema.glob("*.json")):
        value = json.loads(path.read_text("utf-8"))
        if path.stem == "model" and change:
            change(value["$defs"])
        value["x-version"] = version or value["x-version"]
        path.write_text(json.dumps(value, indent=2), "utf-8")


def add_optional(definitions: dict[str, Any]) -> None:
    definitions["Model"]["properties"]["speed"] = {"type": "boolean", "description": "Whether it is quick."}


def add_default(definitions: dict[str, Any]) -> None:
    definitions["Model"]["properties"]["modelName"]["default"] = "x"


def lower_maximum(definitions: dict[str, Any]) -> None:
    definitions["Model"]["properties"]["displayName"]["maxLength"] = 64


def check(schema: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return codegen_here("schema", "check", "--schema", schema, *arguments)


def exempt(schema: Path, *entries: dict[str, str]) -> None:
    path = schema / releases.FOLDER / "exceptions.json"
    path.write_text(json.dumps({"exceptions": list(entries)}), "utf-8")


def entry(**more: str) -> dict[str, str]:
    place = "model.json#/$defs/Model/properties/modelName/default"
    given = {"since": "1.0.0", "rule": "default-added", "place": place, "verdict": "compatible"}
    return given | {"reason": "Every reader has always done so."} | more
