"""Documents for the tests of the servers: the real one, and others with visible differences."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


@cache
def _real() -> bytes:
    return (ROOT / "models.json").read_bytes()


def real_bytes() -> bytes:
    """Return the project's own document as it is served."""
    return _real()


def document(revision: str = "2026-11-22.1", **changes: Any) -> dict[str, Any]:
    """Return the real document with another revision and other properties."""
    made: dict[str, Any] = json.loads(_real())
    return made | {"revision": revision} | changes


def text(made: dict[str, Any]) -> str:
    return json.dumps(made, indent=2) + "\n"


def replace(path: Path, content: str | bytes) -> None:
    """Replace a file atomically: write a temporary file, then rename it."""
    aside = path.with_name(path.name + ".new")
    aside.write_bytes(content.encode() if isinstance(content, str) else content)
    aside.replace(path)
