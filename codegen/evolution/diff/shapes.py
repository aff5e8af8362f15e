"""The shapes of a subschema in the dialect, and its limits in comparable form."""

import math
import re

from codegen.schema.traversal import Schema
from modelconfig.schema.patterns import compiled

# The names are in the messages of the rule `form-changed`.
OBJECT, MAP, ARRAY, UNION, ENUM, STRING = "object", "map", "array", "union", "enumeration", "string"
JSON_TYPES = {MAP: "object", UNION: "object", ENUM: "string"}
"""The JSON type of each shape that has another name."""
LOWER = ("minLength", "minItems", "minProperties")
UPPER = ("maxLength", "maxItems", "maxProperties")
_MIRRORS = {"maximum": "minimum", "exclusiveMaximum": "exclusiveMinimum"}
RANGE = (*_MIRRORS.keys(), *_MIRRORS.values())


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


Limit = tuple[float, bool]
"""A limit in comparable form. True marks an excluded lower limit, or an included upper one."""


def limits(node: Schema) -> dict[str, Limit]:
    """Return every limit by its keyword; `minimum` and `maximum` include the exclusive ones."""
    lengths = {keyword: (count(node, keyword), keyword in UPPER) for keyword in (*LOWER, *UPPER)}
    return {"minimum": lower_bound(node), "maximum": upper_bound(node), **lengths}


def lower_bound(node: Schema) -> Limit:
    """Return the lowest valid number, and whether it is excluded; an integer bound is never excluded."""
    lowest = max((node.get("minimum", -math.inf), False), (node.get("exclusiveMinimum", -math.inf), True))
    if node.get("type") != "integer" or math.isinf(lowest[0]):
        return lowest
    return (math.floor(lowest[0]) + 1 if lowest[1] else math.ceil(lowest[0])), False


def upper_bound(node: Schema) -> Limit:
    """Return the highest valid number, and whether it is included; an integer bound is always included."""
    mirrored = {mirror: -node[keyword] for keyword, mirror in _MIRRORS.items() if keyword in node}
    bound, is_excluded = lower_bound({"type": node.get("type"), **mirrored})
    return -bound, not is_excluded


def count(node: Schema, keyword: str) -> float:
    """Return the limit of a length or count; 0 or infinity where the keyword is absent."""
    limit: float = node.get(keyword, 0 if keyword in LOWER else math.inf)
    return limit


def matches(node: Schema, value: str) -> bool | None:
    """Return whether a string matches the pattern; None for a pattern that Python rejects (see `schema lint`)."""
    try:
        return compiled(node.get("pattern", "")).search(value) is not None
    except (re.error, OverflowError, RecursionError):
        return None
