"""The limits of a subschema in comparable form."""

import math

from codegen.schema.traversal import Schema

LOWER = ("minLength", "minItems", "minProperties")
UPPER = ("maxLength", "maxItems", "maxProperties")
_MIRRORS = {"maximum": "minimum", "exclusiveMaximum": "exclusiveMinimum"}
RANGE = (*_MIRRORS.keys(), *_MIRRORS.values())

Limit = tuple[float, bool]
"""A limit in comparable form. True marks an excluded lower limit, or an included upper one."""


def limits_of(node: Schema) -> dict[str, Limit]:
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
