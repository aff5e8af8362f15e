"""What kind of thing a subschema describes, with references followed and the null alternative set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codegen.schema.loader import LOCAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codegen.schema.traversal import Schema

TAG = "type"
"""The member that tells the variants of a union apart."""
NULL = {"type": "null"}
_ENDLESS = 2**31


class DefinitionGraph:
    """The definitions of one kind of document, as they are written, by name; `root` is the document's own."""

    def __init__(self, root: str, definitions: Mapping[str, Schema]) -> None:
        self.root = root
        self.definitions = definitions
        self._heights: dict[str, int] = {}
        while True:
            more = {
                name: self.height(node)
                for name, node in definitions.items()
                if name not in self._heights and self.height(node) < _ENDLESS
            }
            if not more:
                break
            self._heights.update(more)

    def height(self, node: Schema) -> int:
        """Return how many definitions the flattest value has inside each other."""
        node = without_null(node)
        if "$ref" in node:
            return 1 + self._heights.get(node["$ref"].removeprefix(LOCAL), _ENDLESS)
        match self.kind(node):
            case "record":
                needed = {name: self.height(member) for name, member in properties_of(node).items()}
                least = max(0, node.get("minProperties", 0) - len(required(node)))
                others = sorted(height for name, height in needed.items() if name not in required(node))
                return max([0, *(needed[name] for name in required(node)), *others[:least]])
            case "union":
                return min(self.height(branch) for branch in node["oneOf"])
            case "array":
                return self.height(node["items"]) if node.get("minItems") else 0
            case "map":
                return self.height(node["additionalProperties"]) if node.get("minProperties") else 0
        return 0

    def resolved(self, node: Schema) -> Schema:
        """Return what a subschema says in the end: without null, and where it refers, the definition."""
        node = without_null(node)
        while "$ref" in node:
            node = self.definitions[node["$ref"].removeprefix(LOCAL)]
        return node

    def kind(self, node: Schema) -> str:
        """Return `record`, `map`, `array`, `union`, `enum`, `constant`, or the name of a scalar's type."""
        node = self.resolved(node)
        if "oneOf" in node:
            return "enum" if "const" in node["oneOf"][0] else "union"
        if "properties" in node:
            return "record"
        if "const" in node:
            return "constant"
        name: str = node["type"]
        return {"object": "map"}.get(name, name)

    def variants(self, union: Schema) -> dict[str, Schema]:
        """Return the references of a union's variants by the value of their tag."""
        return {self.resolved(branch)["properties"][TAG]["const"]: branch for branch in union["oneOf"]}


def nullable(node: Schema) -> bool:
    """Tell whether null is accepted, which means absent."""
    return NULL in node.get("anyOf", []) or "null" in _types(node)


def without_null(node: Schema) -> Schema:
    """Return a member's subschema without the alternative that it is null."""
    if NULL in node.get("anyOf", []):
        (other,) = (branch for branch in node["anyOf"] if branch != NULL)
        return other  # type: ignore[no-any-return]  # JSON
    if "null" in _types(node):
        (name,) = (name for name in node["type"] if name != "null")
        return {**node, "type": name}
    return node


def _types(node: Schema) -> list[Any]:
    kinds = node.get("type")
    return kinds if isinstance(kinds, list) else []


def properties_of(record: Schema) -> dict[str, Schema]:
    """Return the members that a producer may write, by name."""
    return {name: node for name, node in record.get("properties", {}).items() if "x-client-copy-of" not in node}


def copies(record: Schema) -> dict[str, Schema]:
    """Return the members that only clients receive, by name."""
    return {name: node for name, node in record.get("properties", {}).items() if "x-client-copy-of" in node}


def required(record: Schema) -> list[str]:
    """Return the names of the members that a producer must write."""
    written = properties_of(record)
    return [name for name in record.get("required", []) if name in written]


def hidden(member: Schema) -> bool:
    """Tell whether a member is server-side: for a client, it is one that nobody knows."""
    return bool(member.get("x-visibility") == "server")
