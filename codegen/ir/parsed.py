"""The schemas of a run, parsed once per document and profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from codegen.ir import model as ir
from codegen.ir.parser import parse
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import CLIENT_ROOT, SchemaFile, Sources
from codegen.schema.profiles import digest
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem
from modelconfig.jsontext import pointers

Parsed = tuple[ir.Module, list[Problem]]


@dataclass(frozen=True)
class ParsedSchemas:
    """The modules of some derived schemas. Each is parsed on first use and cached."""

    derived: DerivedSchemas
    _parsed: dict[tuple[str, str], Parsed] = field(default_factory=dict, init=False, repr=False, compare=False)
    _modules: dict[ir.Profile, list[ir.Module]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def sources(self) -> Sources:
        """Return the schema files."""
        return self.derived.sources

    def modules(self, profile: ir.Profile) -> list[ir.Module]:
        """Return the modules that the emitters of a profile receive."""
        if profile not in self._modules:
            builders = {
                ir.Profile.CONSUMER: lambda: [self._consumer(file) for file in self.sources.files.values()],
                ir.Profile.CLIENT: lambda: [self._derived(f"{CLIENT_ROOT}.client")[0]],
                ir.Profile.AS_WRITTEN: self._as_written,
            }
            self._modules[profile] = builders[profile]()
        return self._modules[profile]

    def problems(self) -> list[Problem]:
        """Return the uses of JSON Schema that targets cannot express."""
        names = list(self.derived.by_name)
        # The tolerant profiles have additional properties, but would also repeat the problems of the strict ones.
        return self._problems(name for name in names if "." not in name) or self._problems(
            name for name in names if "." in name
        )

    def _problems(self, names: Iterable[str]) -> list[Problem]:
        problems: list[Problem] = []
        for name in names:
            for problem in self._derived(name)[1]:
                module = self.sources.definition_modules[pointers.split(problem.pointer)[1]]
                problems.append(replace(problem, file=self.sources.files[module].name))
        return list(dict.fromkeys(problems))

    def _consumer(self, file: SchemaFile) -> ir.Module:
        """Return the module of a schema file in the consumer profile, with the definitions of all its roots."""
        module = self._derived(f"{file.module}.consumer")[0]
        further_roots = file.schema.get("x-roots", {})
        if not further_roots:
            return module
        schemas = {name: self.derived.consumer(name)["$defs"] for name in (file.module, *further_roots)}
        definitions: dict[str, ir.Definition] = {}
        nodes: Schema = {}
        for name in reversed(schemas):
            nodes |= schemas[name]
            parsed = self._derived(f"{name}.consumer")[0]
            definitions |= {definition.name: definition for definition in parsed.definitions}
        schema = {**self.derived.consumer(file.module), "$defs": nodes}
        return replace(module, definitions=tuple(definitions.values()), digest=digest(schema))

    def _as_written(self) -> list[ir.Module]:
        """Return a module for each schema file with its own definitions, without a profile, in the file's order."""
        definitions: dict[str, ir.Definition] = {}
        for name in self.derived.documents:
            definitions |= {definition.name: definition for definition in self._canonical(name)[0].definitions}
        return [
            replace(
                self._canonical(file.module)[0],
                definitions=tuple(definitions[name] for name in file.definitions if name in definitions),
                digest=digest(file.schema),
            )
            for file in self.sources.files.values()
        ]

    def _derived(self, name: str) -> Parsed:
        return self._parse_once("derived", name, self.derived.by_name[name])

    def _canonical(self, document: str) -> Parsed:
        return self._parse_once("canonical", document, self.derived.canonical(document))

    def _parse_once(self, kind: str, name: str, schema: Schema) -> Parsed:
        key = kind, name
        if key not in self._parsed:
            self._parsed[key] = parse(schema, self.sources.definition_modules)
        return self._parsed[key]
