"""Load the files of schema/ with their text, definitions and problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from codegen.schema.heights import finite_heights
from codegen.schema.traversal import Schema, subschemas
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file, in_reading_order
from modelconfig.jsontext import positions, reader

DRAFT = "https://json-schema.org/draft/2020-12/schema"
LOCAL = "#/$defs/"
_OBJECT_HINT = (
    'Write { "$schema": "…", "$id": "…", "$ref": "#/$defs/…", "$defs": { … } } with a title and a description.'
)
CLIENT_ROOT = "model"
"""The module of the only schema that clients read; TypeScript is generated from its client profile."""


@dataclass(frozen=True)
class SchemaFile:
    """A hand-written schema. `module` is its file name without `.json`, and the name of the generated module."""

    module: str
    name: str
    text: str
    schema: Schema

    @property
    def definitions(self) -> dict[str, Schema]:
        """Return the definitions of this file by name."""
        definitions: dict[str, Schema] = self.schema.get("$defs", {})
        return definitions

    @property
    def roots(self) -> dict[str, str]:
        """Map the name of each kind of document in this file to the reference of its definition."""
        return {self.module: self.schema.get("$ref", ""), **self.schema.get("x-roots", {})}

    @cached_property
    def nodes(self) -> list[tuple[str, Schema]]:
        """Every subschema of this file with its JSON Pointer."""
        return list(subschemas(self.schema))


@dataclass(frozen=True)
class Sources:
    """All schema files, by module."""

    files: dict[str, SchemaFile] = field(default_factory=dict)

    @cached_property
    def definitions(self) -> dict[str, Schema]:
        """Map the name of each definition, which is unique over all files, to its schema."""
        return {name: node for file in self.files.values() for name, node in file.definitions.items()}

    @cached_property
    def definition_modules(self) -> dict[str, str]:
        """Map the name of each definition to its module."""
        return {name: file.module for file in self.files.values() for name in file.definitions}

    @cached_property
    def heights(self) -> dict[str, int]:
        """Map the name of each definition that has a finite value to the levels of its flattest one."""
        return finite_heights(self.definitions)

    @property
    def version(self) -> str:
        """Return the contract version, that of the first file with one; `check_dialect` reports different ones."""
        return next((str(file.schema["x-version"]) for file in self.files.values() if "x-version" in file.schema), "")

    @property
    def texts(self) -> dict[str, str]:
        """Return the text of each file by its name, for excerpts."""
        return {file.name: file.text for file in self.files.values()}

    def target(self, file: SchemaFile, reference: str) -> str | None:
        """Return the name of the definition that `reference` in `file` leads to; None for a dangling reference."""
        path, _, fragment = reference.partition("#")
        module_file = self.files.get(path.removesuffix(".json")) if path.endswith(".json") else None if path else file
        name = fragment.removeprefix("/$defs/")
        if module_file is None or fragment == name or name not in module_file.definitions:
            return None
        return name

    def locate_problems(self, problems: list[Problem]) -> list[Problem]:
        """Add line and column to problems, and sort them in reading order."""
        located: list[Problem] = []
        for name in {problem.file for problem in problems}:
            problems_of_file = [problem for problem in problems if problem.file == name]
            text = self.texts.get(name)
            located += problems_of_file if text is None else positions.locate_problems(problems_of_file, text)
        return in_reading_order(located)


def load_schemas(folder: Path) -> tuple[Sources, list[Problem]]:
    """Read every `*.json` directly in `folder`, by name. Files that cannot be read are problems, not exceptions."""
    if not (folder / f"{CLIENT_ROOT}.json").exists():
        reason = "does not contain" if folder.is_dir() else "is not a folder with"
        message = f"{folder.as_posix()} {reason} {CLIENT_ROOT}.json"
        hint = "Specify the folder with the schemas; the clients' types are generated from that file."
        return Sources(), in_file([error("MC001", message, hint=hint)], folder.as_posix())
    texts: dict[str, reader.Source] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.json")):
        source, read_problems = reader.read_source(path.as_posix())
        problems += read_problems
        if source is not None:
            texts[path.stem] = source
    sources, parse_problems = parse_schemas(texts)
    return sources, problems + parse_problems


def parse_schemas(texts: Mapping[str, reader.Source]) -> tuple[Sources, list[Problem]]:
    """Return the schemas whose texts are given by module, and the problems of those that are not JSON objects."""
    files: dict[str, SchemaFile] = {}
    problems: list[Problem] = []
    for module, source in texts.items():
        value, file_problems = reader.parse_json(source.text)
        if isinstance(value, dict):
            files[module] = SchemaFile(module, source.name, source.text, value)
        elif not has_errors(file_problems):
            file_problems = [error("MC101", "a schema file must contain a JSON object", hint=_OBJECT_HINT)]
        problems += in_file(file_problems, source.name)
    return Sources(files), problems
