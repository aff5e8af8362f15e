"""Rules on the `x-` annotations and `required`: what they name must exist."""

from collections.abc import Iterable, Iterator

from codegen.schema.loader import CLIENT_ROOT, SchemaFile, Sources
from codegen.schema.traversal import Schema, target
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers

_PROPERTY_ANNOTATIONS = frozenset(
    {"x-not-mapped", "x-visibility", "x-client-required", "x-client-copy-of", "x-route-dependent"}
)


def _resolved(sources: Sources, node: Schema) -> Schema:
    """Follow `$ref`s from `node`; stop at a dangling or circular one."""
    followed: set[str] = set()
    while (name := target(node)) in sources.definitions and name not in followed:
        followed.add(name)
        node = sources.definitions[name]
    return node


def undefined_name(name: str, keyword: str, pointer: str, names: Iterable[str]) -> Problem:
    """Return the problem of a keyword that names an undefined property."""
    suggestion = nearest(name, names)
    hint = f"Did you mean `{suggestion}`?" if suggestion else "Name a property that is defined here."
    return error("MC158", f"`{keyword}` names the undefined property `{name}`", hint=hint, pointer=pointer)


def listed_property_is_defined(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report a name in `required` or `x-unique` that is not a property of the object or of the array's items."""
    for pointer, node in file.nodes:
        items = _resolved(sources, node.get("items", {}))
        for keyword, owner in (("required", node), ("x-unique", items)):
            properties = owner.get("properties", {})
            for index, name in enumerate(node.get(keyword, [])):
                if name not in properties:
                    yield undefined_name(name, keyword, pointers.join(pointer, keyword, index), properties)


def referenced_location_exists(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report an `x-references` or `x-known-values` that leads to no property.

    They start at the root of the file, and of the document that clients receive.
    """
    published = sources.files.get(CLIENT_ROOT)
    roots = {"x-references": file.schema, "x-known-values": published.schema if published else {}}
    for pointer, node in file.nodes:
        for keyword in (name for name in roots if name in node):
            parent = _resolved(sources, roots[keyword])
            for step in pointers.split(node[keyword]):
                properties = parent.get("properties", {})
                child = parent.get("items") if step == "*" else properties.get(step)
                if not child:
                    yield undefined_name(step, keyword, pointers.join(pointer, keyword), properties)
                    break
                parent = _resolved(sources, child)


def deprecation_is_complete(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report `x-deprecated` without the `deprecated: true` that it describes."""
    for pointer, node in file.nodes:
        if "x-deprecated" in node and node.get("deprecated") is not True:
            hint = 'Add "deprecated": true, which other tools read.'
            message = '`x-deprecated` needs `"deprecated": true`'
            yield error("MC158", message, hint=hint, pointer=pointers.join(pointer, "x-deprecated"))


def annotation_is_effective(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report an annotation where derived schemas ignore it, such as one of properties on a definition."""
    for pointer, node in file.nodes:
        on_property = pointer.rpartition("/")[0].endswith("/properties")
        misplaced = [
            (keyword, "a property", "Write it beside the `$ref` of each property that it applies to.")
            for keyword in sorted(_PROPERTY_ANNOTATIONS.intersection(node))
            if not on_property
        ]
        if "x-ts-template" in node and pointer.count("/") != 2:
            misplaced.append(("x-ts-template", "a definition", "Move the string into a definition, and refer to it."))
        for keyword, owner, hint in misplaced:
            message = f"`{keyword}` has no effect here: it belongs to {owner}"
            yield error("MC158", message, hint=hint, pointer=pointers.join(pointer, keyword), at_key=True)


RULES = (
    listed_property_is_defined,
    referenced_location_exists,
    deprecation_is_complete,
    annotation_is_effective,
)
