"""The properties of the catalogue's files and their names in the document, from both schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from modelconfig.schema.properties import names_of

if TYPE_CHECKING:
    from codegen.schema.traversal import Schema


class CatalogNames(NamedTuple):
    """Names that a catalogue's file and the document share, and names in the document by those in the file.

    The file's shorter names are the document's without what they have in common: `input` is `maxInputTokens` in a
    window and `inputTokenPennies` in a cost.
    """

    provider: tuple[str, ...]
    model: tuple[str, ...]
    tiers: tuple[str, ...]
    window: dict[str, str]
    cost: dict[str, str]

    @classmethod
    def of(cls, provider_schema: Schema, model_schema: Schema) -> CatalogNames:
        """Return the names in the bundled schemas of a provider's file and of the document."""

        def shared(ours: str, theirs: str) -> tuple[str, ...]:
            known = names_of(model_schema, theirs)
            return tuple(name for name in names_of(provider_schema, ours) if name in known)

        def renamed(ours: str, theirs: str, form: str) -> dict[str, str]:
            known = {name.casefold(): name for name in names_of(model_schema, theirs)}
            names = names_of(provider_schema, ours)
            # A name without a counterpart stays, for the document's schema to report.
            return {name: known.get(form.format(name).casefold(), name) for name in names}

        return cls(
            provider=shared("CatalogProvider", "Provider"),
            model=shared("CatalogModel", "Model"),
            tiers=shared("CatalogContextWindow", "ModelConfigAllTiers"),
            window=renamed("CatalogWindow", "ContextWindow", "max{}Tokens"),
            cost=renamed("CatalogCost", "ModelCost", "{}TokenPennies"),
        )
