"""The profiles of a schema: strict (producers), consumer (tolerant readers), client (client view).

Each is a pure function from a schema with definitions to another one, as `DerivedSchemas` bundles them.
"""

import hashlib
import json
from collections.abc import Callable

from codegen.schema.loader import LOCAL
from codegen.schema.traversal import (
    NULL,
    Schema,
    children,
    is_copy,
    is_server_side,
    reads_null_as_empty,
    target,
    transform,
)

_MAPPING = frozenset({"x-maps-to", "x-not-mapped"})
"""The annotations on how a document is made from another one: readers of the document do not need them."""
OTHER_VALUE = "A value that a later version adds."


def strict(schema: Schema) -> Schema:
    """Return the schema for producers: closed objects, only listed values, no property that only clients receive."""
    return transform(schema, lambda node: _without_properties(node, is_copy))


def consumer(schema: Schema) -> Schema:
    """Return the schema for tolerant readers, from the strict one: unknown properties are valid.

    So are unknown values of open enumerations, and null for a required array, which means an empty one.
    """
    return transform(schema, lambda node: _open_node(_accept_null_arrays(node, schema["$defs"])))


def client(schema: Schema) -> Schema:
    """Return the schema of what clients receive, from the schema as written.

    It is the consumer profile without server-side properties. Properties that the instance always fills in are
    required, and copies under a second name are present.
    """
    return transform(schema, lambda node: _open_node(_client_view(_accept_null_arrays(node, schema["$defs"]))))


def without_unreferenced(schema: Schema) -> Schema:
    """Return the bundle with only the definitions that its root references, directly or not, in their order."""
    names = referenced_definitions({"$ref": schema["$ref"]}, schema["$defs"])
    return {**schema, "$defs": {name: node for name, node in schema["$defs"].items() if name in names}}


def referenced_definitions(node: Schema, definitions: Schema) -> set[str]:
    """Return the names of the definitions that `node` references, directly or not. Ignore dangling references."""
    names: set[str] = set()
    pending = [node]
    while pending:
        subschema = pending.pop()
        name = target(subschema)
        if name in definitions and name not in names:
            names.add(name)
            pending.append(definitions[name])
        pending.extend(child for _, child in children(subschema))
    return names


def self_contained(schema: Schema) -> Schema:
    """Return the schema with every reference pointing into its own `$defs`, and without what only the sources need."""

    def local(node: Schema) -> Schema:
        node = {keyword: value for keyword, value in node.items() if keyword not in _MAPPING}
        return {**node, "$ref": LOCAL + target(node)} if "$ref" in node else node

    return transform(schema, local)


def digest(schema: Schema) -> str:
    """Return a short hash of the content of a derived schema."""
    text = json.dumps(schema, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _without_properties(node: Schema, is_dropped: Callable[[Schema], bool]) -> Schema:
    """Return the schema of an object without the properties whose subschemas match."""
    dropped = {name for name, subschema in node.get("properties", {}).items() if is_dropped(subschema)}
    if not dropped:
        return node
    copy = {**node, "properties": {name: prop for name, prop in node["properties"].items() if name not in dropped}}
    if "required" in copy:
        copy["required"] = [name for name in copy["required"] if name not in dropped]
    return copy


def _open_node(node: Schema) -> Schema:
    if node.get("additionalProperties") is False:
        node = {keyword: value for keyword, value in node.items() if keyword != "additionalProperties"}
    if node.get("x-open-enum"):
        other = {"type": "string", "description": OTHER_VALUE}
        return {
            ("anyOf" if keyword == "oneOf" else keyword): ([*value, other] if keyword == "oneOf" else value)
            for keyword, value in node.items()
        }
    return node


def _accept_null_arrays(node: Schema, definitions: Schema) -> Schema:
    """Return the schema of an object that accepts null for its required arrays."""
    properties = node.get("properties", {})
    changed = {name: _or_null(properties[name]) for name in properties if reads_null_as_empty(node, name, definitions)}
    return {**node, "properties": {**properties, **changed}} if changed else node


def _or_null(node: Schema) -> Schema:
    """Return a subschema of an array, or a reference to one, that also accepts null."""
    if "$ref" not in node:
        return {**node, "type": [node["type"], NULL["type"]]}
    alternatives = {"anyOf": [{"$ref": node["$ref"]}, NULL]}
    return {**alternatives, **{keyword: value for keyword, value in node.items() if keyword != "$ref"}}


def _client_view(node: Schema) -> Schema:
    node = _without_properties(node, is_server_side)
    required = node.get("required", [])
    always_present = {name for name, prop in node.get("properties", {}).items() if prop.get("x-client-required")}
    if not always_present.difference(required):
        return node
    order = [name for name in node["properties"] if name in {*required, *always_present}]
    node = {**node, "required": order}
    if "additionalProperties" in node:
        # `required` is written before it.
        node["additionalProperties"] = node.pop("additionalProperties")
    return node
