"""Collect the regular expressions of the code base, with the methods that it calls on each.

Patterns are found as objects that modules refer to, as arguments of functions of `re`, and in the JSON Schemas.
"""

from __future__ import annotations

import ast
import gc
import importlib
import json
import pkgutil
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from modelconfig.schema.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("modelconfig", "codegen", "modelconfig_types")
SCHEMA_FOLDERS = ("schema", "generated", "codegen")
METHODS = frozenset({"match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split"})
_FOLLOWED = frozenset({*PACKAGES, "builtins", "functools", "types", "collections", "mappingproxy"})
"""The packages whose objects may refer to patterns of the code base."""
_UNKNOWN = object()


@dataclass(slots=True)
class Used:
    """A pattern, where it is from, and the methods that are called on it: none if no call is known."""

    pattern: re.Pattern[Any]
    origins: set[str] = field(default_factory=set)
    methods: set[str] = field(default_factory=set)


class Collection:
    """The patterns of all modules and schemas. Imports every module."""

    def __init__(self) -> None:
        self.patterns: dict[tuple[str | bytes, int], Used] = {}
        """The patterns by text and flags."""
        self.unknown: set[tuple[str, str]] = set()
        """The module and the text of each call of `re` whose pattern depends on variables."""
        self.on_variables: dict[str, set[str]] = {}
        """By module, the methods that it calls on what may be a pattern."""
        for module in _modules():
            for pattern in _referred_patterns(module):
                self.add(pattern, module.__name__)
            if module.__file__ is not None:
                _Calls(self, module).visit(ast.parse(Path(module.__file__).read_text("utf-8")))
        for path in (path for folder in SCHEMA_FOLDERS for path in (ROOT / folder).rglob("*.json")):
            for text in _schema_patterns(json.loads(path.read_bytes())):
                self.add(compiled(text), path.relative_to(ROOT).as_posix(), "search")

    def methods_of(self, used: Used) -> set[str]:
        """Return the methods that are called on a pattern: all that may be, if it is only called through variables."""
        on_variables = {method for origin in used.origins for method in self.on_variables.get(origin, ())}
        return used.methods or on_variables or set(METHODS)

    def add(self, pattern: re.Pattern[Any], origin: str, *methods: str) -> None:
        """Add a pattern, or what else is known of it."""
        used = self.patterns.setdefault((pattern.pattern, pattern.flags), Used(pattern))
        used.origins.add(origin)
        used.methods.update(methods)


def _modules() -> Iterator[ModuleType]:
    for name in PACKAGES:
        package = importlib.import_module(name)
        yield package
        for info in pkgutil.walk_packages(package.__path__, f"{name}."):
            if not info.name.endswith("__main__"):
                yield importlib.import_module(info.name)


def _referred_patterns(module: ModuleType) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns that a module refers to: in containers, classes, instances, functions, closures, caches."""
    others = {id(vars(other)) for other in list(sys.modules.values()) if other is not module}
    seen = others | {id(vars(module))}
    found: list[object] = [vars(module)]
    for value in found:
        if isinstance(value, re.Pattern):
            yield value
        elif _is_followed(value):
            new = [part for part in gc.get_referents(value) if id(part) not in seen]
            seen.update(map(id, new))
            found += new


def _is_followed(value: object) -> bool:
    """Return whether patterns that an object refers to are patterns of the code base, not those of a library."""
    owner = value if isinstance(value, type) else type(value)
    return not isinstance(value, ModuleType) and owner.__module__.partition(".")[0] in _FOLLOWED


class _Calls(ast.NodeVisitor):
    """What the text of a module shows: arguments of functions of `re`, and methods that are called on patterns."""

    def __init__(self, collection: Collection, module: ModuleType) -> None:
        self._collection, self._module = collection, module
        self._in_function = False

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer, self._in_function = self._in_function, True
        self.generic_visit(node)
        self._in_function = outer

    def visit_Attribute(self, node: ast.Attribute) -> None:
        value = self._value(node.value)
        if isinstance(value, re.Pattern) and node.attr in METHODS:
            self._collection.add(value, self._module.__name__, node.attr)
        elif not isinstance(value, re.Pattern) and value is not re:
            if value is _UNKNOWN and node.attr in METHODS - {"split"}:
                self._collection.on_variables.setdefault(self._module.__name__, set()).add(node.attr)
            self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        value = self._value(node)
        if value is re:
            # A function of the module is chosen by a variable.
            self._collection.unknown.add((self._module.__name__, node.id))
        elif isinstance(value, re.Pattern) and isinstance(node.ctx, ast.Load):
            # What gets it may call any method.
            self._collection.add(value, self._module.__name__, *METHODS)

    def visit_Call(self, node: ast.Call) -> None:
        for part in node.args:
            if isinstance(part, ast.Attribute) and self._value(part.value) is re and part.attr in METHODS:
                # The function that is called gets a function of `re`, and a table for it.
                self._add_texts(list(map(self._value, node.args)), {part.attr})
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) and self._value(function.value) is re else ""
        # The result of `compile` outside functions is an object, and is found as one.
        if name in METHODS or (name == "compile" and self._in_function):
            self._add_call(node, {name} & METHODS)
        for child in ast.iter_child_nodes(node):
            if not isinstance(self._value(child), re.Pattern):
                self.visit(child)

    def _add_call(self, node: ast.Call, methods: set[str]) -> None:
        first, last = self._value(node.args[0]), self._value(node.args[-1])
        if isinstance(first, (str, bytes)):
            first = re.compile(first, last if isinstance(last, re.RegexFlag) else 0)
        if isinstance(first, re.Pattern):
            self._collection.add(first, self._module.__name__, *methods)
        else:
            # One of the texts in the tables of the module may be the pattern.
            self._collection.unknown.add((self._module.__name__, ast.unparse(node.args[0])))
            self._add_texts([value for name, value in vars(self._module).items() if name != "__builtins__"], methods)

    def _add_texts(self, tables: list[object], methods: set[str]) -> None:
        for pattern in (pattern for table in tables if isinstance(table, (tuple, dict)) for pattern in _texts(table)):
            self._collection.add(pattern, self._module.__name__, *methods)

    def _value(self, node: ast.AST) -> object:
        """Return the value of an expression of constants and global names; `_UNKNOWN` for another one."""
        if not isinstance(node, ast.expr) or any(isinstance(part, ast.Call) for part in ast.walk(node)):
            return _UNKNOWN
        try:
            return eval(compile(ast.Expression(node), "expression", "eval"), vars(self._module))  # noqa: S307
        except Exception:  # noqa: BLE001  # the expression depends on local variables
            return _UNKNOWN


def _texts(table: object) -> Iterator[re.Pattern[str]]:
    """Yield the texts in a table that are patterns and contain an operator."""
    if isinstance(table, str) and re.escape(table) != table:
        try:
            yield re.compile(table)
        except re.error:
            return
    elif isinstance(table, dict):
        yield from _texts([*table, *table.values()])
    elif isinstance(table, (tuple, list)):
        for part in table:
            yield from _texts(part)


def _schema_patterns(node: object) -> Iterator[str]:
    """Yield the patterns of a JSON Schema, or of anything that looks like one."""
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"]
        if isinstance(node.get("patternProperties"), dict):
            yield from node["patternProperties"]
        for part in node.values():
            yield from _schema_patterns(part)
    elif isinstance(node, list):
        for part in node:
            yield from _schema_patterns(part)
