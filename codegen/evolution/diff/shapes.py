"""The shapes of a subschema in the dialect, and its listed values."""

import re

from codegen.schema.traversal import Schema
from modelconfig.schema.patterns import compiled

# The names are in the messages of the rule `form-changed`.
OBJECT, MAP, ARRAY, UNION, ENUM, STRING = "object", "map", "array", "union", "enumeration", "string"
JSON_TYPES = {MAP: "object", UNION: "object", ENUM: "string"}
"""The JSON type of each shape that has another name."""


def shape(node: Schema) -> str:
    """Return the shape of a subschema without `$ref`, or "" for one that the dialect does not have."""
    if "properties" in node:
        return OBJECT
    branches = node.get("oneOf") or node.get("anyOf") or ()
    if any("$ref" in branch for branch in branches):
        return UNION
    if branches or "const" in node:
        return ENUM
    type_name = node.get("type", "")
    if type_name == "object":
        return MAP
    return type_name if isinstance(type_name, str) else ""


def values(node: Schema) -> dict[str, Schema]:
    """Return the listed values of an enumeration with their branches; a constant has one value."""
    if "const" in node:
        return {node["const"]: node}
    branches = node.get("oneOf") or node.get("anyOf") or ()
    return {branch["const"]: branch for branch in branches if "const" in branch}


def matches(node: Schema, value: str) -> bool | None:
    """Return whether a string matches the pattern; None for a pattern that Python rejects (see `schema lint`)."""
    try:
        return compiled(node.get("pattern", "")).search(value) is not None
    except (re.error, OverflowError, RecursionError):
        return None
