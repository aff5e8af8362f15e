"""Find models in a document; ids, display names and default roles.

The document must be valid in the lenient profile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import is_server_side
from modelconfig.jsontext.pointers import join

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Model = dict[str, Any]
"""A model as a JSON value."""
CAPABILITY_OF_DEFAULT = {
    "chat": "chat",
    "fastChat": "chat",
    "codeCompletion": "autocomplete",
    "fallbackChat": "chat",
    "unlimitedChat": "chat",
}
"""The capability that a model must have to be the default of this name."""
LONGEST_DISPLAY_NAME = 128
"""Maximum size of a display name, in bytes of UTF-8."""


def provider_id(model: Model) -> str:
    """Return the id of the provider that a model belongs to."""
    return str(model["modelRef"].partition("::")[0])


def model_id(model: Model) -> str:
    """Return a model's ModelID, the last part of its reference."""
    return str(model["modelRef"].rpartition("::")[2])


def display_name(model: Model) -> str:
    """Return the model's display name, or its ModelID where that is missing or blank."""
    name = model.get("displayName")
    # Ids have no maximum length, display names have one; each character of an id is one byte.
    return name if isinstance(name, str) and name.strip() else model_id(model)[:LONGEST_DISPLAY_NAME]


def provider_name(provider: dict[str, Any]) -> str:
    """Return the provider's display name, or `Provider "id"` where that is missing or blank."""
    name = provider.get("displayName")
    if isinstance(name, str) and name.strip():
        return name
    template = 'Provider "{}"'
    return template.format(provider["id"][: LONGEST_DISPLAY_NAME - len(template.format(""))])


def roles(document: dict[str, Any]) -> dict[str, list[str]]:
    """Return, by model reference, the roles that each default model is the default for."""
    roles_by_ref: dict[str, list[str]] = {}
    for role, ref in document["defaultModels"].items():
        if isinstance(ref, str):
            roles_by_ref.setdefault(ref, []).append(role)
    return roles_by_ref


def select(
    document: dict[str, Any],
    *,
    providers: Collection[str] = (),
    capabilities: Collection[str] = (),
    statuses: Collection[str] = (),
    tiers: Collection[str] = (),
) -> list[Model]:
    """Return the models with all given capabilities and one of the given values of the other properties, in order."""
    return [
        model
        for model in document["models"]
        if (not providers or provider_id(model) in providers)
        and set(capabilities) <= set(model["capabilities"])
        and (not statuses or model["status"] in statuses)
        and (not tiers or model["tier"] in tiers)
    ]


def find(document: dict[str, Any], name: str) -> list[Model]:
    """Return the model with that reference, else all models with that ModelID: one, several or none."""
    models: list[Model] = document["models"]
    exact = [model for model in models if model["modelRef"] == name]
    return exact[:1] or [model for model in models if model_id(model) == name]


def properties_below(value: Any, pointer: str) -> Iterator[tuple[str, str, Any]]:
    """Yield pointer, name and value of each property below `value`, except inside a server-side configuration.

    Items of arrays have the name of the array's property.
    """
    pending = [(pointer, "", value)]
    while pending:
        parent, name, container = pending.pop()
        if isinstance(container, dict):
            children = [(join(parent, property_name), property_name, item) for property_name, item in container.items()]
        elif isinstance(container, list):
            children = [(join(parent, index), name, item) for index, item in enumerate(container)]
        else:
            continue
        yield from children
        pending.extend(child for child in children if not is_server_side(child[1]))
