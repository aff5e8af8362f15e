"""Valid values of a subschema: the smallest, one with every property, several that differ."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice, permutations
from typing import Any

from codegen.conformance.definition_graph import (
    TAG,
    DefinitionGraph,
    always_present,
    nullable,
    properties_of,
    required,
    without_null,
)
from codegen.conformance.json_values import parts_of, same
from codegen.conformance.scalar_values import (
    MAX_LENGTH,
    OversizeError,
    UnderivableError,
    check_length,
    other_scalars,
    scalar,
)
from codegen.schema.traversal import Schema
from modelconfig.jsontext.scanner import MAX_DEPTH

_MAX_SIZE = 10_000
"""The maximum number of values in the smallest value of a definition."""
_MAX_WIDTH = 100
"""The number of properties up to which an object is shown with all of them."""
_MAX_LEVEL = 3
"""The number of nested parts, each absent in the smallest value, up to which different values are computed."""
_NAMES = ("one", "two", "three")


def smallest(graph: DefinitionGraph, node: Schema) -> Any:
    """Return a value with only required content, and what clients always receive. Raises UnderivableError.

    Values of definitions are shared: do not change them.
    """
    bare = graph.resolved(node)
    name = graph.names.get(id(bare), "")
    if name in graph.smallest:
        return graph.smallest[name]
    try:
        if graph.kind(bare) not in ("object", "union", "array", "map"):
            return scalar(graph, node)
        if not name:
            return _smallest_container(graph, bare)
        graph.smallest[name] = _checked_size(graph, bare)
    except UnderivableError as failure:
        failure.definition = failure.definition or name
        raise
    return graph.smallest[name]


def _checked_size(graph: DefinitionGraph, node: Schema) -> Any:
    """Return the smallest value of a definition. Raises OversizeError if it is too large."""
    if graph.height(node) > MAX_DEPTH:
        raise OversizeError(f"is nested more than {MAX_DEPTH} levels deep")
    value = _smallest_container(graph, node)
    size = size_of(graph, value)
    if size > _MAX_SIZE:
        raise OversizeError(f"has more than {_MAX_SIZE} items and properties")
    graph.sizes[id(value)] = size
    return value


def _smallest_container(graph: DefinitionGraph, node: Schema) -> Any:
    match graph.kind(node):
        case "object":
            return _object(graph, node, [])
        case "union":
            return smallest(graph, min(node["oneOf"], key=graph.height))
        case "array":
            return array_of_length(graph, node, node.get("minItems", 0))
    return map_of_size(graph, node, node.get("minProperties", 0))


def size_of(graph: DefinitionGraph, value: Any) -> int:
    """Return the number of values in a value, itself included. The smallest values of definitions are counted once."""
    if not isinstance(value, (dict, list)):
        return 1
    known = graph.sizes.get(id(value))
    return known or 1 + sum(size_of(graph, part) for part in parts_of(value))


def full(graph: DefinitionGraph, node: Schema) -> Any:
    """Return a value with its properties, each small; its own arrays and maps have an item."""
    node = graph.resolved(node)
    match graph.kind(node):
        case "object":
            return _object(graph, node, list(properties_of(node))[:_MAX_WIDTH], nested=True)
        case "array":
            return array_of_length(graph, node, _nonzero(node, "minItems", "maxItems"), nested=True)
        case "map":
            return map_of_size(graph, node, _nonzero(node, "minProperties", "maxProperties"), nested=True)
    return smallest(graph, node)


def _nonzero(node: Schema, minimum: str, maximum: str) -> int:
    """Return the lowest number of items or properties that the limits allow, but one rather than zero."""
    return int(max(node.get(minimum, 0), min(1, node.get(maximum, 1))))


def with_property(graph: DefinitionGraph, node: Schema, name: str, value: Any) -> dict[str, Any]:
    """Return a small object that has this property, known or unknown, with this value."""
    others = {**smallest(graph, node), name: value}
    excess = len(others) - node.get("maxProperties", len(others))
    if excess > 0:
        kept = {name, *always_present(node)}
        for other in [other for other in others if other not in kept][:excess]:
            del others[other]
    return others


def distinct_items(graph: DefinitionGraph, node: Schema, count: int, *, nested: bool = False) -> list[Any]:
    """Return `count` different items of an array, or as many as are known."""
    # An item might contain the same array, and recursion would not end.
    if not count:
        return []
    items = node["items"]
    first = nonempty_inline(graph, items) if nested else smallest(graph, items)
    result = [first]
    if count > 1:
        result += _other_values(graph, items, first, count)
    return result[:count]


def array_of_length(graph: DefinitionGraph, node: Schema, count: int, *, nested: bool = False) -> list[Any]:
    """Return `count` items, repeated where duplicates are allowed and necessary. Raises UnderivableError."""
    check_length(count, "items")
    result = distinct_items(graph, node, count, nested=nested)
    if len(result) < count and not (node.get("uniqueItems") or node.get("x-unique")):
        result *= 1 + count // len(result)
    if len(result) < count:
        raise UnderivableError(f"no {count} different items are known for a list that needs them")
    return result[:count]


def map_of_size(graph: DefinitionGraph, node: Schema, count: int, *, nested: bool = False) -> dict[str, Any]:
    """Return a map with this many properties. Raises UnderivableError."""
    if not count:
        return {}
    check_length(count, "properties")
    values = node["additionalProperties"]
    value = nonempty_inline(graph, values) if nested else smallest(graph, values)
    return dict.fromkeys(property_names(count), value)


def property_names(count: int) -> list[str]:
    """Return different names of properties."""
    return [*_NAMES, *(f"name{number}" for number in range(count))][:count]


def nonempty_inline(graph: DefinitionGraph, node: Schema) -> Any:
    """Return a small value in which an array or map is not empty if the subschema itself describes it."""
    kind = graph.kind(node)
    return full(graph, node) if "$ref" not in node and kind in ("array", "map") else smallest(graph, node)


def _object(graph: DefinitionGraph, node: Schema, names: list[str], *, nested: bool = False) -> dict[str, Any]:
    properties = properties_of(node)
    chosen = dict.fromkeys([*required(node), *always_present(node), *names])
    missing = node.get("minProperties", 0) - len(chosen)
    if missing > 0:
        # The flattest properties, and none that may contain this object again.
        heights = {name: graph.height(child) for name, child in properties.items() if name not in chosen}
        flat = [name for name in heights if heights[name] < graph.height(node)]
        others = sorted(flat, key=lambda name: (heights[name], nullable(properties[name])))
        chosen |= dict.fromkeys(others[:missing])
    chosen = dict.fromkeys(list(chosen)[: node.get("maxProperties", len(chosen))])
    # Keep the order of the schema, as in every generated document.
    make_value = nonempty_inline if nested else smallest
    value = {
        name: None if name not in names and _contains(graph, child, node) else make_value(graph, child)
        for name, child in properties.items()
        if name in chosen
    }
    unknown = node.get("minProperties", 0) - len(value)
    if unknown > 0:
        check_length(unknown, "properties")
        value |= {unknown_name(node, name): True for name in property_names(unknown)}
    return value


def _contains(graph: DefinitionGraph, child: Schema, node: Schema) -> bool:
    """Return whether a property that may be null may contain the object again if it is not null."""
    return nullable(child) and graph.height(without_null(child)) >= graph.height(node)


def unknown_name(node: Schema, name: str) -> str:
    """Return a name that the object does not define: the given one, extended while it does."""
    while name in node["properties"]:
        name += "AddedLater"
    return name


def _smallest_of_each(graph: DefinitionGraph, nodes: Iterable[Schema]) -> list[Any]:
    """Return the smallest value of each subschema that has one."""
    return [value for node in nodes for value in _of_absent_part(graph, partial(_only_smallest, graph, node))]


def _only_smallest(graph: DefinitionGraph, node: Schema) -> list[Any]:
    return [smallest(graph, node)]


def _other_values(graph: DefinitionGraph, node: Schema, value: Any, count: int) -> list[Any]:
    """Return values that differ from `value` and from each other; `count` limits how many are computed."""
    node = graph.resolved(node)
    match "null" if value is None else graph.kind(node):
        case "null":
            return [smallest(graph, node)]
        case "array":
            return _other_arrays(graph, node, value, count)
        case "map":
            return _other_maps(graph, node, value, count)
        case "object":
            return _other_objects(graph, node, value, count)
        case "union":
            variants = graph.variants(node)
            others = (variant for tag, variant in variants.items() if tag != value[TAG])
            same_variant = _other_values(graph, variants[value[TAG]], value, count)
            return [*_smallest_of_each(graph, islice(others, count)), *same_variant]
    return other_scalars(graph, node, value, count)


def _other_arrays(graph: DefinitionGraph, node: Schema, value: list[Any], count: int) -> list[Any]:
    def new_items() -> list[Any]:
        return distinct_items(graph, node, len(value) + (count + 1) // 2)

    # The items of an empty array may contain the same array.
    items = new_items() if value else _of_absent_part(graph, new_items)
    if node.get("uniqueItems"):
        items = [item for item in items if item not in value]
    space = node.get("maxItems", MAX_LENGTH) - len(value)
    longer = [[*value, item] for item in items] if space > 0 else []
    if space > 1:
        longer += [[*value, first, second] for first, second in islice(permutations(items, 2), count)]
    shorter = [value[:-1]] if len(value) > node.get("minItems", 0) else []
    return longer[:count] + [[item, *value[1:]] for item in items if value and not same(item, value[0])] + shorter


def _of_absent_part(graph: DefinitionGraph, compute: Callable[[], list[Any]]) -> list[Any]:
    """Return what is computed for a part that the smallest value does not have; nothing inside too many of these."""
    if graph.level == _MAX_LEVEL:
        return []
    graph.level += 1
    try:
        return compute()
    except UnderivableError:
        return []
    finally:
        graph.level -= 1


def _other_maps(graph: DefinitionGraph, node: Schema, value: dict[str, Any], count: int) -> list[Any]:
    values = node["additionalProperties"]
    if len(value) < node.get("maxProperties", MAX_LENGTH):
        names = [name for name in property_names(len(value) + count) if name not in value]
        # A new property may contain the same map.
        added = _smallest_of_each(graph, [values])
        return [{**value, name: other} for name in names for other in added]
    return [
        {**value, name: other} for name in list(value)[:1] for other in _other_values(graph, values, value[name], count)
    ]


def _other_objects(graph: DefinitionGraph, node: Schema, value: dict[str, Any], count: int) -> list[Any]:
    """Return objects that differ in the properties that they have, or have more properties."""
    maximum = node.get("maxProperties", MAX_LENGTH)
    results = [value]
    for name, child in properties_of(node).items():
        if len(results) > count:
            break
        # A deeper property may contain this object again.
        is_deeper = graph.height(without_null(child)) > graph.height(node)
        if name in value:
            alternatives = _other_values(graph, child, value[name], count)
        elif is_deeper:
            alternatives = [None] if nullable(child) else []
        else:
            alternatives = _smallest_of_each(graph, [child])
            for first in alternatives[:1]:
                alternatives += _of_absent_part(graph, partial(_other_values, graph, child, first, count))
        results += [
            {**result, name: alternative}
            for alternative in alternatives[:count]
            for result in results[: count + 1]
            if name in value or len(result) < maximum
        ]
    if node["additionalProperties"] is True and len(value) < maximum:
        results += [{**value, unknown_name(node, name): True} for name in property_names(count)]
    return results[1:]
