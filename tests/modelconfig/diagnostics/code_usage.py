"""The problem codes that the source uses, found in its syntax tree.

Run `python -m tests.modelconfig.diagnostics.code_usage` to write the headings of the pages from the table of codes.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from modelconfig.diagnostics.codes import CODES, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
TABLE = "codes.py"
_CODE = re.compile(r"MC[0-9]{3}")
_SEVERITIES = {"error": "error", "warning": "warning"}


def sources(root: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Yield each Python file of `src/` and `codegen/` below a folder, with its syntax tree."""
    for folder in ("src", "codegen"):
        for file in sorted((root / folder).rglob("*.py")):
            yield file, ast.parse(file.read_text("utf-8"))


def used_codes(root: Path) -> set[str]:
    """Return every code that is a string in the source, except in the table of codes."""
    return {
        node.value
        for file, tree in sources(root)
        if file.name != TABLE
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value)
    }


def severities(root: Path) -> Iterator[tuple[str, str]]:
    """Yield code and severity of each call of a function or method `error` or `warning` with a code."""
    for _, tree in sources(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                first = node.args[0] if node.args and name in _SEVERITIES else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and _CODE.fullmatch(first.value):
                    yield first.value, _SEVERITIES[name]


if __name__ == "__main__":
    for code in CODES.values():
        page = FOLDER / code.page
        page.write_text(f"{code.heading}\n\n{code.text}", "utf-8")
