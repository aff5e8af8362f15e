"""Rule MC160: examples and defaults must be valid at their location."""

from collections.abc import Iterator
from dataclasses import replace

from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import DRAFT, SchemaFile
from codegen.schema.profiles import referenced_definitions
from codegen.schema.traversal import Schema, subschemas
from modelconfig.diagnostics.problem import Problem, in_file
from modelconfig.jsontext import pointers
from modelconfig.schema.validator import Checker


def check_examples(derived: DerivedSchemas) -> list[Problem]:
    """Return every problem of an example or default, with its location in the schema file."""
    definitions = {name: node for schema in derived.strict.values() for name, node in schema["$defs"].items()}
    return [
        problem
        for file in derived.sources.files.values()
        for problem in in_file(_example_problems(file, derived.strict[file.module]["$ref"], definitions), file.name)
    ]


def _example_problems(file: SchemaFile, root: str, definitions: Schema) -> Iterator[Problem]:
    # The examples of a file are documents, those of a subschema are its values.
    locations: list[tuple[str, Schema, Schema]] = [("", file.schema, {"$ref": root})]
    for name in file.definitions:
        nodes = subschemas(definitions[name], pointers.join("/$defs", name)) if name in definitions else ()
        locations += [(pointer, node, node) for pointer, node in nodes]
    for pointer, node, schema in locations:
        values = [
            (pointers.join(pointer, "examples", index), value) for index, value in enumerate(node.get("examples", []))
        ]
        if "default" in node:
            values.append((pointers.join(pointer, "default"), node["default"]))
        checker = Checker(_standalone_schema(schema, definitions)) if values else None
        for value_pointer, value in values:
            for problem in checker.problems(value) if checker else ():
                message = f"this example or default is invalid: {problem.message}"
                yield replace(problem, code="MC160", message=message, pointer=value_pointer + problem.pointer)


def _standalone_schema(node: Schema, definitions: Schema) -> Schema:
    """Return a subschema as a separate schema. It has only the definitions that it references: each is compiled."""
    constraints = {keyword: value for keyword, value in node.items() if keyword not in ("examples", "default")}
    names = referenced_definitions(constraints, definitions)
    return {"$schema": DRAFT, **constraints, "$defs": {name: definitions[name] for name in sorted(names)}}
