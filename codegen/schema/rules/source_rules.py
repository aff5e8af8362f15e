"""Rules on references, descriptions, bounds and unused definitions, and the list of all rules on schema files."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from codegen.schema.loader import LOCAL, SchemaFile, Sources
from codegen.schema.profiles import referenced_definitions
from codegen.schema.rules import annotation_rules, name_collisions, portable_patterns, recursion, schema_files
from codegen.schema.traversal import Schema, children
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers

Rule = Callable[[Sources, SchemaFile], Iterator[Problem]]
TargetRule = Callable[[Mapping[str, Schema], str], Iterable[Problem]]
"""Takes all schemas by module and the name of one; yields its problems."""

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
    references = [(pointers.join(pointer, "$ref"), node["$ref"]) for pointer, node in file.nodes if "$ref" in node]
    references += [(pointers.join("/x-roots", name), target) for name, target in file.schema.get("x-roots", {}).items()]
    for pointer, reference in references:
        if sources.target(file, reference) is None:
            valid_references = [
                (LOCAL if module == file.module else f"{module}.json{LOCAL}") + name
                for name, module in sources.definition_modules.items()
            ]
            suggestion = nearest(reference, valid_references)
            hint = f"Did you mean `{suggestion}`?" if suggestion else "Define it under `$defs`."
            yield error("MC153", f"`{reference}` is not defined", hint=hint, pointer=pointer)


def missing_description(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC154: Report a definition, property or listed value without a description."""
    hint = "Describe what it means, when to set it, and its unit: every target shows this text as documentation."
    for pointer, node in file.nodes:
        for tokens, child in children(node):
            listed = tokens[0] == "oneOf" and "const" in child and _is_definition(pointer)
            needed = tokens[0] in ("properties", "$defs") or listed
            if needed and not child.get("description", "").strip():
                message = f"`{child.get('const', tokens[-1])}` has no description"
                child_pointer = pointers.join(pointer, *tokens)
                yield error("MC154", message, hint=hint, pointer=child_pointer, at_key="const" not in child)


def _is_definition(pointer: str) -> bool:
    return pointer.startswith("/$defs/") and pointer.count("/") == 2


def unportable_pattern(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC155: Report a pattern that Python, ECMAScript and RE2 interpret differently."""
    hint = "Use only character classes, groups and counted repeats, anchored with ^ and $."
    for pointer, node in file.nodes:
        for reason in portable_patterns.pattern_problems(node["pattern"]) if "pattern" in node else ():
            message = f"the pattern is not portable: {reason}"
            yield error("MC155", message, hint=hint, pointer=pointers.join(pointer, "pattern"))


def unbounded_integer(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC157: Report an integer that may exceed what every language can represent exactly."""
    for pointer, node in file.nodes:
        types = node.get("type", ())
        low = node.get("minimum", node.get("exclusiveMinimum"))
        high = node.get("maximum", node.get("exclusiveMaximum"))
        if "integer" in ([types] if isinstance(types, str) else types) and (
            low is None or high is None or low < -_MAX_SAFE_INTEGER or high > _MAX_SAFE_INTEGER
        ):
            hint = "Add the bounds: every language represents integers in this range exactly."
            message = "integer needs `minimum` and `maximum` within ±(2^53-1)"
            yield error("MC157", message, hint=hint, pointer=pointer)


def empty_range(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC167: Report a lower bound above the upper bound: no value would be valid."""
    for pointer, node in file.nodes:
        for low, high in _BOUNDS:
            if low in node and high in node and node[low] > node[high]:
                message = f"`{low}` is greater than `{high}`, so no value is valid"
                yield error("MC167", message, hint="Correct the bounds.", pointer=pointers.join(pointer, low))


def undecided_object(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC164: Report an object without `additionalProperties`: it must be explicit about unknown properties."""
    for pointer, node in file.nodes:
        if "properties" in node and "additionalProperties" not in node:
            hint = 'Add "additionalProperties": false; the consumer profile accepts unknown properties nevertheless.'
            yield error("MC164", "the object has no `additionalProperties`", hint=hint, pointer=pointer)


def unused_definition(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC163: Report a definition that no root of any file references, directly or not."""
    roots = [{"$ref": reference} for other in sources.files.values() for reference in other.roots.values()]
    used = referenced_definitions({"anyOf": roots}, sources.definitions)
    for name in file.definitions:
        if name not in used:
            hint = "Remove it, or add it to `x-roots`."
            pointer = pointers.join("/$defs", name)
            yield error("MC163", f"the definition `{name}` is not used", hint=hint, pointer=pointer, at_key=True)


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
    *annotation_rules.RULES,
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
        findings += [problem for target_rule in target_rules for problem in target_rule(schemas, module)]
        problems += in_file(findings, file.name)
    return problems
