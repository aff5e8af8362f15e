"""Rules on the `x-` annotations: what an annotation names must exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import Schema, subschemas
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers

Rule = Callable[[Sources, SchemaFile], Iterator[Problem]]

_TYPE_KEYWORDS = ("$ref", "type", "anyOf", "items", "additionalProperties", "const")
_PROPERTY_ANNOTATIONS = frozenset({"x-visibility", "x-client-required", "x-client-copy-of"})


def _resolved(sources: Sources, file: SchemaFile, node: Schema) -> tuple[SchemaFile, Schema]:
    """Follow `$ref`s from `node`; stop at a dangling or circular one."""
    for _ in range(len(sources.definition_modules) + 1):
        target = sources.target(file, node["$ref"]) if "$ref" in node else None
        if target is None:
            break
        file = sources.files[target[0]]
        node = file.definitions[target[1]]
    return file, node


def _undefined_name(name: str, keyword: str, pointer: str, names: Iterable[str]) -> Problem:
    suggestion = nearest(name, names)
    hint = f"Did you mean `{suggestion}`?" if suggestion else "Name a member that is defined here."
    return error("MC158", f"`{keyword}` names `{name}`, which is not there", hint=hint, pointer=pointer)


def required_is_defined(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report a name in `required` that is not a property of the object."""
    for pointer, node in subschemas(file.schema):
        properties = node.get("properties", {})
        for index, name in enumerate(node.get("required", [])):
            if name not in properties:
                yield _undefined_name(name, "required", pointers.join(pointer, "required", index), properties)


def copy_has_a_source(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report an `x-client-copy-of` that does not name another property of the object."""
    for pointer, node in subschemas(file.schema):
        properties = node.get("properties", {})
        for name, subschema in properties.items():
            source = subschema.get("x-client-copy-of")
            if source is not None and (source not in properties or source == name):
                copy_pointer = pointers.join(pointer, "properties", name, "x-client-copy-of")
                yield _undefined_name(
                    source, "x-client-copy-of", copy_pointer, [other for other in properties if other != name]
                )


def unique_key_is_defined(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report a name in `x-unique` that is not a property of the array's items."""
    for pointer, node in subschemas(file.schema):
        keys = node.get("x-unique", [])
        properties = _resolved(sources, file, node.get("items", {}))[1].get("properties", {})
        for index, name in enumerate(keys):
            if name not in properties:
                yield _undefined_name(name, "x-unique", pointers.join(pointer, "x-unique", index), properties)


def referenced_location_exists(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report an `x-references` that leads to no property, starting at the file's root."""
    for pointer, node in subschemas(file.schema):
        if "x-references" in node:
            referenced_file, node_there = _resolved(sources, file, file.schema)
            for step in pointers.split(node["x-references"]):
                child_schema = (
                    node_there.get("items", {}) if step == "*" else node_there.get("properties", {}).get(step, {})
                )
                if not child_schema:
                    yield _undefined_name(
                        step, "x-references", pointers.join(pointer, "x-references"), node_there.get("properties", {})
                    )
                    break
                referenced_file, node_there = _resolved(sources, referenced_file, child_schema)


def reserved_name(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC159: Report a property or listed value with a reserved name."""
    for pointer, node in subschemas(file.schema):
        reserved = set(node.get("x-reserved", []))
        hint = "Readers of the past gave it another meaning; choose a new name."
        for name in node.get("properties", {}):
            if name in reserved:
                name_pointer = pointers.join(pointer, "properties", name)
                yield error("MC159", f"`{name}` is reserved", hint=hint, pointer=name_pointer, at_key=True)
        for index, branch in enumerate(node.get("oneOf", [])):
            if branch.get("const") in reserved:
                name_pointer = pointers.join(pointer, "oneOf", index)
                yield error("MC159", f"the value `{branch['const']}` is reserved", hint=hint, pointer=name_pointer)


def deprecation_is_complete(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report `x-deprecated` without the `deprecated: true` that it describes."""
    for pointer, node in subschemas(file.schema):
        if "x-deprecated" in node and node.get("deprecated") is not True:
            hint = 'Add "deprecated": true, which other tools read.'
            message = "`x-deprecated` stands without `deprecated`"
            yield error("MC158", message, hint=hint, pointer=pointers.join(pointer, "x-deprecated"))


def annotation_is_effective(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report an annotation where derived schemas ignore it, such as one of properties on a definition."""
    for pointer, node in subschemas(file.schema):
        on_property = pointer.rpartition("/")[0].endswith("/properties")
        for keyword in sorted(_PROPERTY_ANNOTATIONS.intersection(node)) if not on_property else ():
            hint = "Write it beside the `$ref` of each member that it is meant for."
            message = f"`{keyword}` says nothing here: it belongs to a member"
            yield error("MC158", message, hint=hint, pointer=pointers.join(pointer, keyword), at_key=True)
        if "x-ts-template" in node and pointer.count("/") != 2:
            message = "`x-ts-template` says nothing here: it belongs to a definition"
            hint = "Give the text a definition of its own, and refer to it."
            yield error("MC158", message, hint=hint, pointer=pointers.join(pointer, "x-ts-template"), at_key=True)


def copy_has_the_same_type(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report a copy with another type than its source."""
    for pointer, node in subschemas(file.schema):
        properties = node.get("properties", {})
        for name, subschema in properties.items():
            source = properties.get(subschema.get("x-client-copy-of"))
            if source is not None and any(source.get(keyword) != subschema.get(keyword) for keyword in _TYPE_KEYWORDS):
                copy_pointer = pointers.join(pointer, "properties", name, "x-client-copy-of")
                message = f"`{name}` is a copy of a member that has another type"
                yield error("MC158", message, hint="Write the same type, or the same `$ref`.", pointer=copy_pointer)


def copy_is_visible_to_clients(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC158: Report a copy that would show clients a server-side property."""
    for pointer, node in subschemas(file.schema):
        properties = node.get("properties", {})
        for name, subschema in properties.items():
            source = properties.get(subschema.get("x-client-copy-of"), {})
            if source.get("x-visibility") == "server":
                copy_pointer = pointers.join(pointer, "properties", name, "x-client-copy-of")
                message = f"`{name}` would show clients a member that only the server may see"
                yield error("MC158", message, hint="Copy another member, or take this one away.", pointer=copy_pointer)


RULES: tuple[Rule, ...] = (
    required_is_defined,
    copy_has_a_source,
    unique_key_is_defined,
    referenced_location_exists,
    reserved_name,
    deprecation_is_complete,
    annotation_is_effective,
    copy_has_the_same_type,
    copy_is_visible_to_clients,
)


def check_annotations(sources: Sources) -> list[Problem]:
    """Return the problems that the rules of this module find in all schema files."""
    return [
        problem
        for file in sources.files.values()
        for rule in RULES
        for problem in in_file(rule(sources, file), file.name)
    ]
