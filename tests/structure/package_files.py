"""`__init__` files: one sentence that says what the package is for, and no work, so that imports stay cheap."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.structure.source_tree import SOURCES, parsed, python_files

if TYPE_CHECKING:
    from pathlib import Path

LAZY_EXPORTS = "src/modelconfig/__init__.py"
"""The public names of the package, which load their module when they are first used. Nothing else exports names."""
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def working_package_files(root: Path) -> list[str]:
    """Return the `__init__` files that are more, or less, than a docstring of one sentence."""
    return [
        f"{name}: {reason}"
        for source in (SOURCES["modelconfig"], SOURCES["codegen"])
        for path in python_files(root / source)
        if path.name == "__init__.py"
        for name in [path.relative_to(root).as_posix()]
        if name != LAZY_EXPORTS
        for reason in _reasons(parsed(path))
    ]


def _reasons(tree: ast.Module) -> list[str]:
    docstring = ast.get_docstring(tree)
    if docstring is None:
        return ["has no docstring"]
    reasons = []
    if len(_SENTENCE_END.findall(docstring)) != 1 or not docstring.endswith("."):
        reasons.append("its docstring is not one sentence")
    if len(tree.body) > 1:
        reasons.append("contains statements beside its docstring")
    return reasons
