"""Rule MC165: definitions that contain themselves without a finite document.

Objects may do so where a finite document is possible.
"""

from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import Schema, split_null, target
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers


def unnameable_recursion(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an array or map that contains itself without an object in between: its type has no name."""
    for name in file.definitions:
        seen: set[str] = set()
        current: str | None = name
        while current in sources.definitions and current not in seen:
            seen.add(current)
            current = _contained_definition(sources.definitions[current])
        if current == name:
            hint = "Put an object in between, with a property that holds the array or map."
            yield _recursion_problem(f"`{name}` contains only itself", hint, name)


def infinite_object(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an object of which each value contains another one: no document is finite."""
    infinite = infinite_definitions(sources.definitions)
    for name, node in file.definitions.items():
        if "properties" in node and name in infinite:
            message = f"each value of `{name}` contains another one, so no finite document is valid"
            yield _recursion_problem(message, "Make the property optional, or an array that may be empty.", name)


def _recursion_problem(message: str, hint: str, name: str) -> Problem:
    return error("MC165", message, hint=hint, pointer=pointers.join("/$defs", name), at_key=True)


def _contained_definition(node: Schema) -> str | None:
    """Return the definition that a reference, array or map consists of; None if it does not consist of one."""
    while "$ref" not in node:
        child = node.get("items", node.get("additionalProperties"))
        if "properties" in node or not isinstance(child, dict):
            return None
        node = child
    return target(node)


def infinite_definitions(definitions: Schema) -> set[str]:
    """Return the names of the definitions that have no finite value."""
    infinite = set(definitions)
    while finite := {name for name in infinite if _is_finite(definitions[name], infinite)}:
        infinite -= finite
    return infinite


def _is_finite(node: Schema, pending: set[str]) -> bool:
    """Return whether a node has a finite value. `pending` has the definitions that are not known to have one."""
    is_nullable, node = split_null(node)
    if is_nullable:
        return True
    if "$ref" in node:
        return target(node) not in pending
    if "properties" in node:
        finite = {name for name, subschema in node["properties"].items() if _is_finite(subschema, pending)}
        # Another rule reports an object with fewer properties than it must have.
        minimum = min(node.get("minProperties", 0), len(node["properties"]))
        is_enough = node.get("additionalProperties") is not False or len(finite) >= minimum
        return is_enough and finite.issuperset(name for name in node.get("required", ()) if name in node["properties"])
    if branches := node.get("oneOf", node.get("anyOf")):
        return any(_is_finite(branch, pending) for branch in branches)
    if node.get("minItems"):
        return _is_finite(node.get("items", {}), pending)
    values = node.get("additionalProperties")
    return not (node.get("minProperties") and isinstance(values, dict)) or _is_finite(values, pending)


RULES = (unnameable_recursion, infinite_object)
