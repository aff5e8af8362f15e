"""The base document of a merge: a model configuration without server-side properties from any source."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from modelconfig.diagnostics.credentials import folded, is_server_side
from modelconfig.diagnostics.phrases import count, quote
from modelconfig.diagnostics.problem import Problem, in_file, warning
from modelconfig.documents.empty_arrays import with_empty_arrays
from modelconfig.views.client_view import client_plan, server_side_locations
from modelconfig.views.visibility import UNKNOWN, VisibilityNode

_HINT = "Configure providers in the site configuration, and merge with a document from `site render --view client`."


def base_document(document: Mapping[str, Any], name: str = "") -> tuple[dict[str, Any], list[Problem]]:
    """Return a document as the base of a merge, and the warning that it had server-side properties.

    Only the site configuration defines how providers are reached. Null for a required array is an empty array. The
    document need not be valid, and is not changed; the result shares the parts that are equal. `name` is the file or
    address to name in the problem. Raises DataMissing.
    """
    value: Any = document
    if isinstance(value, Mapping) and not isinstance(value, dict):
        value = dict(value)
    complete = with_empty_arrays(value)
    if not isinstance(complete, dict):
        return complete, []
    # Much faster than a walk by location, and nearly every document has none of these names anywhere.
    private = client_plan().private_names()
    if not any(is_server_side(name) or folded(name) in private for name in _property_names(complete)):
        return complete, []
    stripped = _without_server_side(complete, client_plan())
    if stripped is complete:
        return stripped, []
    locations = server_side_locations(complete)
    pointer, _ = next(locations, ("", ""))
    if not pointer:
        return stripped, []
    others = sum(1 for _ in locations)
    more = f", and {count(others, 'other property')}" if others else ""
    message = f"server-side configuration in the base document is ignored: {quote(pointer)}{more}"
    return stripped, in_file([warning("MC461", message, hint=_HINT)], name)


def _property_names(document: Any) -> set[str]:
    """Return the names of all properties in a document, at any depth."""
    names: set[str] = set()
    objects: list[Any] = [document]
    arrays: list[Any] = []
    while objects or arrays:
        names.update(*objects)
        values = [*chain.from_iterable(map(dict.values, objects)), *chain.from_iterable(arrays)]
        objects = [value for value in values if isinstance(value, dict)]
        arrays = [value for value in values if isinstance(value, list)]
    return names


def _without_server_side(value: Any, node: VisibilityNode) -> Any:
    """Return the value without the properties that only the instance may see; the same object if it has none."""
    result = value
    if isinstance(value, dict):
        node = node.of(value)
        for name, item in value.items():
            child = node.child(name)
            kept = item if child.private else _without_server_side(item, child)
            if child.private or kept is not item:
                result = dict(value) if result is value else result
                if child.private:
                    del result[name]
                else:
                    result[name] = kept
    elif isinstance(value, list):
        child = node.items or UNKNOWN
        for index, item in enumerate(value):
            kept = _without_server_side(item, child)
            if kept is not item:
                result = list(value) if result is value else result
                result[index] = kept
    return result
