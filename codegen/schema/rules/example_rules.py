"""Rule MC160: examples and defaults must be valid at their location."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import DRAFT, SchemaFile
from codegen.schema.profiles import referenced_definitions
from codegen.schema.traversal import Schema, subschemas
from modelconfig.diagnostics.problem import Problem, in_file
from modelconfig.jsontext import pointers
from modelconfig.schema.validator import Checker


@dataclass(frozen=True, slots=True)
class _DocumentedValue:
    """An example or default, and the subschema that has it: its pointer and its constraints."""

    file: str
    pointer: str
    owner: str
    constraints: Schema
    value: Any

    @property
    def key(self) -> str:
        """A name of the subschema, unique over all files."""
        return f"{self.file}#{self.owner}"


def check_examples(derived: DerivedSchemas) -> list[Problem]:
    """Return every problem of an example or default, with its location in the schema file."""
    definitions = {name: node for schema in derived.strict.values() for name, node in schema["$defs"].items()}
    documented = [
        value
        for file in derived.sources.files.values()
        for value in _documented_values(file, derived.strict[file.module]["$ref"], definitions)
    ]
    # One schema for all values is compiled once; the problems of an invalid one are those under its own subschema.
    subschemas_by_key = {value.key: value.constraints for value in documented}
    checker = Checker({"$schema": DRAFT, "properties": subschemas_by_key, "$defs": definitions})
    return [
        problem
        for value in documented
        if not checker.is_valid({value.key: value.value})
        for problem in in_file(_problems(value, definitions), value.file)
    ]


def _documented_values(file: SchemaFile, root: str, definitions: Schema) -> Iterator[_DocumentedValue]:
    # The examples of a file are documents, those of a subschema are its values.
    locations: list[tuple[str, Schema, Schema]] = [("", file.schema, {"$ref": root})]
    for name in file.definitions:
        nodes = subschemas(definitions[name], pointers.join("/$defs", name)) if name in definitions else ()
        locations += [(pointer, node, node) for pointer, node in nodes]
    for pointer, node, schema in locations:
        constraints = {keyword: value for keyword, value in schema.items() if keyword not in ("examples", "default")}
        for index, value in enumerate(node.get("examples", [])):
            yield _DocumentedValue(file.name, pointers.join(pointer, "examples", index), pointer, constraints, value)
        if "default" in node:
            yield _DocumentedValue(file.name, pointers.join(pointer, "default"), pointer, constraints, node["default"])


def _problems(documented: _DocumentedValue, definitions: Schema) -> Iterator[Problem]:
    names = referenced_definitions(documented.constraints, definitions)
    needed = {name: definitions[name] for name in sorted(names)}
    checker = Checker({"$schema": DRAFT, **documented.constraints, "$defs": needed})
    for problem in checker.problems(documented.value):
        message = f"this example or default is invalid: {problem.message}"
        hint = problem.hint or "Write a value that is valid against the schema that it documents."
        yield replace(problem, code="MC160", message=message, hint=hint, pointer=documented.pointer + problem.pointer)
