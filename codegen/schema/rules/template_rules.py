"""Rule MC177: `x-ts-template` is a template-literal type of which every valid string is."""

import re
from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.pattern_language import PLACEHOLDER, matches_template, outside_template
from codegen.schema.rules.portable_patterns import pattern_problems
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

_PLACEHOLDERS = re.compile(r"\$\{[^}]*\}?")
_MARKS = re.compile(r"[$\\`{}]")


def wrong_template(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC177: Report a template that TypeScript reads differently, or that excludes a valid string."""
    for pointer, node in file.nodes:
        if "x-ts-template" in node:
            template_pointer = pointers.join(pointer, "x-ts-template")
            problems = list(_syntax_problems(node["x-ts-template"], template_pointer))
            yield from problems or _excluded_strings(node, template_pointer)


def _syntax_problems(template: str, pointer: str) -> Iterator[Problem]:
    hint = f"Write `{PLACEHOLDER}` for any string, and other text as it is."
    for placeholder in _PLACEHOLDERS.findall(template):
        if placeholder != PLACEHOLDER:
            yield error("MC177", f"`{placeholder}` is not a valid placeholder", hint=hint, pointer=pointer)
    for mark in sorted(set(_MARKS.findall(_PLACEHOLDERS.sub("", template)))):
        yield error("MC177", f"`{mark}` is only allowed in a placeholder", hint=hint, pointer=pointer)


def _excluded_strings(node: Schema, pointer: str) -> Iterator[Problem]:
    """Report documented values and strings of the pattern that are not of the template-literal type."""
    template, pattern = node["x-ts-template"], node.get("pattern")
    documented = [*node.get("examples", ()), node.get("default")]
    for value in documented:
        if isinstance(value, str) and not matches_template(template, value):
            hint = "Correct the template or the value."
            yield error("MC177", f"the documented value {quote(value)} does not match it", hint=hint, pointer=pointer)
    if pattern is None and template.replace(PLACEHOLDER, ""):
        hint = "Add a `pattern` that only strings of this form match."
        yield error("MC177", "without `pattern`, strings that do not match it are valid", hint=hint, pointer=pointer)
    elif pattern is not None and not pattern_problems(pattern):
        excluded = outside_template(pattern, template)
        if excluded is not None:
            hint = "Correct the template, or the pattern."
            yield error(
                "MC177", f"{quote(excluded)} matches `pattern` but not the template", hint=hint, pointer=pointer
            )


RULES = (wrong_template,)
