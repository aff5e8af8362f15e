"""The definitions of a schema with references resolved, null alternatives split off, and their depth."""

from collections.abc import Mapping

from codegen.schema.traversal import Schema, is_copy, reads_null_as_empty, split_null, target

TAG = "type"
"""The property that identifies the variant of a union."""
_INFINITE = 2**31


class DefinitionGraph:
    """The definitions of one kind of document by name, as in the source schema; `root` is that of the document."""

    def __init__(self, root: str, definitions: Mapping[str, Schema]) -> None:
        self.root = root
        self.definitions = definitions
        self._heights: dict[str, int] = {}
        while True:
            new_heights = {
                name: self.height(node)
                for name, node in definitions.items()
                if name not in self._heights and self.height(node) < _INFINITE
            }
            if not new_heights:
                break
            self._heights.update(new_heights)

    def height(self, node: Schema) -> int:
        """Return how many definitions are nested in the flattest value of a subschema."""
        node = without_null(node)
        if "$ref" in node:
            return 1 + self._heights.get(target(node), _INFINITE)
        match self.kind(node):
            case "object":
                heights = {name: self.height(property_node) for name, property_node in properties_of(node).items()}
                optional_count = max(0, node.get("minProperties", 0) - len(required(node)))
                optional_heights = sorted(height for name, height in heights.items() if name not in required(node))
                return max([0, *(heights[name] for name in required(node)), *optional_heights[:optional_count]])
            case "union":
                return min(self.height(branch) for branch in node["oneOf"])
            case "array":
                return self.height(node["items"]) if node.get("minItems") else 0
            case "map":
                return self.height(node["additionalProperties"]) if node.get("minProperties") else 0
        return 0

    def resolved(self, node: Schema) -> Schema:
        """Return a subschema without null, and with its reference replaced by the definition."""
        node = without_null(node)
        while "$ref" in node:
            node = self.definitions[target(node)]
        return node

    def kind(self, node: Schema) -> str:
        """Return `object`, `map`, `array`, `union`, `enum`, `constant`, or the type of a scalar."""
        node = self.resolved(node)
        if "oneOf" in node:
            return "enum" if "const" in node["oneOf"][0] else "union"
        if "properties" in node:
            return "object"
        if "const" in node:
            return "constant"
        name: str = node["type"]
        return {"object": "map"}.get(name, name)

    def reads_null_as_empty(self, node: Schema, name: str) -> bool:
        """Return whether tolerant readers of an object read null as an empty array in this property."""
        return reads_null_as_empty(node, name, self.definitions)

    def variants(self, union: Schema) -> dict[str, Schema]:
        """Return the references to the variants of a union by the value of their tag."""
        return {self.resolved(branch)["properties"][TAG]["const"]: branch for branch in union["oneOf"]}


def nullable(node: Schema) -> bool:
    """Return whether a subschema accepts null, which means absent."""
    return split_null(node)[0]


def without_null(node: Schema) -> Schema:
    """Return a subschema without the alternative null."""
    return split_null(node)[1]


def properties_of(node: Schema) -> dict[str, Schema]:
    """Return the properties that a producer may write, by name."""
    return {name: child for name, child in node.get("properties", {}).items() if not is_copy(child)}


def copies(node: Schema) -> dict[str, Schema]:
    """Return the properties that only clients receive, by name."""
    return {name: child for name, child in node.get("properties", {}).items() if is_copy(child)}


def required(node: Schema) -> list[str]:
    """Return the names of the properties that a producer must write."""
    properties = properties_of(node)
    return [name for name in node.get("required", []) if name in properties]
