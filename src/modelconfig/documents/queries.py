"""Finding models in a document that a tolerant reader has accepted."""

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
"""The capability that a model must have to serve as the default of this name."""
LONGEST_DISPLAY_NAME = 128
"""Bytes of UTF-8 that readers accept."""


def provider_id(model: Model) -> str:
    """Return the id of the provider that a model belongs to."""
    return str(model["modelRef"].partition("::")[0])


def model_id(model: Model) -> str:
    """Return a model's ModelID, the last part of its reference."""
    return str(model["modelRef"].rpartition("::")[2])


def display_name(model: Model) -> str:
    """Return what people see of a model: the display name, or the ModelID where that is absent or blank."""
    name = model.get("displayName")
    # Ids have no limit, display names have; the characters of an id are a byte each.
    return name if isinstance(name, str) and name.strip() else model_id(model)[:LONGEST_DISPLAY_NAME]


def provider_name(provider: dict[str, Any]) -> str:
    """Return what people see of a provider: the display name, or `Provider "id"` where that is absent or blank."""
    name = provider.get("displayName")
    if isinstance(name, str) and name.strip():
        return name
    frame = 'Provider "{}"'
    return frame.format(provider["id"][: LONGEST_DISPLAY_NAME - len(frame.format(""))])


def roles(document: dict[str, Any]) -> dict[str, list[str]]:
    """Return, by model reference, what each default model is the default for."""
    found: dict[str, list[str]] = {}
    for role, ref in document["defaultModels"].items():
        if isinstance(ref, str):
            found.setdefault(ref, []).append(role)
    return found


def select(
    document: dict[str, Any],
    *,
    providers: Collection[str] = (),
    capabilities: Collection[str] = (),
    statuses: Collection[str] = (),
    tiers: Collection[str] = (),
) -> list[Model]:
    """Return the models that have every named capability and one of the named values of all else, in their order."""
    return [
        model
        for model in document["models"]
        if (not providers or provider_id(model) in providers)
        and set(capabilities) <= set(model["capabilities"])
        and (not statuses or model["status"] in statuses)
        and (not tiers or model["tier"] in tiers)
    ]


def find(document: dict[str, Any], name: str) -> list[Model]:
    """Return the model of that reference, else all whose ModelID it is: one, several or none."""
    models: list[Model] = document["models"]
    exact = [model for model in models if model["modelRef"] == name]
    return exact[:1] or [model for model in models if model_id(model) == name]


def properties_below(value: Any, pointer: str) -> Iterator[tuple[str, str, Any]]:
    """Yield pointer, name and value of each member below `value`, but nothing inside a server-side config.

    Items of arrays come under the name of the array's member.
    """
    waiting = [(pointer, "", value)]
    while waiting:
        place, name, found = waiting.pop()
        if isinstance(found, dict):
            inner = [(join(place, key), key, item) for key, item in found.items()]
        elif isinstance(found, list):
            inner = [(join(place, index), name, item) for index, item in enumerate(found)]
        else:
            continue
        yield from inner
        waiting.extend(one for one in inner if not is_server_side(one[1]))
