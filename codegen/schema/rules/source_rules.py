"""Rules on references, descriptions, names, bounds and unused definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from codegen.schema.loader import LOCAL, SchemaFile, Sources
from codegen.schema.rules import name_collisions, portable_patterns, recursion, schema_files
from codegen.schema.traversal import Schema, subschemas
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers

Rule = Callable[[Sources, SchemaFile], Iterator[Problem]]
TargetRule = Callable[[Mapping[str, Schema], str], Iterable[tuple[str, str, str, tuple[str | int, ...]]]]
"""Takes all schemas by module and the name of one; yields code, message, hint and location of its problems."""

_MAX_SAFE_INTEGER = 2**53 - 1
_BOUNDS = (
    ("minimum", "maximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)


def dangling_reference(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC153: Report a `$ref` that names no definition."""
    valid_references = [
        (LOCAL if module == file.module else f"{module}.json{LOCAL}") + name
        for name, module in sorted(sources.definition_modules.items())
    ]
    references = [
        (pointers.join(pointer, "$ref"), node["$ref"]) for pointer, node in subschemas(file.schema) if "$ref" in node
    ]
    references += [(pointers.join("/x-roots", name), target) for name, target in file.schema.get("x-roots", {}).items()]
    for pointer, reference in references:
        if sources.target(file, reference) is None:
            suggestion = nearest(reference, valid_references)
            hint = f"Did you mean `{suggestion}`?" if suggestion else "Define it under `$defs`."
            yield error("MC153", f"`{reference}` names no definition", hint=hint, pointer=pointer)


def missing_description(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC154: Report a definition, property or listed value without a description."""
    for pointer, node in subschemas(file.schema):
        described = [(("properties", name), child) for name, child in node.get("properties", {}).items()]
        described += [(("$defs", name), child) for name, child in node.get("$defs", {}).items()]
        if pointer.count("/") == 2 and pointer.startswith("/$defs/"):
            branches = enumerate(node.get("oneOf", []))
            described += [(("oneOf", index), branch) for index, branch in branches if "const" in branch]
        for tokens, child in described:
            if not child.get("description", "").strip():
                hint = "Say what it means, when to set it, in what unit: it becomes the documentation of every target."
                name = child.get("const", tokens[-1])
                child_pointer = pointers.join(pointer, *tokens)
                yield error(
                    "MC154",
                    f"`{name}` has no description",
                    hint=hint,
                    pointer=child_pointer,
                    at_key="const" not in child,
                )


def unportable_pattern(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC155: Report a pattern that Python, ECMAScript and RE2 interpret differently."""
    for pointer, node in subschemas(file.schema):
        if "pattern" in node:
            for pattern_problem in portable_patterns.pattern_problems(node["pattern"]):
                hint = "Keep to classes, groups and counted repeats, anchored with ^ and $."
                pattern_pointer = pointers.join(pointer, "pattern")
                yield error(
                    "MC155", f"the pattern is not portable: {pattern_problem}", hint=hint, pointer=pattern_pointer
                )


def unbounded_integer(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC157: Report an integer that may exceed what every language can represent exactly."""
    for pointer, node in subschemas(file.schema):
        kinds = node.get("type", ())
        if "integer" not in ([kinds] if isinstance(kinds, str) else kinds):
            continue
        low = node.get("minimum", node.get("exclusiveMinimum"))
        high = node.get("maximum", node.get("exclusiveMaximum"))
        if low is None or high is None or low < -_MAX_SAFE_INTEGER or high > _MAX_SAFE_INTEGER:
            hint = f"Give `minimum` and `maximum` within ±{_MAX_SAFE_INTEGER}."
            yield error("MC157", "an integer without bounds that every language can hold", hint=hint, pointer=pointer)


def empty_range(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC167: Report a lower bound above the upper bound: no value would be valid."""
    for pointer, node in subschemas(file.schema):
        for low, high in _BOUNDS:
            if low in node and high in node and node[low] > node[high]:
                message = f"`{low}` is above `{high}`, so no value fits"
                yield error("MC167", message, hint="Exchange or correct them.", pointer=pointers.join(pointer, low))


def undecided_object(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC164: Report an object without `additionalProperties`: it must be explicit about unknown properties."""
    for pointer, node in subschemas(file.schema):
        if "properties" in node and "additionalProperties" not in node:
            hint = 'Add "additionalProperties": false; readers stay tolerant all the same.'
            yield error("MC164", "the object does not say whether it is closed", hint=hint, pointer=pointer)


def unused_definition(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC163: Report a definition that no root of any file references, directly or not."""
    used = reachable_definitions(sources)
    for name in file.definitions:
        if name not in used:
            definition_pointer = pointers.join("/$defs", name)
            message = f"nothing refers to `{name}`"
            yield error(
                "MC163", message, hint="Remove it, or name it in `x-roots`.", pointer=definition_pointer, at_key=True
            )


def reachable_definitions(sources: Sources) -> set[str]:
    """Return the names of all definitions that some root references, directly or not."""
    pending: list[tuple[str, str]] = []
    for file in sources.files.values():
        roots = [file.schema.get("$ref", ""), *file.schema.get("x-roots", {}).values()]
        pending += [target for root in roots if (target := sources.target(file, root))]
    names: set[str] = set()
    while pending:
        module, name = pending.pop()
        if name not in names:
            names.add(name)
            file = sources.files[module]
            nodes: Iterator[tuple[str, Schema]] = subschemas(file.definitions[name])
            pending += [
                target for _, node in nodes if "$ref" in node and (target := sources.target(file, node["$ref"]))
            ]
    return names


RULES: tuple[Rule, ...] = (
    dangling_reference,
    missing_description,
    unportable_pattern,
    unbounded_integer,
    empty_range,
    undecided_object,
    unused_definition,
    *schema_files.RULES,
    *recursion.RULES,
)


def check_sources(
    sources: Sources, reserved: name_collisions.ReservedNames, target_rules: Iterable[TargetRule]
) -> list[Problem]:
    """Return the problems that these rules, those on names and those of targets find in all schema files."""
    schemas = {module: file.schema for module, file in sources.files.items()}
    problems: list[Problem] = []
    for module, file in sources.files.items():
        findings = [problem for rule in RULES for problem in rule(sources, file)]
        findings += [problem for rule in name_collisions.RULES for problem in rule(sources, file, reserved)]
        findings += [
            error(code, message, hint=hint, pointer=pointers.of(location))
            for rule in target_rules
            for code, message, hint, location in rule(schemas, module)
        ]
        problems += in_file(findings, file.name)
    return problems
