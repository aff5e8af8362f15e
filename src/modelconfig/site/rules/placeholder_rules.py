"""Rules on placeholders of examples and of other tools. No character of a value is printed."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import quote_name
from modelconfig.diagnostics.rule import Finding, object_property
from modelconfig.documents.queries import properties_below
from modelconfig.jsontext.pointers import join, split
from modelconfig.schema.embedded import embedded
from modelconfig.site.placeholders import address_placeholder, credential_placeholder
from modelconfig.site.rules.provider_rules import url_problem, urls_of
from modelconfig.site.shapes import SECTION
from modelconfig.site.site_context import SiteContext, part

_URLS: Final = frozenset({"url", "endpoint"})


class _Names(NamedTuple):
    """The names of the properties of the schema, of those that are credentials, and of maps, which have any names."""

    known: frozenset[str]
    secret: frozenset[str]
    maps: frozenset[str]


class _Text(NamedTuple):
    pointer: str
    name: str
    value: str
    is_secret: bool
    may_be_word: bool = False


def placeholder_credential(site: SiteContext) -> Iterator[Finding]:
    """Find credentials that are placeholders: text of an example, or a variable that nothing replaces."""
    for text in _texts(site):
        form = credential_placeholder(text.value, may_be_word=text.may_be_word) if text.is_secret else None
        if form == "":
            message = f"the value of {quote_name(text.name)} is a placeholder"
            yield Finding(text.pointer, message, "Replace it with the credential.")
        elif form is not None:
            message = f"the value of {quote_name(text.name)} contains the placeholder `{form}`, which is not replaced"
            hint = "Write the credential itself, or replace the placeholder before the file is read."
            yield Finding(text.pointer, message, hint)


def placeholder_address(site: SiteContext) -> Iterator[Finding]:
    """Find addresses and names with a placeholder in them. A URL that is invalid because of it is another problem."""
    invalid = {pointer for pointer, _, url in urls_of(site) if url_problem(url)}
    for text in _texts(site):
        form = "" if text.is_secret else address_placeholder(text.value)
        if form and text.pointer not in invalid:
            message = f"the value of {quote_name(text.name)} contains the placeholder `{form}`, which is not replaced"
            what = "address, such as https://api.openai.com" if text.name in _URLS else "value"
            yield Finding(text.pointer, message, f"Write the whole {what}, without a placeholder.")


def _texts(site: SiteContext) -> Iterator[_Text]:
    """Yield model names, the licence key, and each text of server-side settings, the gateway and the older section."""
    if isinstance(site.root.get("licenseKey"), str):
        yield _Text("/licenseKey", "licenseKey", site.root["licenseKey"], is_secret=True)
    owners: list[tuple[str, dict[str, Any]]] = [
        ("/completions", object_property(site.root, "completions")),
        (join("", SECTION, "sourcegraph"), {**(site.sourcegraph or {}), "modelFilters": None}),
        *(part(provider, "serverSideConfig") for provider in site.providers),
    ]
    for pointer, settings, _ in site.model_settings():
        if isinstance(settings.get("modelName"), str):
            yield _Text(join(pointer, "modelName"), "modelName", settings["modelName"], is_secret=False)
        owners.append((join(pointer, "serverSideConfig"), object_property(settings, "serverSideConfig")))
    for pointer, owner in owners:
        for location, name, value in properties_below(owner, pointer):
            path = split(location.removeprefix(pointer))
            is_secret, is_in_map = (not names.isdisjoint(path) for names in (_names().secret, _names().maps))
            if isinstance(value, str) and (name in _names().known or is_in_map):
                yield _Text(location, name, value, is_secret, may_be_word=is_in_map)


@cache
def _names() -> _Names:
    definitions = embedded("site")["$defs"].values()
    properties = [item for node in definitions for item in node.get("properties", {}).items()]
    secret = frozenset(name for name, node in properties if node.get("x-secret"))
    maps = frozenset(name for name, node in properties if isinstance(node.get("additionalProperties"), dict))
    return _Names(frozenset(name for name, _ in properties), secret, maps)
