"""The schemas derived from the sources of a run: each profile of each kind of document, once."""

from dataclasses import dataclass
from functools import cached_property

from codegen.schema.editor_profile import editor
from codegen.schema.loader import CLIENT_ROOT, DRAFT, LOCAL, SchemaFile, Sources
from codegen.schema.profiles import client, consumer, self_contained, strict, without_unreferenced
from codegen.schema.traversal import Schema


@dataclass(frozen=True)
class DerivedSchemas:
    """The derived schemas of some sources. All are derived on first use and cached.

    Each is bundled with the definitions that it references. Invalid sources raise KeyError, TypeError, AttributeError
    or ValueError.
    """

    sources: Sources

    @cached_property
    def documents(self) -> dict[str, tuple[SchemaFile, str]]:
        """Map the name of each kind of document to its file and root reference."""
        return {
            name: (file, reference) for file in self.sources.files.values() for name, reference in file.roots.items()
        }

    @cached_property
    def canonical(self) -> dict[str, Schema]:
        """Map the name of each kind of document to its schema as it is written."""
        return {name: self._bundle(name, "", self._definitions) for name in self.documents}

    @cached_property
    def strict(self) -> dict[str, Schema]:
        """Map the name of each kind of document to the schema that a producer must satisfy."""
        return {name: self._bundle(name, "", self._strict_definitions) for name in self.documents}

    @cached_property
    def consumer(self) -> dict[str, Schema]:
        """Map the name of each kind of document to the schema of what a tolerant reader accepts."""
        definitions = consumer(self._strict_definitions)
        return {name: self._bundle(name, ".consumer", definitions) for name in self.documents}

    @cached_property
    def client(self) -> dict[str, Schema]:
        """Map the name of the only document that clients receive to its schema."""
        return {CLIENT_ROOT: self._bundle(CLIENT_ROOT, ".client", client(self._definitions))}

    @cached_property
    def editor(self) -> dict[str, Schema]:
        """Map the name of each kind of document to its schema for editors."""
        definitions = editor(self._strict_definitions)
        bundles = {name: self._bundle(name, ".editor", definitions) for name in self.documents}
        for name, (file, _) in self.documents.items():
            if self.part(name):
                # The whole document may refer to a changed copy of the definition only, such as one that accepts null.
                bundles[file.module]["$defs"] = {**bundles[name]["$defs"], **bundles[file.module]["$defs"]}
        return bundles

    @cached_property
    def by_name(self) -> dict[str, Schema]:
        """Map the name of each published schema to the schema: `model`, `model.consumer`, `model.client`, and so on.

        Only the document that programs exchange has a consumer schema.
        """
        exchanged = {CLIENT_ROOT: self.consumer[CLIENT_ROOT]}
        suffixes = {"": self.strict, ".consumer": exchanged, ".client": self.client, ".editor": self.editor}
        return {
            name + suffix: schemas[name]
            for name in self.documents
            for suffix, schemas in suffixes.items()
            if name in schemas and not self.part(name)
        }

    def profiles(self, document: str) -> dict[str, Schema]:
        """Map each profile of a kind of document to its schema, published or not."""
        profiles = {"producer": self.strict, "consumer": self.consumer, "client": self.client}
        return {profile: schemas[document] for profile, schemas in profiles.items() if document in schemas}

    def part(self, document: str) -> str:
        """Return the root definition of a document if the published schema of its file contains it; otherwise ''."""
        file, reference = self.documents[document]
        root = reference.removeprefix(LOCAL)
        return root if document != file.module and root in self.strict[file.module]["$defs"] else ""

    @cached_property
    def _definitions(self) -> Schema:
        """A schema with the definitions of all files, as they are written."""
        return self_contained({"$defs": self.sources.definitions})

    @cached_property
    def _strict_definitions(self) -> Schema:
        return strict(self._definitions)

    def _bundle(self, document: str, suffix: str, schema: Schema) -> Schema:
        """Return the schema of one document, with the definitions that it references, those of the same file first."""
        file, reference = self.documents[document]
        root = self.sources.target(file, reference)
        if root is None:
            raise ValueError(f"{reference} is not a definition in {file.name}")
        definitions = schema["$defs"]
        annotated = file.schema if reference == file.schema["$ref"] else self.sources.definitions[root]
        return without_unreferenced(
            {
                "$schema": DRAFT,
                # The major version alone, so that a compatible change leaves the schemas without it as they are.
                "$id": f"urn:cody-modelconfig:{document}{suffix}:{self.sources.version.partition('.')[0]}",
                "title": annotated.get("title", root),
                "description": annotated["description"],
                "$ref": LOCAL + root,
                "$defs": {name: definitions[name] for name in (*file.definitions, *definitions)},
            }
        )
