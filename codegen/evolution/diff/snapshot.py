"""The schema files at one moment, their definitions, and the audience of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from codegen.evolution.diff.audiences import Audience, Audiences
from codegen.evolution.diff.changes import SchemaLocation
from codegen.schema.loader import CLIENT_ROOT, SchemaFile, Sources
from codegen.schema.traversal import Schema, subschemas
from modelconfig.jsontext import pointers

_HAND_WRITTEN_FILES = {
    "site": Audience.ADMINISTRATORS,
    "completions": Audience.ADMINISTRATORS,
    "catalog": Audience.CATALOGUE,
}
"""Schema files whose documents people write. Any other file describes published documents."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Schema files at one moment. Definitions are identified by name, which is unique across all files."""

    sources: Sources
    definitions: dict[str, Schema]
    modules: dict[str, str]
    audiences: dict[str, Audiences] = field(repr=False)

    @property
    def version(self) -> str:
        """The contract version."""
        return self.sources.version

    def location(self, name: str) -> SchemaLocation:
        """Return the location of a definition."""
        return SchemaLocation(f"{self.modules[name]}.json", pointers.join("/$defs", name))

    def audiences_of(self, name: str) -> Audiences:
        """Return the audiences that see a definition."""
        return self.audiences.get(name, frozenset())

    def audiences_of_file(self, file_module: str) -> Audiences:
        """Return the audiences that see any definition of a file; none for an unknown file."""
        return frozenset[Audience]().union(
            *(self.audiences_of(name) for name, module in self.modules.items() if module == file_module)
        )


def snapshot(sources: Sources) -> Snapshot:
    """Return the snapshot of some schema files."""
    definitions = {name: node for file in sources.files.values() for name, node in file.definitions.items()}
    audiences: dict[str, set[Audience]] = {name: set() for name in definitions}
    for file in sources.files.values():
        for audience, names in _definitions_by_audience(file, definitions):
            for name in names:
                audiences[name].add(audience)
    return Snapshot(
        sources,
        definitions,
        sources.definition_modules,
        {name: frozenset(readers) for name, readers in audiences.items()},
    )


def target(node: Schema) -> str:
    """Return the name of the definition that a subschema refers to, or "" for none."""
    return str(node.get("$ref", "")).rpartition("/")[2]


def roots(file: SchemaFile) -> dict[str, str]:
    """Return the names of the root definitions of a file, by the name of the document."""
    return {name: target({"$ref": reference}) for name, reference in file.roots.items()}


def _definitions_by_audience(file: SchemaFile, definitions: dict[str, Schema]) -> Iterable[tuple[Audience, set[str]]]:
    root_names = list(roots(file).values())
    if file.module in _HAND_WRITTEN_FILES:
        return [(_HAND_WRITTEN_FILES[file.module], _reachable(root_names, definitions, lambda _: True))]
    if file.module != CLIENT_ROOT:
        return [(Audience.INSTANCES, _reachable(root_names, definitions, lambda _: True))]
    published = _reachable(root_names, definitions, lambda node: not is_server_side(node) and not is_copy(node))
    everything = _reachable(root_names, definitions, lambda node: not is_copy(node))
    return [
        (Audience.CLIENTS, _reachable(root_names, definitions, lambda node: not is_server_side(node))),
        (Audience.INSTANCES, published),
        (Audience.SERVER_SIDE, everything - published),
    ]


def is_server_side(node: Schema) -> bool:
    """Return whether clients never receive a property."""
    return node.get("x-visibility") == "server"


def is_copy(node: Schema) -> bool:
    """Return whether a property exists only in what clients receive."""
    return "x-client-copy-of" in node


def common_audiences(before: Audiences, after: Audiences) -> Audiences:
    """Return the audiences for which a difference matters, given those that saw the old and see the new subschema.

    A server still sees what it hides. What is published only now reaches instances that saw it on the server's side.
    """
    common = before & after
    if before != after:
        common |= {Audience.SERVER_SIDE} & (before | after)
    if Audience.SERVER_SIDE in before:
        common |= {Audience.INSTANCES} & after
    return common


def _reachable(
    root_names: Iterable[str], definitions: dict[str, Schema], is_visible: Callable[[Schema], bool]
) -> set[str]:
    reached: set[str] = set()
    pending = [name for name in root_names if name in definitions]
    while pending:
        name = pending.pop()
        if name in reached:
            continue
        reached.add(name)
        node = definitions[name]
        properties = node.get("properties")
        visible = [node] if properties is None else [node for node in properties.values() if is_visible(node)]
        for subschema in visible:
            names = {target(below) for _, below in subschemas(subschema) if "$ref" in below}
            pending.extend(name for name in names if name in definitions and name not in reached)
    return reached
