"""Rule MC165: definitions that contain themselves without a finite document.

Objects may do so where a finite document is possible.
"""

from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import Schema, target
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers
from modelconfig.jsontext.scanner import MAX_DEPTH


def unnameable_recursion(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an array or map that contains itself without an object in between: its type has no name."""
    finished: set[str] = set()
    for name in file.definitions:
        path: dict[str, None] = {}
        current: str | None = name
        while current in sources.definitions and current not in path and current not in finished:
            path[current] = None
            current = _contained_definition(sources.definitions[current])[1]
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


def deeply_nested_array(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC165: Report an array or map whose values readers reject, because it has more levels than they accept."""
    levels: dict[str, int] = {}
    for name in file.definitions:
        path: dict[str, tuple[int, str | None]] = {}
        current: str | None = name
        while current in sources.definitions and current not in path and current not in levels:
            path[current] = _contained_definition(sources.definitions[current])
            current = path[current][1]
        for member, (own_levels, contained) in reversed(path.items()):
            inner_levels = levels.get(contained or "", 0)
            levels[member] = inner_levels + own_levels
            if inner_levels <= MAX_DEPTH < levels[member] and member in file.definitions:
                message = f"arrays and maps in `{member}` are nested more than {MAX_DEPTH} levels deep"
                yield _recursion_problem(message, "Reduce the nesting, or put an object in between.", member)


def _recursion_problem(message: str, hint: str, name: str) -> Problem:
    return error("MC165", message, hint=hint, pointer=pointers.join("/$defs", name), at_key=True)


def _contained_definition(node: Schema) -> tuple[int, str | None]:
    """Return the levels of arrays and maps in a subschema, and the definition of which these consist, if any."""
    levels = 0
    while "$ref" not in node:
        child = node.get("items", node.get("additionalProperties"))
        if "properties" in node or not isinstance(child, dict):
            return levels, None
        node = child
        levels += 1
    return levels, target(node)


RULES = (unnameable_recursion, deeply_nested_array, infinite_object)
