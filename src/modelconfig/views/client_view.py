"""The client view: a document without server-side properties, with what clients require."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import is_
from typing import Any

from modelconfig.documents.empty_arrays import with_empty_arrays
from modelconfig.documents.queries import display_name, is_blank, provider_name
from modelconfig.jsontext.pointers import join
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import in_order
from modelconfig.views.visibility import UNKNOWN, VisibilityNode, compile_plan

JSONObject = dict[str, Any]

_CONTAINERS = frozenset({dict, list})
_CHANGEABLE = _CONTAINERS | {type(None)}
"""The types of values that the view of an array may not share."""
FILLERS: dict[tuple[str, str], tuple[str, Callable[[JSONObject], str]]] = {
    ("Provider", "displayName"): ("id", provider_name),
    ("Model", "displayName"): ("modelRef", display_name),
}
"""How a property that clients require is computed where it is missing, and the property that it is computed from."""
TIERS = "modelConfigAllTiers"
"""The property of a model whose properties clients read without a check that they exist."""
WINDOW = "contextWindow"
"""The property of a model that clients of a tier get where `TIERS` does not name the tier."""


def client_view(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the client view of a model configuration: what clients may see, with what they require.

    Properties that the schema marks as the server's are removed, and so is every property named `serverSideConfig`, in
    any case and at any depth. Other unknown properties stay. Display names, copies under a second name, and the windows
    of tiers that a model's `modelConfigAllTiers` leaves out are filled in. The view has no null: it is an empty array
    where the schema requires an array, and is omitted elsewhere. The document is not changed; the result shares the
    parts that are equal. Raises DataMissing.
    """
    return project(with_empty_arrays(dict(document)), client_plan())


def server_side_locations(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield pointer and name of each property that the client view removes, in the order of the document.

    Properties that are null are skipped, because they disclose nothing; so are the properties inside a removed one.
    Raises DataMissing.
    """
    return _removed_locations(document, "", "", client_plan())


@cache
def client_plan() -> VisibilityNode:
    """Return the visibility tree of the embedded client schema. Raises DataMissing."""
    return compile_plan(embedded("model.consumer"), embedded("model.client"))


def project(document: Mapping[str, Any], plan: VisibilityNode) -> dict[str, Any]:
    """Return the client view of a document whose schema has this visibility tree, and whose arrays are not null."""
    model_plan = plan.child("models").items or UNKNOWN
    tiers = model_plan.child(TIERS).order
    models = document.get("models")
    if tiers and type(models) is list:
        filled = [_with_every_tier(model, tiers) for model in models]
        if not all(map(is_, filled, models)):
            document = {**document, "models": filled}
    return _object(dict(document), plan)


def _with_every_tier(model: Any, tiers: tuple[str, ...]) -> Any:
    """Return the model with its own window in each tier that its settings by tier leave out."""
    settings = model.get(TIERS) if type(model) is dict else None
    if type(settings) is not dict or type(model.get(WINDOW)) is not dict:
        return model
    filled = {tier: {WINDOW: model[WINDOW]} for tier in tiers if settings.get(tier) is None}
    return {**model, TIERS: in_order({**settings, **filled}, tiers)} if filled else model


def _project(value: Any, node: VisibilityNode) -> Any:
    if type(value) is dict:
        return _object(value, node)
    if type(value) is list:
        return _array(value, node.items or UNKNOWN)
    return value


def _object(value: JSONObject, node: VisibilityNode) -> JSONObject:
    node = node.of(value) if node.variants else node
    result = value
    for name, item in value.items():
        child = node.child(name)
        is_removed = child.private or item is None
        projected = item if is_removed or type(item) not in _CONTAINERS else _project(item, child)
        if is_removed or projected is not item:
            if result is value:
                result = dict(value)
            if is_removed:
                del result[name]
            else:
                result[name] = projected
    return _completed(result, node) if node.copies or node.required else result


def _array(value: list[Any], child: VisibilityNode) -> list[Any]:
    if _CHANGEABLE.isdisjoint(map(type, value)):
        return value
    items = [_project(item, child) for item in value if item is not None]
    return value if len(items) == len(value) and all(map(is_, items, value)) else items


def _completed(instance: JSONObject, node: VisibilityNode) -> JSONObject:
    """Return the object with the properties that only clients get, and those that clients require."""
    changes: JSONObject = {}
    for name, definition in node.required.items():
        if (definition, name) not in FILLERS:
            continue
        source, fill = FILLERS[definition, name]
        current = instance.get(name)
        if isinstance(instance.get(source), str) and (
            current is None or (isinstance(current, str) and is_blank(current))
        ):
            changes[name] = fill(instance)
    for name, source in node.copies.items():
        if instance.get(source) is not None:
            changes[name] = instance[source]
        elif name in instance:
            instance = {other_name: value for other_name, value in instance.items() if other_name != name}
    if all(name in instance and instance[name] == value for name, value in changes.items()):
        return instance
    completed = {**instance, **changes}
    return completed if changes.keys() <= instance.keys() else in_order(completed, node.order)


def _removed_locations(value: Any, pointer: str, name: str, node: VisibilityNode) -> Iterator[tuple[str, str]]:
    children: list[tuple[str | int, str, Any, VisibilityNode]] = []
    if isinstance(value, dict):
        node = node.of(value)
        children = [(key, key, item, node.child(key)) for key, item in value.items()]
    elif isinstance(value, list):
        children = [(index, name, item, node.items or UNKNOWN) for index, item in enumerate(value)]
    for token, child_name, item, child in children:
        if not child.private:
            yield from _removed_locations(item, join(pointer, token), child_name, child)
        elif item is not None:
            yield join(pointer, token), child_name
