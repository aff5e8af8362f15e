"""Property names of the catalogue and of the document, their order, and listed values, from the schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from codegen.schema.traversal import Schema
from modelconfig.schema.properties import in_order, names_of, resolved


class CatalogNames(NamedTuple):
    """Property names that the catalogue and the document share, and document names by catalogue name.

    The catalogue's names are shorter: `input` is `maxInputTokens` in a window and `inputTokenPennies` in a cost.
    """

    document: tuple[str, ...]
    provider: tuple[str, ...]
    model: tuple[str, ...]
    tiers: tuple[str, ...]
    window: dict[str, str]
    cost: dict[str, str]
    lifecycle: dict[str, str]
    capabilities: list[str]
    """The listed values, in their order."""

    @classmethod
    def of(cls, provider_schema: Schema, model_schema: Schema) -> CatalogNames:
        """Read the names from the bundled schemas of a provider file and of the document."""

        def common(catalog_definition: str, document_definition: str) -> tuple[str, ...]:
            document_names = names_of(model_schema, document_definition)
            return tuple(name for name in names_of(provider_schema, catalog_definition) if name in document_names)

        def renames(catalog_definition: str, document_definition: str, name_format: str) -> dict[str, str]:
            document_names = {name.casefold(): name for name in names_of(model_schema, document_definition)}
            names = names_of(provider_schema, catalog_definition)
            # A name without a counterpart is kept, so that the document's schema reports it.
            return {name: document_names.get(name_format.format(name).casefold(), name) for name in names}

        return cls(
            document=names_of(model_schema, "ModelConfiguration"),
            provider=common("CatalogProvider", "Provider"),
            model=common("CatalogModel", "Model"),
            tiers=common("CatalogContextWindow", "ModelConfigAllTiers"),
            window=renames("CatalogWindow", "ContextWindow", "max{}Tokens"),
            # The other properties of a cost and of a lifecycle are conditions and documentation.
            cost={
                old: new
                for old, new in renames("CatalogPrice", "ModelCost", "{}TokenPennies").items()
                if new in names_of(model_schema, "ModelCost")
            },
            lifecycle={
                old: new
                for old, new in renames("CatalogLifecycle", "Model", "{}On").items()
                if new in names_of(model_schema, "Model")
            },
            capabilities=[branch["const"] for branch in model_schema["$defs"]["Capability"]["oneOf"]],
        )


def in_schema_order(value: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    """Sort the properties of every object in a JSON value as its schema lists them.

    `definitions` are those that the schema references. Unknown properties come last, in their original order.
    """
    if not isinstance(value, (dict, list)):
        return value
    node = resolved(schema, definitions)
    if isinstance(value, list):
        return [in_schema_order(item, node.get("items", {}), definitions) for item in value]
    properties, additional = node.get("properties", {}), node.get("additionalProperties")
    other = additional if isinstance(additional, dict) else {}
    return {
        name: in_schema_order(item, properties.get(name, other), definitions)
        for name, item in in_order(value, tuple(properties)).items()
    }
