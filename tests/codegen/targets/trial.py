"""Test a generated package as a user of it: a program with the package's parent and a folder of documents as arguments.

It prints, as JSON, the `__doc__` of every class and the text that follows each attribute in the source.
"""

from __future__ import annotations

import ast
import copy
import importlib
import json
import pickle
import sys
from enum import EnumType
from pathlib import Path
from typing import Any


def reader(package: Any, name: str) -> Any:
    """Return the function that reads documents of a type."""
    named = getattr(package, name)
    if hasattr(named, "from_json"):
        return named.from_json
    if isinstance(named, EnumType):
        return named
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
    return getattr(package, f"read_{snake}")


def try_document(package: Any, path: Path) -> None:
    """Read and write one document: the output must be the expected one; check equality, copy, pickle and hash."""
    document = json.loads(path.read_text("utf-8"))
    before = copy.deepcopy(document)
    value = reader(package, path.name.partition(".")[0])(document)
    written = value.to_json() if hasattr(value, "to_json") else str(value)
    expected = path.parent / "written" / path.name
    assert written == (json.loads(expected.read_text("utf-8")) if expected.exists() else document), path.name
    assert document == before
    assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)  # noqa: S301 - our own bytes
    assert hash(value) == hash(copy.deepcopy(value))


def texts(source: Path) -> list[str]:
    """Return the documentation in a module: docstrings, and strings below an attribute."""
    found = ast.walk(ast.parse(source.read_text("utf-8")))
    return [
        ast.literal_eval(node.value)
        for node in found
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]


def main(parent: str, documents: str) -> None:
    """Import everything, test every document, and print the texts."""
    sys.path.insert(0, parent)
    package = importlib.import_module("modelconfig_types")
    exported = {name: getattr(package, name) for name in package.__all__}
    for path in sorted(Path(documents).glob("*.json")):
        try_document(package, path)
    classes = {name: found.__doc__ for name, found in exported.items() if isinstance(found, type)}
    modules = sorted(Path(parent, "modelconfig_types").glob("*.py"))
    print(json.dumps({"classes": classes, "texts": [text for module in modules for text in texts(module)]}))  # noqa: T201 - its result


if __name__ == "__main__":
    main(*sys.argv[1:])
