"""The companion of models.json: for each model, the sources of its values and the days of the checks."""

from collections.abc import Sequence
from typing import Any

from codegen.catalog.catalog_entries import CatalogEntry
from codegen.catalog.catalog_loader import Catalog
from codegen.catalog.catalog_schema import in_schema_order
from codegen.catalog.prices import wire_cost
from codegen.schema.traversal import Schema
from modelconfig.schema.properties import names_of


def sources_document(catalog: Catalog, models: Sequence[CatalogEntry], revision: str, schema: Schema) -> dict[str, Any]:
    """Return the companion of a revision: what the catalogue records about its models beside the document.

    `schema` is the bundled schema of the companion. The catalogue must satisfy its rules.
    """
    sources = dict(catalog.shared("sources"))
    for file in catalog.ordered:
        sources |= file.content.get("sources", {})
    names = names_of(schema, "SourcedModel")
    accepted = {
        "exceptions": catalog.main.content.get("exceptions") if catalog.main else None,
        "providers": [
            {"id": file.content["id"], "exceptions": file.content["exceptions"]}
            for file in catalog.ordered
            if file.content.get("exceptions")
        ],
    }
    document = {
        "revision": revision,
        "sources": sources,
        **{name: items for name, items in accepted.items() if items},
        "models": [{"modelRef": entry.ref} | _recorded(entry.source, names) for entry in models],
    }
    ordered: dict[str, Any] = in_schema_order(document, schema, schema["$defs"])
    return ordered


def _recorded(source: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    recorded = {name: source[name] for name in names if name in source}
    return recorded | ({"cost": wire_cost(source["cost"])} if "cost" in recorded else {})
