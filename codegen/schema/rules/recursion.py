"""Rule MC165: definitions that contain themselves without a finite document.

Objects may do so where a finite document is possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

Rule = Callable[[Sources, SchemaFile], Iterator[Problem]]


def unnameable_recursion(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an array or map that contains itself without an object in between: its type has no name."""
    for name in file.definitions:
        seen: set[str] = set()
        pending = [(file.module, name)]
        while pending:
            module, current = pending.pop()
            target = _contained_definition(sources, module, sources.files[module].definitions[current])
            if target and target[1] == name:
                message = f"`{name}` contains nothing but itself"
                yield _recursion_problem(message, "Put an object in between, whose member holds the list or map.", name)
            elif target and target[1] not in seen:
                seen.add(target[1])
                pending.append(target)


def infinite_object(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an object whose required properties require the object again: no document is finite."""
    finite = _finite_definitions(sources)
    for name, node in file.definitions.items():
        if "properties" in node and name not in finite:
            message = f"what `{name}` requires contains itself without end, so no document can hold one"
            yield _recursion_problem(message, "Take the member off `required`, or make it a list.", name)


def _recursion_problem(message: str, hint: str, name: str) -> Problem:
    return error("MC165", message, hint=hint, pointer=pointers.join("/$defs", name), at_key=True)


def _contained_definition(sources: Sources, module: str, node: Schema) -> tuple[str, str] | None:
    """Return the definition that a reference, array or map consists of; None if it does not consist of one."""
    while True:
        if "$ref" in node:
            return sources.target(sources.files[module], node["$ref"])
        child = node.get("items", node.get("additionalProperties"))
        if "properties" in node or not isinstance(child, dict):
            return None
        node = child


def _finite_definitions(sources: Sources) -> set[str]:
    """Return the names of the definitions that have a finite value."""
    finite: set[str] = set()
    definitions = [(file, name, node) for file in sources.files.values() for name, node in file.definitions.items()]
    while True:
        added = {
            name for file, name, node in definitions if name not in finite and _is_finite(sources, file, node, finite)
        }
        if not added:
            return finite
        finite |= added


def _is_finite(sources: Sources, file: SchemaFile, node: Schema, finite: set[str]) -> bool:
    """Return whether a node has a finite value, given the definitions that are known to have one."""
    if "$ref" in node:
        target = sources.target(file, node["$ref"])
        return target is None or target[1] in finite
    if "properties" in node:
        required = [node["properties"][name] for name in node.get("required", []) if name in node["properties"]]
        return all(_is_finite(sources, file, subschema, finite) for subschema in required)
    for branches in (node.get("oneOf"), node.get("anyOf")):
        if branches:
            return any(_is_finite(sources, file, branch, finite) for branch in branches)
    if node.get("minItems"):
        return _is_finite(sources, file, node.get("items", {}), finite)
    values = node.get("additionalProperties")
    return not (node.get("minProperties") and isinstance(values, dict)) or _is_finite(sources, file, values, finite)


RULES: tuple[Rule, ...] = (unnameable_recursion, infinite_object)
