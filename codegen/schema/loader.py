"""Load the files of schema/ with their text, definitions and problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem, error, in_file, in_reading_order
from modelconfig.jsontext import positions, reader

DRAFT = "https://json-schema.org/draft/2020-12/schema"
LOCAL = "#/$defs/"
CLIENT_ROOT = "model"
"""The module of the only schema that clients read; TypeScript is generated from its client profile."""


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A hand-written schema. `module` is its file name without `.json`, and the name of the generated module."""

    module: str
    name: str
    text: str
    schema: Schema

    @property
    def definitions(self) -> dict[str, Schema]:
        """Return the definitions of this file by name."""
        definitions = self.schema.get("$defs")
        return definitions if isinstance(definitions, dict) else {}


@dataclass(frozen=True, slots=True)
class Sources:
    """All schema files, by module."""

    files: dict[str, SchemaFile] = field(default_factory=dict)

    @property
    def definition_modules(self) -> dict[str, str]:
        """Map the name of each definition to its module."""
        return {name: file.module for file in self.files.values() for name in file.definitions}

    @property
    def version(self) -> str:
        """Return the contract version; `check_dialect` reports files with different ones."""
        return next((str(file.schema.get("x-version", "")) for file in self.files.values()), "")

    def target(self, file: SchemaFile, reference: str) -> tuple[str, str] | None:
        """Resolve `reference` in `file` to a module and a definition; return None if it names no definition."""
        path, _, fragment = reference.partition("#")
        module_file = self.files.get(path.removesuffix(".json")) if path.endswith(".json") else None if path else file
        name = fragment.removeprefix("/$defs/")
        if module_file is None or fragment == name or name not in module_file.definitions:
            return None
        return module_file.module, name

    def locate_problems(self, problems: list[Problem]) -> list[Problem]:
        """Add line and column to problems, and sort them in reading order."""
        located: list[Problem] = [problem for problem in problems if problem.line is not None]
        for file in self.files.values():
            problems_of_file = [problem for problem in problems if problem.file == file.name and problem.line is None]
            located.extend(positions.locate_problems(problems_of_file, file.text))
        file_names = {file.name for file in self.files.values()}
        located.extend(problem for problem in problems if problem.line is None and problem.file not in file_names)
        return in_reading_order(located)

    @property
    def texts(self) -> dict[str, str]:
        """Return the text of each file by its name, for excerpts."""
        return {file.name: file.text for file in self.files.values()}


def load_schemas(directory: Path) -> tuple[Sources, list[Problem]]:
    """Read every `*.json` directly in `directory`, by name. Files that cannot be read are problems, not exceptions."""
    problems: list[Problem] = []
    files: dict[str, SchemaFile] = {}
    if not (directory / f"{CLIENT_ROOT}.json").exists():
        reason = "holds no" if directory.is_dir() else "is not a folder that holds"
        message = f"{directory.as_posix()} {reason} {CLIENT_ROOT}.json"
        hint = "Name the folder with the schemas; the clients' types come from that file."
        return Sources(), in_file([error("MC001", message, hint=hint)], directory.as_posix())
    for path in sorted(directory.glob("*.json")):
        name = path.as_posix()
        source, read_problems = reader.read_source(name)
        problems.extend(in_file(read_problems, name))
        if source is None:
            continue
        value, parse_problems = reader.parse_json(source.text)
        problems.extend(in_file(parse_problems, name))
        if isinstance(value, dict):
            files[path.stem] = SchemaFile(path.stem, name, source.text, value)
        elif not any(problem.severity == "error" for problem in parse_problems):
            problems.extend(in_file([error("MC101", "a schema file holds one object")], name))
    return Sources(files), problems
