"""The visibility annotations of the schema, compiled into a tree to walk documents with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from modelconfig.diagnostics.credentials import folded, is_server_side
from modelconfig.schema.alternatives import TAG

Schema = dict[str, Any]
_LOCAL = "#/$defs/"


@dataclass(slots=True, eq=False)
class VisibilityNode:
    """The visibility of one location and of the locations below it."""

    properties: dict[str, VisibilityNode] = field(default_factory=dict)
    """The known properties of an object."""
    additional: VisibilityNode | None = None
    """The values of a map."""
    items: VisibilityNode | None = None
    """The items of an array."""
    private: bool = False
    """Whether only the instance may see this: the client schema does not have it."""
    secret: bool = False
    """Whether this is a credential, with everything in it."""
    has_pattern: bool = False
    """Whether the schema has a pattern for this string, such as that of a reference: then it is not a credential."""
    hidden_names: frozenset[str] = frozenset()
    """The names, as `folded`, of the properties that only the instance may see."""
    copies: dict[str, str] = field(default_factory=dict)
    """Properties that exist in the client view only, and the sibling that each is a copy of."""
    required: dict[str, str] = field(default_factory=dict)
    """Properties that the client view always has, and the definition that requires them."""
    order: tuple[str, ...] = ()
    """The properties that clients know, in the schema's order."""
    variants: dict[str, VisibilityNode] = field(default_factory=dict)
    """The nodes of a union's variants by tag. For an unknown variant, this node hides what any of them hides."""

    def of(self, value: Mapping[str, Any]) -> VisibilityNode:
        """Return the node of an object at this location."""
        tag = value.get(TAG)
        return self.variants.get(tag, self) if isinstance(tag, str) else self

    def child(self, name: str) -> VisibilityNode:
        """Return the visibility of a property of an object.

        An unknown property is hidden if its name differs from that of a hidden one only in letter case and the like:
        a case-insensitive parser reads it as that property.
        """
        known = self.properties.get(name)
        if known is not None:
            return known
        if is_server_side(name) or folded(name) in self.hidden_names:
            return _PRIVATE
        return self.additional or UNKNOWN

    def private_names(self) -> frozenset[str]:
        """Return the names, as `folded`, of the private properties of this location and of all below it."""
        nodes: dict[int, VisibilityNode] = {}
        pending: list[VisibilityNode | None] = [self]
        while pending:
            node = pending.pop()
            if node is not None and id(node) not in nodes:
                nodes[id(node)] = node
                pending += [*node.properties.values(), node.additional, node.items, *node.variants.values()]
        return frozenset[str]().union(*(node.hidden_names for node in nodes.values()))


UNKNOWN = VisibilityNode()
"""The visibility of what the schema does not know."""
_PRIVATE = VisibilityNode(private=True)


def compile_plan(schema: Mapping[str, Any], client: Mapping[str, Any] | None = None) -> VisibilityNode:
    """Return the visibility tree of the documents that a bundled schema describes.

    `client` is the client profile of the same schema. It alone defines what clients see: a property that is missing
    from it is the server's. It also defines which properties are copied and which are always present.
    """
    return _Compiler(schema["$defs"], None if client is None else client["$defs"]).node([{"$ref": schema["$ref"]}])


class _Compiler:
    """Compiles definitions into nodes; several definitions of one location, as of a union, become one node."""

    def __init__(self, definitions: Schema, client: Schema | None) -> None:
        self._definitions = definitions
        self._client = client
        self._nodes: dict[frozenset[int], VisibilityNode] = {}

    def node(self, schemas: Iterable[Schema]) -> VisibilityNode:
        """Return the node of a location that each of the schemas may describe; what one of them hides is hidden."""
        parts = list(self._resolved(schemas))
        key = frozenset(id(schema) for _, schema in parts)
        if key in self._nodes:
            return self._nodes[key]
        # The node is stored before it is complete: a definition may contain itself.
        compiled = self._nodes[key] = VisibilityNode()
        compiled.secret = any(schema.get("x-secret") for _, schema in parts)
        compiled.has_pattern = any("pattern" in schema for _, schema in parts)
        children: dict[str, list[Schema]] = {}
        for definition_name, schema in parts:
            for property_name, child in schema.get("properties", {}).items():
                children.setdefault(property_name, []).append(child)
            self._add_client(compiled, definition_name, schema)
        compiled.properties = {name: self.node(schemas) for name, schemas in children.items()} | compiled.properties
        compiled.hidden_names = frozenset(folded(name) for name, child in compiled.properties.items() if child.private)
        additional = [schema.get("additionalProperties") for _, schema in parts]
        maps = [schema for schema in additional if isinstance(schema, dict)]
        items = [schema["items"] for _, schema in parts if "items" in schema]
        compiled.additional = self.node(maps) if maps else None
        compiled.variants = dict(self._variants(parts))
        compiled.items = self.node(items) if items else None
        return compiled

    def _variants(self, parts: Iterable[tuple[str, Schema]]) -> Iterator[tuple[str, VisibilityNode]]:
        """Yield tag and node of each variant of the unions among some schemas."""
        for _, schema in parts:
            for branch in schema.get("oneOf", ()):
                variant = self._definitions.get(branch.get("$ref", "").removeprefix(_LOCAL), {})
                if tag := variant.get("properties", {}).get(TAG, {}).get("const"):
                    yield tag, self.node([branch])

    def _resolved(self, schemas: Iterable[Schema]) -> Iterator[tuple[str, Schema]]:
        """Yield the schemas and those that they refer to, each with the name of its definition."""
        pending = [("", schema) for schema in schemas]
        visited: set[str] = set()
        while pending:
            name, schema = pending.pop(0)
            yield name, schema
            target = schema.get("$ref", "").removeprefix(_LOCAL)
            if target and target not in visited:
                visited.add(target)
                pending.append((target, self._definitions[target]))
            pending += [("", branch) for keyword in ("oneOf", "anyOf") for branch in schema.get(keyword, ())]

    def _add_client(self, compiled: VisibilityNode, name: str, schema: Schema) -> None:
        """Add what the client profile says about the same definition."""
        if self._client is None or name not in self._client:
            return
        client_properties = self._client[name].get("properties", {})
        compiled.properties |= {
            property_name: _PRIVATE
            for property_name in schema.get("properties", {})
            if property_name not in client_properties
        }
        compiled.order += tuple(client_properties)
        for property_name, child in client_properties.items():
            if "x-client-copy-of" in child:
                compiled.copies[property_name] = child["x-client-copy-of"]
            if child.get("x-client-required"):
                compiled.required[property_name] = name
