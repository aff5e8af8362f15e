"""Check that a schema uses only keywords of the dialect, each with a valid value.

A keyword that a generator would drop in silence is an error here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers
from modelconfig.schema.validator import validate

_UNSUPPORTED_KEYWORDS = frozenset(
    "$anchor $comment $dynamicAnchor $dynamicRef $vocabulary allOf contains contentEncoding contentMediaType "
    "contentSchema dependentRequired dependentSchemas else enum format if maxContains minContains multipleOf not "
    "patternProperties prefixItems propertyNames readOnly then unevaluatedItems unevaluatedProperties "
    "writeOnly definitions dependencies additionalItems".split()
)
_ALTERNATIVES = {
    "enum": "List the values as `oneOf` of `const`, each with a description.",
    "allOf": "Write the members out, or refer to one definition with `$ref`.",
    "definitions": "Use `$defs`.",
    "format": "Say the form with `pattern`, or in the description.",
    "nullable": 'Use `"type": [..., "null"]`.',
}


@cache
def metaschema() -> Schema:
    """Return the metaschema of the dialect."""
    schema: Schema = json.loads(Path(__file__).with_name("dialect.json").read_text(encoding="utf-8"))
    return schema


def _known_keywords() -> list[str]:
    definitions = metaschema()["$defs"]
    return sorted({*definitions["SchemaFile"]["properties"], *definitions["Subschema"]["properties"]})


def _keyword_problem(problem: Problem) -> Problem:
    """Reword the report of an unknown property as that of an unknown or an unsupported keyword."""
    keyword = pointers.split(problem.pointer)[-1]
    if keyword in _UNSUPPORTED_KEYWORDS:
        return replace(
            problem,
            code="MC151",
            message=f"`{keyword}` is JSON Schema, but not part of our dialect: no target would carry it",
            hint=_ALTERNATIVES.get(keyword, "Express it with the keywords that docs/architecture.md lists."),
        )
    keywords = _known_keywords()
    if keyword in keywords:
        hint = "codegen/schema/dialect.json says where it may stand."
        return replace(problem, code="MC150", message=f"`{keyword}` may not stand here", hint=hint)
    suggestion = nearest(keyword, keywords)
    hint = f"Did you mean `{suggestion}`?" if suggestion else ""
    return replace(
        problem,
        code="MC150",
        message=f"unknown keyword `{keyword}`",
        hint=hint
        or _ALTERNATIVES.get(keyword, "Our keywords start with `x-`; codegen/schema/dialect.json lists them."),
    )


def _header_problems(file: SchemaFile, version: str) -> list[Problem]:
    problems = []
    if file.schema.get("$id") != f"{file.module}.json":
        hint = f'Write "$id": "{file.module}.json".'
        problems.append(error("MC162", "`$id` is not the file's own name", hint=hint, pointer="/$id"))
    if file.schema.get("x-version") != version:
        hint = f"All files carry one contract version; another one says {version!r}."
        problems.append(error("MC162", "`x-version` differs between the schema files", hint=hint, pointer="/x-version"))
    return problems


def check_dialect(sources: Sources) -> list[Problem]:
    """Report every keyword that the dialect does not allow, by file, with pointers."""
    problems: list[Problem] = []
    for file in sources.files.values():
        problems_of_file = [
            _keyword_problem(problem) if problem.code == "MC103" else problem
            for problem in validate(file.schema, metaschema())
        ]
        if not problems_of_file:
            problems_of_file = _header_problems(file, sources.version)
        problems.extend(in_file(problems_of_file, file.name))
    return problems


def unknown_keywords(problems: Sequence[Problem]) -> set[tuple[str, str]] | None:
    """Return file and pointer of the schemas with unknown keywords, if nothing else is wrong.

    None means that a known keyword is misplaced or has an invalid value, so that no rule can run.
    """
    locations: set[tuple[str, str]] = set()
    for problem in problems:
        parent, _, keyword = problem.pointer.rpartition("/")
        if problem.code not in {"MC150", "MC151"} or keyword in _known_keywords():
            return None
        locations.add((problem.file, parent))
    return locations
