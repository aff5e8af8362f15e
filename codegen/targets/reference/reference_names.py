"""The anchors of the reference pages, which links lead to."""

from collections.abc import Iterator, Sequence

from codegen.ir import model as ir
from codegen.targets.scopes import Scope


def anchor(name: str) -> str:
    """Return the anchor of the heading of a definition, as GitHub makes it."""
    return name.lower()


def scopes(modules: Sequence[ir.Module]) -> Iterator[Scope]:
    """Yield the anchors of each page."""
    for module in modules:
        anchors = Scope()
        for definition in module.definitions:
            anchors.add_definition(definition, [anchor(definition.name)])
        yield anchors
