"""Made-up repositories to try the rules on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_tree(root: Path, files: dict[str, str]) -> Path:
    """Write files below a folder, with the folders that the rules look for, and return the folder."""
    for folder in ("src/modelconfig", "codegen", "bench", "tests"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
