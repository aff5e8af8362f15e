"""The properties of the catalogue's files and their names in the document, from both schemas."""

from __future__ import annotations

from typing import NamedTuple

from codegen.schema.traversal import Schema
from modelconfig.schema.properties import names_of


class CatalogNames(NamedTuple):
    """Property names that the catalogue and the document share, and document names by catalogue name.

    The catalogue's names are shorter: `input` is `maxInputTokens` in a window and `inputTokenPennies` in a cost.
    """

    provider: tuple[str, ...]
    model: tuple[str, ...]
    tiers: tuple[str, ...]
    window: dict[str, str]
    cost: dict[str, str]

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
            provider=common("CatalogProvider", "Provider"),
            model=common("CatalogModel", "Model"),
            tiers=common("CatalogContextWindow", "ModelConfigAllTiers"),
            window=renames("CatalogWindow", "ContextWindow", "max{}Tokens"),
            cost=renames("CatalogCost", "ModelCost", "{}TokenPennies"),
        )
