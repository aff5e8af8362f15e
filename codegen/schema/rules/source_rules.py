"""Rules on references, descriptions, bounds and unused definitions, and the list of all rules on schema files."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from codegen.schema.bounds import RANGE, lower_bound, upper_bound
from codegen.schema.loader import LOCAL, SchemaFile, Sources
from codegen.schema.profiles import referenced_definitions
from codegen.schema.rules import (
    annotation_rules,
    empty_ranges,
    forms,
    mapping_rules,
    portable_patterns,
    recursion,
    schema_files,
    template_rules,
    valid_names,
)
from codegen.schema.traversal import children, split_null
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers

Rule = Callable[[Sources, SchemaFile], Iterator[Problem]]

_MAX_SAFE_INTEGER = 2**53 - 1
_BIDIRECTIONAL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The characters with the Unicode property Bidi_Control."""


def dangling_reference(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC153: Report a `$ref` that names no definition."""
    references = [(pointers.join(pointer, "$ref"), node["$ref"]) for pointer, node in file.nodes if "$ref" in node]
    references += [
        (pointers.join(pointer, "x-maps-to"), node["x-maps-to"]) for pointer, node in file.nodes if "x-maps-to" in node
    ]
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


def bidirectional_control(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC175: Report a bidirectional control character in a name or text: it changes how code is displayed."""
    pending: list[tuple[str, Any]] = [("", file.schema)]
    while pending:
        pointer, value = pending.pop()
        texts = [(pointer, value, False)] if isinstance(value, str) else []
        if isinstance(value, dict):
            texts = [(pointers.join(pointer, name), name, True) for name in value]
            pending += [(pointers.join(pointer, name), child) for name, child in value.items()]
        elif isinstance(value, list):
            pending += [(pointers.join(pointer, index), child) for index, child in enumerate(value)]
        for text_pointer, text, at_key in texts:
            for character in sorted(set(_BIDIRECTIONAL.findall(text))):
                message = f"bidirectional control character U+{ord(character):04X}"
                hint = "Remove it: it is invisible, and changes the order in which the text is displayed."
                yield error("MC175", message, hint=hint, pointer=text_pointer, at_key=at_key)


def unbounded_integer(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC157: Report an integer that may exceed what every language can represent exactly."""
    hint = f"Add both bounds, at most {_MAX_SAFE_INTEGER}: every language represents integers in this range exactly."
    for pointer, node in file.nodes:
        bare = node if "anyOf" in node else split_null(node)[1]
        if bare.get("type") != "integer":
            continue
        limits = {
            ("minimum", "exclusiveMinimum"): lower_bound(bare)[0],
            ("maximum", "exclusiveMaximum"): upper_bound(bare)[0],
        }
        wrong = [keywords for keywords, limit in limits.items() if abs(limit) > _MAX_SAFE_INTEGER]
        # A bound that is missing has no location.
        locations = [tuple(keyword for keyword in keywords if keyword in bare)[:1] for keywords in wrong]
        for tokens in dict.fromkeys(locations):
            message = "integer needs `minimum` and `maximum` within ±(2^53-1)"
            yield error("MC157", message, hint=hint, pointer=pointers.join(pointer, *tokens))


def fractional_bound(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC157: Report a bound of an integer that is not an integer, which programs round differently."""
    for pointer, node in file.nodes:
        if "anyOf" in node or split_null(node)[1].get("type") != "integer":
            continue
        for keyword in RANGE:
            if keyword in node and not float(node[keyword]).is_integer():
                # An excluded bound is rounded to the side that keeps the same integers valid.
                is_rounded_up = keyword in ("minimum", "exclusiveMaximum")
                bound = math.ceil(node[keyword]) if is_rounded_up else math.floor(node[keyword])
                message, hint = f"`{keyword}` of an integer must be an integer", f'Write "{keyword}": {bound}.'
                yield error("MC157", message, hint=hint, pointer=pointers.join(pointer, keyword))


def missing_additional_properties(_: Sources, file: SchemaFile) -> Iterator[Problem]:
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
    bidirectional_control,
    unbounded_integer,
    fractional_bound,
    missing_additional_properties,
    unused_definition,
    *portable_patterns.RULES,
    *template_rules.RULES,
    *empty_ranges.RULES,
    *forms.RULES,
    *schema_files.RULES,
    *recursion.RULES,
    *mapping_rules.RULES,
    *annotation_rules.RULES,
    *valid_names.RULES,
)


def check_sources(sources: Sources) -> list[Problem]:
    """Return the problems that these rules find in all schema files."""
    return [
        problem
        for file in sources.files.values()
        for problem in in_file([problem for rule in RULES for problem in rule(sources, file)], file.name)
    ]
