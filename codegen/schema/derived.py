"""The schemas derived from the sources of a run, each once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from codegen.schema.loader import CLIENT_ROOT, SchemaFile, Sources
from codegen.schema.profiles import bundle, client, consumer, strict
from codegen.schema.traversal import Schema


@dataclass(frozen=True)
class DerivedSchemas:
    """The derived schemas of some sources. Each is derived on first use and cached."""

    sources: Sources
    _schemas: dict[tuple[str, str], Schema] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def documents(self) -> dict[str, tuple[SchemaFile, str]]:
        """Map the name of each kind of document to its file and root reference."""
        documents: dict[str, tuple[SchemaFile, str]] = {}
        for file in self.sources.files.values():
            further_roots = file.schema.get("x-roots")
            roots = {
                file.module: file.schema.get("$ref", ""),
                **(further_roots if isinstance(further_roots, dict) else {}),
            }
            documents |= {name: (file, root) for name, root in roots.items()}
        return documents

    @cached_property
    def by_name(self) -> dict[str, Schema]:
        """Map the name of each published schema to the schema: `model`, `model.consumer`, `model.client`, and so on."""
        schemas: dict[str, Schema] = {}
        for name in self.documents:
            schemas[name] = self.strict(name)
            schemas[f"{name}.consumer"] = self.consumer(name)
            if name == CLIENT_ROOT:
                schemas[f"{name}.client"] = self.client
        return schemas

    def canonical(self, document: str) -> Schema:
        """Return the bundled schema of a document as it is written. Raise KeyError for an unknown document."""
        return self._derive_once("canonical", document, self._bundled)

    def strict(self, document: str) -> Schema:
        """Return the schema that a producer of the document must satisfy."""
        return self._derive_once("strict", document, lambda name: strict(self.canonical(name)))

    def consumer(self, document: str) -> Schema:
        """Return the schema of the documents that a tolerant reader accepts."""
        return self._derive_once("consumer", document, lambda name: consumer(self.strict(name)))

    @property
    def client(self) -> Schema:
        """Return the schema of the documents that clients receive."""
        return self._derive_once("client", CLIENT_ROOT, lambda name: client(self.canonical(name)))

    def _bundled(self, document: str) -> Schema:
        file, root = self.documents[document]
        return bundle(self.sources, file, document, root)

    def _derive_once(self, profile: str, document: str, derive: Callable[[str], Schema]) -> Schema:
        key = profile, document
        if key not in self._schemas:
            self._schemas[key] = derive(document)
        return self._schemas[key]
