"""The schemas of a run as modules of the intermediate representation: each profile parsed once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from codegen.ir import model as ir
from codegen.ir.parser import parse
from codegen.ir.profile import Profile
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import CLIENT_ROOT, LOCAL, SchemaFile, Sources
from codegen.schema.profiles import digest
from codegen.schema.traversal import Schema

Parsed = dict[str, ir.Definition]
"""The definitions of a profile by name."""


@dataclass(frozen=True)
class ParsedSchemas:
    """The modules of some derived schemas. Each profile is parsed on first use and cached."""

    derived: DerivedSchemas

    @property
    def sources(self) -> Sources:
        """Return the schema files."""
        return self.derived.sources

    def modules(self, profile: Profile) -> list[ir.Module]:
        """Return the modules that the emitters of a profile receive."""
        files = self.sources.files.values()
        match profile:
            case Profile.CONSUMER:
                modules = [self._bundled_module(file, self.derived.consumer, self._consumer) for file in files]
                clients = tuple(self._client.values())
                return [replace(module, client_definitions=clients if module.published else ()) for module in modules]
            case Profile.CLIENT:
                return [self._bundled_module(self.sources.files[CLIENT_ROOT], self.derived.client, self._client)]
            case Profile.AS_WRITTEN:
                return [
                    self._module(self.derived.canonical[file.module], self._canonical, file.definitions, file.schema)
                    for file in files
                ]

    def _bundled_module(self, file: SchemaFile, schemas: Mapping[str, Schema], parsed: Parsed) -> ir.Module:
        """Return the module of a schema file in a profile, with the definitions of all its roots."""
        nodes: Schema = {}
        for name in reversed(file.roots):
            if name in schemas:
                nodes |= schemas[name]["$defs"]
        schema = {**schemas[file.module], "$defs": nodes}
        return self._module(schema, parsed, nodes, schema)

    def _module(self, schema: Schema, parsed: Parsed, names: Iterable[str], hashed: Schema) -> ir.Module:
        """Return a module with the title and root of a bundled schema, and those of `names` that are used."""
        root = schema["$ref"].removeprefix(LOCAL)
        module = self.sources.definition_modules[root]
        return ir.Module(
            name=module,
            title=schema["title"],
            description=schema["description"],
            version=self.sources.version,
            root=root,
            definitions=tuple(parsed[name] for name in names if name in parsed),
            digest=digest(hashed),
            published=module == CLIENT_ROOT,
        )

    @cached_property
    def _canonical(self) -> Parsed:
        return self._parse(self.derived.canonical)

    @cached_property
    def _strict(self) -> Parsed:
        return self._parse(self.derived.strict)

    @cached_property
    def _consumer(self) -> Parsed:
        return self._parse(self.derived.consumer)

    @cached_property
    def _client(self) -> Parsed:
        return self._parse(self.derived.client)

    def _parse(self, schemas: Mapping[str, Schema]) -> Parsed:
        """Parse the definitions that the documents of a profile reference, each once."""
        nodes = {name: node for schema in schemas.values() for name, node in schema["$defs"].items()}
        return parse(nodes, self.sources.definition_modules)
