"""The forms that a schema of the dialect takes, and its limits in terms that compare."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from modelconfig.schema.patterns import compiled

if TYPE_CHECKING:
    from codegen.schema.traversal import Schema

RECORD, MAP, ARRAY, UNION, ENUM, STRING = "record", "map", "array", "union", "enumeration", "string"
OF_JSON = {RECORD: "object", MAP: "object", UNION: "object", ENUM: "string"}
"""The JSON type of forms that are not named after it."""
LOWER = ("minLength", "minItems", "minProperties")
UPPER = ("maxLength", "maxItems", "maxProperties")
RANGE = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")


def shape(node: Schema) -> str:
    """Return which form a node has that is no reference; "" for one that the dialect does not have."""
    if "properties" in node:
        return RECORD
    branches = node.get("oneOf") or node.get("anyOf") or ()
    if any("$ref" in branch for branch in branches):
        return UNION
    if branches or "const" in node:
        return ENUM
    kind = node.get("type", "")
    if kind == "object":
        return MAP
    return kind if isinstance(kind, str) else ""


def split_null(node: Schema) -> tuple[bool, Schema]:
    """Return whether a node accepts null, and the node without that."""
    kinds = node.get("type")
    if isinstance(kinds, list) and "null" in kinds:
        rest = [kind for kind in kinds if kind != "null"]
        return True, {**node, "type": rest[0] if len(rest) == 1 else rest}
    branches = node.get("anyOf", ())
    if {"type": "null"} in branches and len(branches) == 2:
        inner = branches[0] if branches[1] == {"type": "null"} else branches[1]
        return True, {**{keyword: value for keyword, value in node.items() if keyword != "anyOf"}, **inner}
    return False, node


def values(node: Schema) -> dict[str, Schema]:
    """Return the listed values of an enumeration, each with its branch; a constant lists one."""
    if "const" in node:
        return {node["const"]: node}
    branches = node.get("oneOf") or node.get("anyOf") or ()
    return {branch["const"]: branch for branch in branches if "const" in branch}


def lower_bound(node: Schema) -> tuple[float, bool]:
    """Return the smallest number that fits, and whether it is itself excluded; whole numbers exclude nothing."""
    low = (node.get("minimum", -math.inf), False)
    if "exclusiveMinimum" in node:
        bound = node["exclusiveMinimum"]
        low = max(low, (math.floor(bound) + 1, False) if node.get("type") == "integer" else (bound, True))
    if node.get("type") == "integer" and math.isfinite(low[0]):
        low = (math.ceil(low[0]), False)
    return low


def upper_bound(node: Schema) -> tuple[float, bool]:
    """Return the largest number that fits, and whether it is itself included; whole numbers always include it."""
    high = (node.get("maximum", math.inf), True)
    if "exclusiveMaximum" in node:
        bound = node["exclusiveMaximum"]
        high = min(high, (math.ceil(bound) - 1, True) if node.get("type") == "integer" else (bound, False))
    if node.get("type") == "integer" and math.isfinite(high[0]):
        high = (math.floor(high[0]), True)
    return high


def count(node: Schema, keyword: str) -> float:
    """Return a limit of a length or count; without one, what limits nothing."""
    limit: float = node.get(keyword, 0 if keyword in LOWER else math.inf)
    return limit


def matches(node: Schema, text: str) -> bool | None:
    """Tell whether a text matches a node's pattern; None where Python refuses the pattern, as `schema lint` tells."""
    try:
        return compiled(node.get("pattern", "")).search(text) is not None
    except (re.error, OverflowError, RecursionError):
        return None
