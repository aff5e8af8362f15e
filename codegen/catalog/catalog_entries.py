"""The models of a catalogue with their files, references and published form, for rules that compare models."""

from datetime import date
from typing import Any, NamedTuple

from codegen.catalog.catalog_days import calendar_day
from codegen.catalog.catalog_loader import Catalog, CatalogFile
from codegen.catalog.expand import Expansion
from modelconfig.jsontext.pointers import join


class CatalogEntry(NamedTuple):
    """One model: its file, the pointer in it, its source, and the model of the document."""

    file: CatalogFile
    pointer: str
    source: dict[str, Any]
    model: dict[str, Any]

    @property
    def ref(self) -> str:
        """The model's reference."""
        return str(self.model["modelRef"])

    def day(self, group: str, name: str) -> date | None:
        """Return a day of a group of values, such as `lifecycle`; None where it is absent or no calendar day."""
        return calendar_day(self.source.get(group, {}).get(name))

    @property
    def retires(self) -> date | None:
        """The day from which the model is not served; None if no day has been announced."""
        return self.day("lifecycle", "retires")


def entries(catalog: Catalog, expansion: Expansion) -> list[CatalogEntry]:
    """Return the models in the order of the document."""
    sources = ((file, join("/models", index), source) for file in catalog.ordered for index, source in file.models)
    return [CatalogEntry(*one, model) for one, model in zip(sources, expansion.document["models"], strict=True)]
