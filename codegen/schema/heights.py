"""How many levels of arrays and objects the flattest value of each definition has."""

import math
from collections import defaultdict
from collections.abc import Generator, Mapping
from heapq import heappop, heappush

from codegen.schema.traversal import Schema, children, is_copy, split_null, target

_Evaluation = Generator[list[str], None, int]
"""Returns a height. Yields names of definitions, of which one must have a height before it can continue."""


def finite_heights(definitions: Mapping[str, Schema], *, for_clients: bool = False) -> dict[str, int]:
    """Return the height of each definition that has a finite value.

    A scalar has the height 0, an array or object one more than its highest part. Undefined names have the height 0.
    `for_clients` requires the properties that clients always receive.
    """
    heights: dict[str, int] = {}
    graph = _Definitions(definitions, heights, for_clients=for_clients)
    evaluations = {name: graph.evaluate(node) for name, node in definitions.items()}
    waiting: dict[str, list[str]] = defaultdict(list)
    queue: list[tuple[int, str]] = []

    def advance(name: str) -> None:
        try:
            for other in next(evaluations[name]):
                waiting[other].append(name)
        except StopIteration as finished:
            del evaluations[name]
            heappush(queue, (finished.value, name))

    for name in definitions:
        advance(name)
    # In increasing order (Dijkstra), so the first height that is found is the lowest.
    while queue:
        height, name = heappop(queue)
        heights[name] = height
        for other in waiting.pop(name, ()):
            if other in evaluations:
                advance(other)
    return heights


def height_of(node: Schema, definitions: Mapping[str, Schema], heights: Mapping[str, int]) -> float:
    """Return the height of a subschema, from the heights of definitions; infinite if it has no finite value."""
    return _Definitions(definitions, heights, for_clients=True).height(node)


class _Definitions:
    """Definitions, and the heights of those that are known."""

    def __init__(self, definitions: Mapping[str, Schema], heights: Mapping[str, int], *, for_clients: bool) -> None:
        self._definitions = definitions
        self._heights = heights
        self._for_clients = for_clients

    def height(self, node: Schema) -> float:
        """Return the height of a subschema, or infinity while it is not known."""
        try:
            next(self.evaluate(node))
        except StopIteration as finished:
            height: int = finished.value
            return height
        return math.inf

    def evaluate(self, node: Schema) -> _Evaluation:
        is_nullable, node = split_null(node)
        if is_nullable:
            return 0
        if "$ref" in node:
            name = target(node)
            while name in self._definitions and name not in self._heights:
                yield [name]
            return self._heights.get(name, 0)
        if branches := node.get("oneOf", node.get("anyOf")):
            return (yield from self._lowest(branches, 1))
        if "properties" in node:
            return 1 + (yield from self._object(node))
        for keyword, minimum in (("items", "minItems"), ("additionalProperties", "minProperties")):
            if isinstance(node.get(keyword), dict):
                return 1 + ((yield from self.evaluate(node[keyword])) if node.get(minimum) else 0)
        return 1 if node.get("type") in ("array", "object") else 0

    def _object(self, node: Schema) -> _Evaluation:
        """Evaluate the properties that are always present, and the lowest others that `minProperties` needs."""
        properties = {name: child for name, child in node["properties"].items() if not is_copy(child)}
        listed = node.get("required", ())
        required = [
            name
            for name, child in properties.items()
            if name in listed or (self._for_clients and child.get("x-client-required"))
        ]
        height = 0
        for name in required:
            height = max(height, (yield from self.evaluate(properties[name])))
        count = node.get("minProperties", 0) - len(required)
        if count < 1 or node.get("additionalProperties") is not False:
            return height
        others = [child for name, child in properties.items() if name not in required]
        return max(height, (yield from self._lowest(others, count)))

    def _lowest(self, nodes: list[Schema], count: int) -> _Evaluation:
        """Evaluate as many subschemas as `count`, the lowest ones, and return the highest of their heights."""
        while True:
            lowest = sorted(map(self.height, nodes))[:count]
            if not lowest or lowest[-1] < math.inf:
                return int(max(lowest, default=0))
            yield [name for node in nodes for name in _references(node)]


def _references(node: Schema) -> list[str]:
    """Return the names of the definitions that a subschema refers to directly."""
    names = [target(node)] if "$ref" in node else []
    return names + [name for _, child in children(node) for name in _references(child)]
