"""Class names: each is defined once in the repository, so that a name found in a log or a search is that class."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.structure.source_tree import duplicates, grouped, parsed, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCOPE = ("src", "codegen", "bench", "tests")
"""Not `generated` and `schema/released`: their names are those of the schema, in each language and release."""


def repeated_class_names(root: Path) -> list[str]:
    """Return the class names that are defined more than once."""
    return duplicates(grouped(_classes(root)))


def _classes(root: Path) -> Iterator[tuple[str, str]]:
    for folder in SCOPE:
        for path in python_files(root / folder):
            for node in ast.walk(parsed(path)):
                if isinstance(node, ast.ClassDef):
                    yield node.name, f"{path.relative_to(root).as_posix()}:{node.lineno}"
