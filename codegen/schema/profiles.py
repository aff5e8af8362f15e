"""The profiles of a schema: strict (producers), consumer (tolerant readers), client (client view).

Each is a pure function from one bundled schema to another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from codegen.schema.loader import DRAFT, LOCAL, SchemaFile, Sources
from codegen.schema.traversal import Schema, children, transform

OTHER_VALUE = "A value that a later version adds."


def bundle(sources: Sources, file: SchemaFile, name: str, root: str) -> Schema:
    """Return the schema of one document, bundled with every definition that it references.

    `name` becomes part of `$id`; `root` is the reference in `file` to the document's definition.
    Properties that exist only in the client view are left out: no producer may write them.
    """
    target = sources.target(file, root)
    if target is None:
        raise ValueError(f"{root} names no definition in {file.name}")
    definitions = {
        definition: _with_local_references(schema)
        for module_file in (file, *(other for other in sources.files.values() if other is not file))
        for definition, schema in module_file.definitions.items()
    }
    annotated = file.schema if root == file.schema["$ref"] else definitions[target[1]]
    bundled: Schema = {
        "$schema": DRAFT,
        "$id": f"urn:cody-modelconfig:{name}:{sources.version}",
        "title": annotated.get("title", target[1]),
        "description": annotated["description"],
        "$ref": LOCAL + target[1],
        "$defs": definitions,
    }
    return without_unreferenced(bundled)


def _with_local_references(schema: Schema) -> Schema:
    def local(node: Schema) -> Schema:
        if "$ref" in node:
            node["$ref"] = LOCAL + node["$ref"].rpartition("/")[2]
        return node

    return transform(schema, local)


def without_unreferenced(schema: Schema) -> Schema:
    """Return the bundle with only the definitions that its root references, directly or not, in their order."""
    names = referenced_definitions({"$ref": schema["$ref"]}, schema["$defs"])
    return {**schema, "$defs": {name: node for name, node in schema["$defs"].items() if name in names}}


def referenced_definitions(node: Schema, definitions: Schema) -> set[str]:
    """Return the names of the definitions that `node` references, directly or not."""
    names: set[str] = set()
    pending = [node]
    while pending:
        subschema = pending.pop()
        name = subschema.get("$ref", "").removeprefix(LOCAL)
        if name and name not in names:
            names.add(name)
            pending.append(definitions[name])
        pending.extend(child for _, child in children(subschema))
    return names


def strict(schema: Schema) -> Schema:
    """Return the schema for producers: closed objects, only listed values, no property that only clients receive."""
    return without_unreferenced(
        transform(schema, lambda node: _without_properties(node, _client_only_properties(node)))
    )


def consumer(schema: Schema) -> Schema:
    """Return the schema for tolerant readers: unknown properties and values of open enumerations are valid too."""
    return _with_profile_name(transform(schema, _open_node), "consumer")


def client(schema: Schema) -> Schema:
    """Return the schema of what clients receive: the consumer profile without server-side properties.

    Properties that the instance always fills in are required, and copies under a second name are present.
    """
    return _with_profile_name(without_unreferenced(transform(transform(schema, _client_view), _open_node)), "client")


def digest(schema: Schema) -> str:
    """Return a short hash of the content of a derived schema."""
    text = json.dumps(schema, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _with_profile_name(schema: Schema, profile: str) -> Schema:
    head, version = schema["$id"].rsplit(":", 1)
    return {**schema, "$id": f"{head}.{profile}:{version}"}


def _client_only_properties(node: Schema) -> Iterable[str]:
    return [name for name, subschema in node.get("properties", {}).items() if "x-client-copy-of" in subschema]


def _without_properties(node: Schema, names: Iterable[str]) -> Schema:
    """Return the schema of an object without some properties."""
    dropped = set(names)
    if not dropped:
        return node
    copy = dict(node)
    copy["properties"] = {name: subschema for name, subschema in node["properties"].items() if name not in dropped}
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


def _client_view(node: Schema) -> Schema:
    properties = node.get("properties", {})
    node = _without_properties(
        node, [name for name, subschema in properties.items() if subschema.get("x-visibility") == "server"]
    )
    required = node.get("required", [])
    always_present = [
        name for name, subschema in node.get("properties", {}).items() if subschema.get("x-client-required")
    ]
    if set(always_present) - set(required):
        order = [name for name in node["properties"] if name in {*required, *always_present}]
        node = {**node, "required": order}
        if "additionalProperties" in node:
            node["additionalProperties"] = node.pop("additionalProperties")
    return node
