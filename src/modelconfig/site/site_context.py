"""A site configuration and the base document as the rules read them.

Values of the wrong type are left out.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import array_property, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.shapes import SECTION


class Entry(NamedTuple):
    """One item of an array of objects. `identity` is the string that identifies it, "" where it is missing."""

    pointer: str
    value: dict[str, Any]
    identity: str

    def pointer_to(self, *names: str | int) -> str:
        """Return the pointer to a part of this item."""
        return join(self.pointer, *names)


class SiteContext(NamedTuple):
    """A site configuration and the base that it changes."""

    root: Mapping[str, Any]
    section: dict[str, Any] | None
    sourcegraph: dict[str, Any] | None
    filters: dict[str, Any]
    providers: list[Entry]
    models: list[Entry]
    self_hosted: list[Entry]
    base_models: dict[str, Mapping[str, Any]]
    """The base's models by reference; empty where `sourcegraph` is missing."""
    base_provider_ids: frozenset[str]
    """The ids of the base's providers; empty where `sourcegraph` is missing."""

    catalogue: str
    """What the base is called in hints, with its revision."""

    def model_settings(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield pointer, value and provider id of each object that has settings of models."""
        for entry in self.providers:
            yield *part(entry, "defaultModelConfig"), entry.identity
        for entry in self.models:
            yield entry.pointer, entry.value, entry.identity.partition("::")[0]
        for entry in self.self_hosted:
            yield *part(entry, "override"), string_property(entry.value, "provider")


def site_context(root: Mapping[str, Any], base: Mapping[str, Any]) -> SiteContext:
    """Return the context of a site configuration in the whole shape; never raises for its content."""
    section = root.get(SECTION)
    content = object_property(root, SECTION)
    sourcegraph = content.get("sourcegraph")
    offered_base = base if isinstance(sourcegraph, dict) else {}
    return SiteContext(
        root=root,
        section=section if isinstance(section, dict) else None,
        sourcegraph=sourcegraph if isinstance(sourcegraph, dict) else None,
        filters=object_property(object_property(content, "sourcegraph"), "modelFilters"),
        providers=list(_entries(content, "providerOverrides", "id")),
        models=list(_entries(content, "modelOverrides", "modelRef")),
        self_hosted=list(_entries(content, "selfHostedModels", "model")),
        base_models={string_property(model, "modelRef"): model for model in objects(offered_base, "models")},
        base_provider_ids=frozenset(string_property(item, "id") for item in objects(offered_base, "providers")),
        catalogue=catalogue_phrase(base),
    )


def catalogue_phrase(base: Mapping[str, Any]) -> str:
    """Return how hints name the base document: its revision says how old it is."""
    revision = string_property(base, "revision")
    return f"the catalogue (revision {quote(revision)})" if revision else "the catalogue"


def part(entry: Entry, name: str) -> tuple[str, dict[str, Any]]:
    """Return pointer and value of an object in an item; an empty object where it is missing."""
    return entry.pointer_to(name), object_property(entry.value, name)


def objects(value: Mapping[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Yield the items of an array that are objects."""
    return (item for item in array_property(value, name) if isinstance(item, dict))


def _entries(section: dict[str, Any], name: str, identity: str) -> Iterator[Entry]:
    for index, item in enumerate(array_property(section, name)):
        if isinstance(item, dict):
            yield Entry(join("", SECTION, name, index), item, string_property(item, identity))
