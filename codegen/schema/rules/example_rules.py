"""Rule MC160: examples and defaults must be valid at their location."""

from __future__ import annotations

from dataclasses import replace

from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import SchemaFile
from codegen.schema.profiles import referenced_definitions
from codegen.schema.traversal import Schema, subschemas
from modelconfig.diagnostics.problem import Problem, in_file
from modelconfig.jsontext import pointers
from modelconfig.schema.validator import validate


def check_examples(derived: DerivedSchemas) -> list[Problem]:
    """Return every problem of an example or default, with its location in the schema file."""
    problems: list[Problem] = []
    for file in derived.sources.files.values():
        bundled = derived.strict(file.module)
        for name in file.schema.get("x-roots", {}):
            bundled = {**bundled, "$defs": {**derived.strict(name)["$defs"], **bundled["$defs"]}}
        problems.extend(in_file(_example_problems(bundled, file), file.name))
    return problems


def _example_problems(bundled: Schema, file: SchemaFile) -> list[Problem]:
    locations: list[tuple[str, Schema, Schema]] = [("", file.schema, {"$ref": bundled["$ref"]})]
    for name in file.definitions:
        if name in bundled["$defs"]:
            definition_pointer = pointers.join("/$defs", name)
            locations += [
                (pointer, node, node) for pointer, node in subschemas(bundled["$defs"][name], definition_pointer)
            ]
    problems = []
    for pointer, node, schema in locations:
        documented = [
            (pointers.join(pointer, "examples", index), value) for index, value in enumerate(node.get("examples", []))
        ]
        if "default" in node:
            documented.append((pointers.join(pointer, "default"), node["default"]))
        for value_pointer, value in documented:
            for problem in validate(value, _standalone_schema(schema, bundled)):
                message = f"an example or default does not fit its own schema: {problem.message}"
                problems.append(
                    replace(problem, code="MC160", message=message, pointer=value_pointer + problem.pointer)
                )
    return problems


def _standalone_schema(node: Schema, bundled: Schema) -> Schema:
    """Return a subschema as a separate schema. It has only the definitions that it references: each is compiled."""
    constraints = {keyword: value for keyword, value in node.items() if keyword not in ("examples", "default")}
    names = referenced_definitions(constraints, bundled["$defs"])
    return {
        "$schema": bundled["$schema"],
        **constraints,
        "$defs": {name: bundled["$defs"][name] for name in sorted(names)},
    }
