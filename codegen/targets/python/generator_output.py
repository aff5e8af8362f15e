"""The one pass over the output of datamodel-code-generator: immutable containers, sibling modules and imports."""

import ast
import re
from collections.abc import Mapping, Sequence

from codegen.ir import model as ir
from codegen.targets.python.python_names import IMPORTS, sibling

Edit = tuple[int, int, int, str]
"""Row, start, stop and the new text."""


def finish(code: str, module_definitions: Sequence[ir.Definition], modules: Sequence[str]) -> str:
    """Make containers immutable and add the imports that the module needs; `modules` are all generated ones.

    Raises RuntimeError if the generator has renamed a definition.
    """
    tree = ast.parse(code)
    nodes = list(ast.walk(tree))
    defined = {node.name for node in nodes if isinstance(node, ast.ClassDef)}
    defined |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    if missing := {definition.name for definition in module_definitions} - defined:
        raise RuntimeError(f"datamodel-code-generator renamed {', '.join(sorted(missing))}")
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    if "Mapping" in used:
        used.add("FrozenMap")
    aliases = _sibling_aliases(tree)
    siblings = [module for module in modules if sibling(module) in used or module in aliases.values()]
    lines = code.split("\n")
    _edit(lines, _immutable_containers(nodes) + _qualified_names(nodes, aliases))
    body = "\n".join(lines[_first_line(tree) :]).strip("\n") + "\n"
    blank_lines = "\n\n\n" if body.startswith(("@", "class ", "def ")) else "\n\n"
    return "\n".join(_imports(used, siblings)) + blank_lines + body


def import_order(name: str) -> tuple[int, list[str | int], str]:
    """Return the sort key of imported names, as ruff's isort has it: without regard to letter case."""
    return export_order(name)[0], export_order(name.lower())[1], name


def export_order(name: str) -> tuple[int, list[str | int]]:
    """Return the sort key of `__all__`, as ruff has it: constants, types, functions; numbers by their value."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return kind, [int(part) if part.isdigit() else part for part in re.split(r"([0-9]+)", name)]


def _imports(used: set[str], siblings: Sequence[str]) -> list[str]:
    """Return the import block of a module: standard library, sibling modules, shared support."""
    lines = ["from __future__ import annotations", ""]
    for module, names in IMPORTS.items():
        imported = sorted(used.intersection(names), key=import_order)
        if imported and module.startswith("."):
            sibling_imports = [f"from . import {module} as {sibling(module)}" for module in siblings]
            lines += ["", *sibling_imports, f"from {module} import (", *(f"    {name}," for name in imported), ")"]
        elif imported:
            lines.append(f"from {module} import {', '.join(imported)}")
    return lines


def _sibling_aliases(tree: ast.Module) -> dict[str, str]:
    """Map what the generator calls each imported sibling module to its name."""
    return {
        alias.asname or alias.name: alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module is None
        for alias in node.names
    }


def _first_line(tree: ast.Module) -> int:
    """Return the index of the line where the first definition starts, after the generator's own imports."""
    for node in tree.body:
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            decorators: list[ast.expr] = getattr(node, "decorator_list", [])
            return min([node.lineno, *(decorator.lineno for decorator in decorators)]) - 1
    return 0


def _immutable_containers(nodes: Sequence[ast.AST]) -> list[Edit]:
    """Return the edits that turn `Sequence[X]` into `tuple[X, ...]` and `Mapping[str, X]` into `FrozenMap[X]`."""
    edits: list[Edit] = []
    for node in nodes:
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            row, start, stop = node.lineno - 1, node.col_offset, node.end_col_offset or 0
            if node.value.id == "Sequence":
                edits += [(row, start, start + len("Sequence"), "tuple"), (row, stop - 1, stop - 1, ", ...")]
            elif node.value.id == "Mapping":
                edits.append((row, start, start + len("Mapping[str, "), "FrozenMap["))
    return edits


def _qualified_names(nodes: Sequence[ast.AST], aliases: Mapping[str, str]) -> list[Edit]:
    """Return the edits that give sibling modules their names, where types are qualified."""
    return [
        (node.lineno - 1, node.value.col_offset, node.value.end_col_offset or 0, sibling(aliases[node.value.id]))
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.value.id in aliases and node.attr[0].isupper()
    ]


def _edit(lines: list[str], edits: list[Edit]) -> None:
    """Replace parts of lines by other texts."""
    # From the end, so that earlier offsets stay valid. They count bytes, but types are ASCII and first in a line.
    for row, start, stop, text in sorted(edits, reverse=True):
        lines[row] = lines[row][:start] + text + lines[row][stop:]
