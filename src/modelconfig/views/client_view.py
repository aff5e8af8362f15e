"""The client view: a document without server-side properties, with what clients require."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import folded, is_server_side
from modelconfig.documents.queries import display_name, provider_name
from modelconfig.schema.embedded import embedded
from modelconfig.views.visibility import UNKNOWN, VisibilityNode, compile_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

JSONObject = dict[str, Any]

_REMOVED = object()
_CONTAINERS = frozenset({dict, list})
_FILLERS: dict[tuple[str, str], tuple[str, Callable[[JSONObject], str]]] = {
    ("Provider", "displayName"): ("id", provider_name),
    ("Model", "displayName"): ("modelRef", display_name),
}
"""How a property that clients require is computed where it is missing, and the property that it is computed from."""


def client_view(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the client view of a model configuration: what clients may see, with what they require.

    Properties that the schema marks as the server's are removed, and so is every property named `serverSideConfig`, in
    any case and at any depth. Other unknown properties stay. Display names and copies under a second name are filled
    in. The document is not changed; the result shares the parts that are equal. Raises DataMissing.
    """
    return project(document, client_plan())


@cache
def client_plan() -> VisibilityNode:
    """Return the visibility tree of the embedded client schema. Raises DataMissing."""
    return compile_plan(embedded("model.consumer"), embedded("model.client"))


def project(document: Mapping[str, Any], plan: VisibilityNode) -> dict[str, Any]:
    """Return the client view of a document whose schema has this visibility tree."""
    return _object(dict(document), plan)


def _project(value: Any, node: VisibilityNode) -> Any:
    kind = type(value)
    if kind is dict:
        return _object(value, node)
    if kind is list:
        return _array(value, node.items or UNKNOWN)
    return value


def _object(value: JSONObject, node: VisibilityNode) -> JSONObject:
    result = value
    properties = node.properties
    for name, item in value.items():
        child = properties.get(name)
        is_known = child is not None
        if child is None:
            child = node.additional or UNKNOWN
        if child.private or (not is_known and (is_server_side(name) or folded(name) in node.hidden_names)):
            projected = _REMOVED
        elif type(item) in _CONTAINERS:
            projected = _project(item, child)
        else:
            continue
        if projected is item:
            continue
        if result is value:
            result = dict(value)
        if projected is _REMOVED:
            del result[name]
        else:
            result[name] = projected
    return _completed(result, node) if node.copies or node.required else result


def _array(value: list[Any], child: VisibilityNode) -> list[Any]:
    if child.private:
        return []
    if _CONTAINERS.isdisjoint(map(type, value)):
        return value
    items = [_project(item, child) for item in value]
    return value if all(map(_same, items, value)) else items


def _same(left: object, right: object) -> bool:
    return left is right


def _completed(instance: JSONObject, node: VisibilityNode) -> JSONObject:
    """Return the object with the properties that only clients get, and those that clients require."""
    for name, definition in node.required.items():
        source, fill = _FILLERS[definition, name]
        current = instance.get(name)
        if isinstance(instance.get(source), str) and (
            current is None or (isinstance(current, str) and not current.strip())
        ):
            instance = _with_property(instance, name, fill(instance), node.order)
    for name, source in node.copies.items():
        original = instance.get(source)
        if original is None and name in instance:
            instance = {other_name: value for other_name, value in instance.items() if other_name != name}
        elif original is not None and instance.get(name) != original:
            instance = _with_property(instance, name, original, node.order)
    return instance


def _with_property(instance: JSONObject, name: str, value: Any, order: tuple[str, ...]) -> JSONObject:
    """Return the object with a property set; a new one is inserted after those that precede it in the schema."""
    if name in instance:
        return {**instance, name: value}
    predecessors = order[: order.index(name)]
    predecessor = next((other_name for other_name in reversed(predecessors) if other_name in instance), None)
    result = {} if predecessor is not None else {name: value}
    for other_name, item in instance.items():
        result[other_name] = item
        if other_name == predecessor:
            result[name] = value
    return result
