"""The schema files at one moment, their definitions, and the audience of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from codegen.evolution.diff.audiences import Audience, Audiences
from codegen.evolution.diff.changes import SchemaLocation
from codegen.schema.loader import CLIENT_ROOT, SchemaFile, Sources
from codegen.schema.traversal import Schema, is_copy, is_server_side, subschemas, target

_HAND_WRITTEN_FILES = {
    "site": Audience.ADMINISTRATORS,
    "completions": Audience.ADMINISTRATORS,
    "catalog": Audience.CATALOGUE,
}
"""Schema files whose documents people write. Any other file describes published documents."""


@dataclass(frozen=True)
class Snapshot(Sources):
    """Schema files at one moment. Definitions are identified by name, which is unique across all files."""

    def location(self, name: str) -> SchemaLocation:
        """Return the location of a definition."""
        return SchemaLocation(f"{self.definition_modules[name]}.json", "").below("$defs", name)

    def audiences_of(self, *names: str) -> Audiences:
        """Return the audiences that see any of some definitions."""
        return frozenset(audience for audience, seen in self._seen if not seen.isdisjoint(names))

    def audience_of_file(self, module: str) -> Audience:
        """Return the audience of the documents of a file; of published ones, that of instances."""
        return _HAND_WRITTEN_FILES.get(module, Audience.INSTANCES)

    @cached_property
    def _seen(self) -> list[tuple[Audience, set[str]]]:
        """The definitions that an audience sees in the documents of a file, for each file and audience."""
        return [seen for file in self.files.values() for seen in self._seen_in(file)]

    def _seen_in(self, file: SchemaFile) -> Iterator[tuple[Audience, set[str]]]:
        if file.module != CLIENT_ROOT:
            yield self.audience_of_file(file.module), self._reachable(file, lambda _: True)
            return
        published = self._reachable(file, lambda node: not is_server_side(node) and not is_copy(node))
        yield Audience.CLIENTS, self._reachable(file, lambda node: not is_server_side(node))
        yield Audience.INSTANCES, published
        yield Audience.SERVER_SIDE, self._reachable(file, lambda node: not is_copy(node)) - published

    def _reachable(self, file: SchemaFile, is_visible: Callable[[Schema], bool]) -> set[str]:
        """Return the definitions that the root documents of a file refer to, directly or not, by visible properties."""
        reached: set[str] = set()
        pending = list(roots(file).values())
        while pending:
            name = pending.pop()
            if name in reached or name not in self.definitions:
                continue
            reached.add(name)
            node = self.definitions[name]
            parts = (
                [part for part in node["properties"].values() if is_visible(part)] if "properties" in node else [node]
            )
            pending.extend(target(below) for part in parts for _, below in subschemas(part) if "$ref" in below)
        return reached


def roots(file: SchemaFile) -> dict[str, str]:
    """Return the names of the root definitions of a file, by the name of the document."""
    return {name: target({"$ref": reference}) for name, reference in file.roots.items()}


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
