"""The Python source of a repository as modules, with the imports between them."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

ROOT = Path(__file__).parents[2]
SOURCES = {"modelconfig": "src/modelconfig", "codegen": "codegen", "bench": "bench"}
"""The folder of each root package. Generated code and frozen releases are not written by hand, so no rule applies."""
_MODULE_IN_STRING = re.compile(r"([a-z_][\w.]*):[a-z_]\w*", re.IGNORECASE)
"""`module:attribute`, as a lazy command group names what it imports later."""


@dataclass(frozen=True)
class SourceTree:
    """All modules below `root`, by dotted name."""

    root: Path

    @cached_property
    def modules(self) -> Mapping[str, Path]:
        """Return the file of each module; a package is its `__init__`."""
        found = {}
        for name, folder in SOURCES.items():
            for path in python_files(self.root / folder):
                parts = path.relative_to(self.root / folder).with_suffix("").parts
                found[".".join([name, *(parts[:-1] if parts[-1] == "__init__" else parts)])] = path
        return found

    @cached_property
    def imports(self) -> Mapping[str, AbstractSet[str]]:
        """Return the modules that each module imports: at its top, in functions, for type checkers."""
        return {name: frozenset(self._imports_of(name, _imported_names)) for name in self.modules}

    @cached_property
    def lazy_imports(self) -> Mapping[str, AbstractSet[str]]:
        """Return the modules that each module names as `module:attribute` in a string, to import them later."""
        return {name: frozenset(self._imports_of(name, _names_in_strings)) for name in self.modules}

    def is_package(self, name: str) -> bool:
        """Return whether a module is the `__init__` of a package."""
        return self.modules[name].name == "__init__.py"

    def _imports_of(self, name: str, names_in: _NamesIn) -> Iterator[str]:
        package = name if self.is_package(name) else name.rpartition(".")[0]
        for candidate in names_in(parsed(self.modules[name]), package):
            # `from package import name` imports the module `package.name` if there is one, otherwise the package.
            target = candidate if candidate in self.modules else candidate.rpartition(".")[0]
            if target in self.modules and target != name:
                yield target


if TYPE_CHECKING:
    from collections.abc import Callable

    _NamesIn = Callable[[ast.Module, str], Iterator[str]]


def python_files(folder: Path) -> list[Path]:
    """Return the Python files below a folder, sorted."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def duplicates(named: Mapping[str, list[str]]) -> list[str]:
    """Return a finding for each name that more than one place has."""
    return [f"{name}: {', '.join(places)}" for name, places in sorted(named.items()) if len(places) > 1]


def grouped(pairs: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the second items of pairs by the first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, place in pairs:
        found[name].append(place)
    return found


def _imported_names(tree: ast.Module, package: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _names_in_strings(tree: ast.Module, _package: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = _MODULE_IN_STRING.fullmatch(node.value)
            if found is not None:
                yield found[1]
