"""Import circles between modules, and the packages with the arrows between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.structure.source_tree import SourceTree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

FLAT_ROOTS = ("modelconfig", "codegen")
"""Root packages: a module directly below one counts as a package of its own, and the root itself does not count."""


def circles(root: Path, *, lazy: bool = False) -> list[str]:
    """Return each import circle as a sorted list of its modules.

    With `lazy`, a module that is named as `module:attribute` in a string counts as imported.
    """
    tree = SourceTree(root)
    edges = {name: tree.imports[name] | (tree.lazy_imports[name] if lazy else set()) for name in tree.modules}
    return [" <-> ".join(sorted(group)) for group in _strongly_connected(edges) if len(group) > 1]


def packages(root: Path) -> list[str]:
    """Return the packages that hold modules, without the roots, their `__main__` and `bench`."""
    tree = SourceTree(root)
    return sorted({package for module in tree.modules for package in _package_of(tree, module)})


def arrows(root: Path) -> list[tuple[str, str]]:
    """Return the pairs of packages of which the first imports the second."""
    tree = SourceTree(root)
    return sorted(
        {
            (importing, imported)
            for module, targets in tree.imports.items()
            for target in targets
            for importing in _package_of(tree, module)
            for imported in _package_of(tree, target)
            if importing != imported
        }
    )


def _package_of(tree: SourceTree, module: str) -> Iterator[str]:
    """Yield the package that a module counts for, if it counts."""
    above, _, name = module.rpartition(".")
    package = module if tree.is_package(module) or above in FLAT_ROOTS else above
    if package.partition(".")[0] in FLAT_ROOTS and package not in FLAT_ROOTS and name != "__main__":
        yield package


def _strongly_connected(edges: Mapping[str, AbstractSet[str]]) -> list[list[str]]:
    """Return the strongly connected components of a graph (Kosaraju's algorithm)."""
    order: list[str] = []
    visited: set[str] = set()
    for start in sorted(edges):
        order += _postorder(start, edges, visited)
    reverse: dict[str, set[str]] = {name: set() for name in edges}
    for name, targets in edges.items():
        for target in targets:
            reverse[target].add(name)
    visited.clear()
    groups = (_postorder(name, reverse, visited) for name in reversed(order))
    return [group for group in groups if group]


def _postorder(start: str, edges: Mapping[str, AbstractSet[str]], visited: set[str]) -> list[str]:
    """Return what can be reached from `start` and was not visited before, each after what it leads to."""
    if start in visited:
        return []
    visited.add(start)
    found: list[str] = []
    open_nodes = [(start, iter(sorted(edges[start])))]
    while open_nodes:
        name, targets = open_nodes[-1]
        target = next((target for target in targets if target not in visited), None)
        if target is None:
            found.append(name)
            open_nodes.pop()
        else:
            visited.add(target)
            open_nodes.append((target, iter(sorted(edges[target]))))
    return found
