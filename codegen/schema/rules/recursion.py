"""Rule MC165: definitions that contain themselves without a finite document.

Objects may do so where a finite document is possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers


def unnameable_recursion(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an array or map that contains itself without an object in between: its type has no name."""
    for name in file.definitions:
        seen: set[tuple[str, str]] = set()
        target: tuple[str, str] | None = (file.module, name)
        while target and target not in seen:
            seen.add(target)
            target = _contained_definition(sources, *target)
        if target == (file.module, name):
            hint = "Put an object in between, with a property that holds the array or map."
            yield _recursion_problem(f"`{name}` contains only itself", hint, name)


def infinite_object(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an object whose required properties require the object again: no document is finite."""
    finite = _finite_definitions(sources)
    for name, node in file.definitions.items():
        if "properties" in node and name not in finite:
            message = f"the required properties of `{name}` require it again, so no finite document is valid"
            yield _recursion_problem(message, "Make the property optional, or an array.", name)


def _recursion_problem(message: str, hint: str, name: str) -> Problem:
    return error("MC165", message, hint=hint, pointer=pointers.join("/$defs", name), at_key=True)


def _contained_definition(sources: Sources, module: str, name: str) -> tuple[str, str] | None:
    """Return the definition that a reference, array or map consists of; None if it does not consist of one."""
    file = sources.files[module]
    node = file.definitions[name]
    while "$ref" not in node:
        child = node.get("items", node.get("additionalProperties"))
        if "properties" in node or not isinstance(child, dict):
            return None
        node = child
    return sources.target(file, node["$ref"])


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
    if branches := node.get("oneOf", node.get("anyOf")):
        return any(_is_finite(sources, file, branch, finite) for branch in branches)
    if node.get("minItems"):
        return _is_finite(sources, file, node.get("items", {}), finite)
    values = node.get("additionalProperties")
    return not (node.get("minProperties") and isinstance(values, dict)) or _is_finite(sources, file, values, finite)


RULES = (unnameable_recursion, infinite_object)
