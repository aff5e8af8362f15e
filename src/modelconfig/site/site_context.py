"""A site configuration and the supplied catalogue as the rules read them: what has an odd type is simply not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.diagnostics.rule import array_property, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Entry(NamedTuple):
    """One item of a list of objects. `identity` is the text that tells it from the others, "" where there is none."""

    pointer: str
    value: dict[str, Any]
    identity: str

    def at(self, *names: str | int) -> str:
        """Return the pointer to a part of this item."""
        return join(self.pointer, *names)


class SiteContext(NamedTuple):
    """A site configuration and what it changes."""

    root: Mapping[str, Any]
    section: dict[str, Any] | None
    sourcegraph: dict[str, Any] | None
    filters: dict[str, Any]
    providers: list[Entry]
    models: list[Entry]
    self_hosted: list[Entry]
    supplied: dict[str, Mapping[str, Any]]
    """The catalogue's models by reference; none where `sourcegraph` is absent."""
    supplied_providers: frozenset[str]
    """The ids of the catalogue's providers; none where `sourcegraph` is absent."""


def site_context(root: Mapping[str, Any], base: Mapping[str, Any]) -> SiteContext:
    """Return the view of a site configuration in the whole shape; never raises for what stands in it."""
    section = root.get(SECTION)
    content = section if isinstance(section, dict) else {}
    sourcegraph = content.get("sourcegraph")
    sourcegraph = sourcegraph if isinstance(sourcegraph, dict) else None
    return SiteContext(
        root=root,
        section=section if isinstance(section, dict) else None,
        sourcegraph=sourcegraph,
        filters=object_property(sourcegraph or {}, "modelFilters"),
        providers=list(_entries(content, "providerOverrides", "id")),
        models=list(_entries(content, "modelOverrides", "modelRef")),
        self_hosted=list(_entries(content, "selfHostedModels", "model")),
        supplied={string_property(model, "modelRef"): model for model in objects(base, "models")}
        if sourcegraph is not None
        else {},
        supplied_providers=frozenset(string_property(provider, "id") for provider in objects(base, "providers"))
        if sourcegraph is not None
        else frozenset(),
    )


def objects(value: Mapping[str, Any], name: str) -> Iterable[dict[str, Any]]:
    """Return the items of an array that are objects."""
    return (item for item in array_property(value, name) if isinstance(item, dict))


def _entries(section: dict[str, Any], name: str, identity: str) -> Iterator[Entry]:
    for index, item in enumerate(array_property(section, name)):
        if isinstance(item, dict):
            yield Entry(join("", SECTION, name, index), item, string_property(item, identity))
