"""The command `python -m codegen config` in a folder with a small catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click.testing

from codegen.cli.config_command import config
from codegen.targets.registry import DOCUMENT_COPIES, SOURCES_COPIES

ROOT = Path(__file__).parents[3]


SMALL = ROOT / "tests" / "cases" / "catalog" / "positive" / "smallest"


DAY = "2026-11-22"


COPIES = ("models.json", *DOCUMENT_COPIES)


OUTPUTS = (*COPIES, *SOURCES_COPIES)


def run(*arguments: str, day: str = DAY) -> click.testing.Result:
    fixed = ["--catalog", "catalog", "--schema", str(ROOT / "schema"), "--date", day]
    result = click.testing.CliRunner().invoke(config, [*fixed, *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def state(home: Path) -> dict[str, bytes]:
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def revisions(home: Path) -> tuple[str, str]:
    """Return the revision in catalog.yaml and the one in models.json."""
    line = (home / "catalog/catalog.yaml").read_text(encoding="utf-8").splitlines()[0]
    return line.removeprefix("revision: "), document(home)["revision"]


def document(home: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((home / "models.json").read_text(encoding="utf-8"))
    return loaded


def change_content(home: Path, name: str = "Larger") -> None:
    edit(home / "catalog/providers/acme.yaml", "displayName: Large", f"displayName: {name}")


def append_line(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")
