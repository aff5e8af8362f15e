"""Rule MC165: definitions that contain themselves without a finite document.

Objects may do so where a finite document is possible.
"""

from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import Schema, target
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers


def unnameable_recursion(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an array or map that contains itself without an object in between: its type has no name."""
    finished: set[str] = set()
    for name in file.definitions:
        path: dict[str, None] = {}
        current: str | None = name
        while current in sources.definitions and current not in path and current not in finished:
            path[current] = None
            current = _contained_definition(sources.definitions[current])
        names = list(path)
        for member in names[names.index(current) :] if current in path else ():
            if member in file.definitions:
                hint = "Put an object in between, with a property that holds the array or map."
                yield _recursion_problem(f"`{member}` contains only itself", hint, member)
        finished.update(names)


def infinite_object(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an object of which each value contains another one: no document is finite."""
    for name, node in file.definitions.items():
        if "properties" in node and name not in sources.heights:
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


RULES = (unnameable_recursion, infinite_object)
