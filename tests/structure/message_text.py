"""Find code that depends on the text of a problem's message or hint, or edits it.

A part that must know something of another's problem reads a field of it: its code, its pointer, its related locations.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = frozenset({"message", "hint"})
METHODS = frozenset(
    "replace removeprefix removesuffix strip lstrip rstrip split rsplit partition rpartition splitlines translate "
    "startswith endswith find rfind index rindex count".split()
)
"""Methods that edit a text or look into it."""
SEARCHES = frozenset("sub subn search match fullmatch findall finditer".split())
PRESENTERS = frozenset({"printable", "str"})
"""Functions that show a text whole."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def dependencies(root: Path) -> Iterator[str]:
    """Yield path, line and expression of each dependency on a message's text in `src/` and `codegen/`."""
    for top in ("src", "codegen"):
        for file in sorted((root / top).rglob("*.py")):
            tree = ast.parse(file.read_text("utf-8"))
            functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
            found = {node for function in functions for node in _in_function(function)}
            for node in sorted(found, key=lambda node: node.lineno):
                yield f"{file.relative_to(root).as_posix()}:{node.lineno}: {ast.unparse(node)}"


def _in_function(function: Function) -> Iterator[ast.expr]:
    aliases = _aliases(function)
    for node in ast.walk(function):
        if isinstance(node, ast.Compare) and any(_is_text(part, aliases) for part in (node.left, *node.comparators)):
            yield node
        elif isinstance(node, ast.Call):
            arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
            has_text = any(_is_text(argument, aliases) for argument in arguments)
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            is_method = isinstance(node.func, ast.Attribute) and _is_text(node.func.value, aliases)
            if (is_method and name in METHODS) or (has_text and name in SEARCHES):
                yield node
            for keyword in node.keywords:
                if keyword.arg in TEXTS and _is_rewritten(keyword.value, aliases):
                    yield keyword.value


def _aliases(function: Function) -> set[str]:
    """Return the local names that only hold a message or hint: `message, hint = problem.message, problem.hint`."""
    names: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=False))
                names |= {name.id for name, value in pairs if isinstance(name, ast.Name) and _is_text(value, names)}
    return names


def _is_text(node: ast.expr, aliases: set[str]) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr in TEXTS) or (
        isinstance(node, ast.Name) and node.id in aliases
    )


def _is_rewritten(node: ast.expr, aliases: set[str]) -> bool:
    """Return whether the new message or hint is the result of a function of another one."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    return name not in PRESENTERS and any(_is_text(argument, aliases) for argument in node.args)
