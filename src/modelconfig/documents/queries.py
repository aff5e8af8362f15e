"""Find models in a document; ids, display names and default roles.

The document must be valid in the lenient profile.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any
from unicodedata import category, normalize

from modelconfig.diagnostics.credentials import is_server_side
from modelconfig.jsontext.pointers import join

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
HIDDEN_STATUSES = frozenset({"deprecated", "waitlist"})
"""Statuses of models that clients do not offer to the users of an instance."""
MAX_DISPLAY_NAME_BYTES = 128
"""Maximum size of a display name, in bytes of UTF-8. Ids have no maximum; each character of an id is one byte."""
_ELLIPSIS = "..."


def provider_id(model: Mapping[str, Any]) -> str:
    """Return the id of the provider that a model belongs to."""
    return str(model["modelRef"].partition("::")[0])


def model_id(model: Mapping[str, Any]) -> str:
    """Return a model's ModelID, the last part of its reference."""
    return str(model["modelRef"].rpartition("::")[2])


def is_blank(name: str | None) -> bool:
    """Return whether a name is missing, empty or only spaces."""
    return not name or name.isspace()


def display_name(model: Mapping[str, Any]) -> str:
    """Return the model's display name, or its ModelID where that is missing or blank."""
    name = model.get("displayName")
    return _shortened(model_id(model), MAX_DISPLAY_NAME_BYTES) if is_blank(name) else str(name)


def provider_name(provider: Mapping[str, Any]) -> str:
    """Return the provider's display name, or `Provider "id"` where that is missing or blank."""
    name = provider.get("displayName")
    max_length = MAX_DISPLAY_NAME_BYTES - len('Provider ""')
    return f'Provider "{_shortened(provider["id"], max_length)}"' if is_blank(name) else str(name)


def roles(document: Mapping[str, Any]) -> dict[str, list[str]]:
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
    words: Collection[str] = (),
) -> list[Model]:
    """Return the models with all given capabilities and one of the given values of the other properties, in order.

    Each of the words is part of the reference, the name, the model name or the provider's name of a returned model.
    """
    wanted = [folded(word) for text in words for word in text.split()]
    names = {provider["id"]: provider_name(provider) for provider in document["providers"]} if wanted else {}
    return [
        model
        for model in document["models"]
        if (not providers or provider_id(model) in providers)
        and set(capabilities) <= set(model["capabilities"])
        and (not statuses or model["status"] in statuses)
        and (not tiers or model["tier"] in tiers)
        and (not wanted or _mentions(model, names, wanted))
    ]


def _mentions(model: Model, provider_names: Mapping[str, str], words: Collection[str]) -> bool:
    texts = (display_name(model), model["modelRef"], model["modelName"], provider_names.get(provider_id(model), ""))
    searched = folded("\n".join(texts))
    return all(word in searched for word in words)


def find(document: dict[str, Any], name: str) -> list[Model]:
    """Return the model with that reference, else all models with that ModelID, else all with that display name.

    Case and the number of spaces of a display name are ignored.
    """
    models: list[Model] = document["models"]
    exact = [model for model in models if model["modelRef"] == name]
    by_id = exact[:1] or [model for model in models if model_id(model) == name]
    wanted = comparable_name(name)
    return by_id or [model for model in models if comparable_name(display_name(model)) == wanted]


def comparable_name(name: str) -> str:
    """Return a display name as it is compared: without case and superfluous spaces."""
    return " ".join(name.split()).casefold()


def folded(text: str) -> str:
    """Return a text as it is searched, here and in the page: without case and accents."""
    return "".join(char for char in normalize("NFKD", text) if not category(char).startswith("M")).lower()


def names_and_strings(value: Any) -> tuple[set[str], set[tuple[str, str]]]:
    """Return the names of all properties in a JSON value, at any depth, and each string with its property's name.

    Items of arrays have the name of the array's property. Takes much less time than `properties_below`.
    """
    names: set[str] = set()
    strings: set[tuple[str, str]] = set()
    containers = [("", value)]
    for array_name, container in containers:
        if isinstance(container, dict):
            names.update(container)
            items: Iterable[tuple[str, Any]] = container.items()
        else:
            items = zip(repeat(array_name), container) if isinstance(container, list) else ()
        for item in items:
            if isinstance(item[1], str):
                strings.add(item)
            elif isinstance(item[1], (dict, list)):
                containers.append(item)
    return names, strings


def properties_below(value: Any, pointer: str) -> Iterator[tuple[str, str, Any]]:
    """Yield pointer, name and value of each property below `value`, except inside a server-side configuration.

    Items of arrays have the name of the array's property.
    """
    pending = [(pointer, "", value)] if isinstance(value, (dict, list)) else []
    while pending:
        parent, name, container = pending.pop()
        if isinstance(container, dict):
            children = [(join(parent, property_name), property_name, item) for property_name, item in container.items()]
        else:
            children = [(join(parent, index), name, item) for index, item in enumerate(container)]
        yield from children
        containers = (child for child in children if isinstance(child[2], (dict, list)))
        pending.extend(child for child in containers if not is_server_side(child[1]))


def _shortened(identity: str, max_length: int) -> str:
    return identity if len(identity) <= max_length else identity[: max_length - len(_ELLIPSIS)] + _ELLIPSIS
