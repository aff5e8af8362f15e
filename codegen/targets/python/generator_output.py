"""The one pass over the output of datamodel-code-generator: immutable containers and imports."""

import ast
from collections.abc import Mapping, Sequence

from codegen.ir import model as ir
from codegen.targets.python.generated_names import IMPORTS
from codegen.targets.python.python_text import SIBLING


def finish(code: str, module_definitions: Sequence[ir.Definition]) -> str:
    """Make containers immutable and add the imports that the module needs.

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
    lines = code.split("\n")
    _make_immutable(lines, nodes)
    body = "\n".join(lines[_first_line(tree) :]).strip("\n") + "\n"
    for name, alias in aliases.items():
        body = body.replace(f"{SIBLING}{name}.", f"{alias}.")
    blank_lines = "\n\n\n" if body.startswith(("@", "class ", "def ")) else "\n\n"
    return "\n".join(_imports(used, aliases)) + blank_lines + body


def import_order(name: str) -> tuple[int, str]:
    """Return the sort key of import sorters: constants before types before functions."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2), name


def _imports(used: set[str], aliases: Mapping[str, str]) -> list[str]:
    """Return the import block of a module: standard library, sibling modules, shared support."""
    lines = ["from __future__ import annotations", ""]
    for module, names in IMPORTS.items():
        imported = sorted(used.intersection(names), key=import_order)
        if imported and module.startswith("."):
            siblings = [
                f"from . import {name}" + ("" if name == alias else f" as {alias}")
                for name, alias in sorted(aliases.items())
            ]
            lines += ["", *siblings, f"from {module} import (", *(f"    {name}," for name in imported), ")"]
        elif imported:
            lines.append(f"from {module} import {', '.join(imported)}")
    return lines


def _sibling_aliases(tree: ast.Module) -> dict[str, str]:
    """Return the aliases of imported sibling modules: the generator renames one that a field has the name of."""
    return {
        alias.name: alias.asname or alias.name
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


def _make_immutable(lines: list[str], nodes: Sequence[ast.AST]) -> None:
    """Turn every `Sequence[X]` into `tuple[X, ...]` and `Mapping[str, X]` into `FrozenMap[X]`, except in strings."""
    edits: list[tuple[int, int, int, str]] = []
    for node in nodes:
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            row, start, stop = node.lineno - 1, node.col_offset, node.end_col_offset or 0
            if node.value.id == "Sequence":
                edits += [(row, start, start + len("Sequence"), "tuple"), (row, stop - 1, stop - 1, ", ...")]
            elif node.value.id == "Mapping":
                edits.append((row, start, start + len("Mapping[str, "), "FrozenMap["))
    # From the end, so that earlier offsets stay valid. They count bytes, but types are ASCII and first in a line.
    for row, start, stop, text in sorted(edits, reverse=True):
        lines[row] = lines[row][:start] + text + lines[row][stop:]
