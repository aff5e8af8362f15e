"""Check that a schema uses only keywords of the dialect, each with a valid value.

A keyword that a generator would ignore is an error here.
"""

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
from modelconfig.schema.validator import Checker

_UNSUPPORTED_KEYWORDS = frozenset(
    "$anchor $comment $dynamicAnchor $dynamicRef $vocabulary allOf contains contentEncoding contentMediaType "
    "contentSchema dependentRequired dependentSchemas else enum format if maxContains minContains multipleOf not "
    "patternProperties prefixItems propertyNames readOnly then unevaluatedItems unevaluatedProperties "
    "writeOnly definitions dependencies additionalItems".split()
)
_ALTERNATIVES = {
    "enum": "List the values as `oneOf` of `const`, each with a description.",
    "allOf": "Write the properties out, or refer to one definition with `$ref`.",
    "definitions": "Use `$defs`.",
    "format": "Use `pattern`, or describe the format in the description.",
    "nullable": 'Use `"type": [..., "null"]`.',
}


@cache
def metaschema() -> Schema:
    """Return the metaschema of the dialect."""
    schema: Schema = json.loads(Path(__file__).with_name("dialect.json").read_text(encoding="utf-8"))
    return schema


@cache
def _known_keywords() -> frozenset[str]:
    definitions = metaschema()["$defs"]
    return frozenset({*definitions["SchemaFile"]["properties"], *definitions["Subschema"]["properties"]})


def _keyword_problem(problem: Problem) -> Problem:
    """Reword the report of an unknown property as that of an unknown, unsupported or misplaced keyword."""
    keyword = pointers.split(problem.pointer)[-1]
    code, message = "MC150", f"unknown keyword `{keyword}`"
    hint = "Use a keyword that codegen/schema/dialect.json lists; annotations start with `x-`."
    if keyword in _UNSUPPORTED_KEYWORDS:
        code, message = "MC151", f"`{keyword}` is a JSON Schema keyword that the dialect does not support"
        hint = "Use the keywords that docs/architecture.md lists."
    elif keyword in _known_keywords():
        message = f"`{keyword}` is not allowed here"
        hint = "codegen/schema/dialect.json lists the allowed locations."
    elif suggestion := nearest(keyword, _known_keywords()):
        hint = f"Did you mean `{suggestion}`?"
    return replace(problem, code=code, message=message, hint=_ALTERNATIVES.get(keyword, hint))


def _header_problems(file: SchemaFile, version: str) -> list[Problem]:
    """Return what is wrong with the identifier and the version of a file."""
    problems = []
    if file.schema["$id"] != f"{file.module}.json":
        hint = f'Write "$id": "{file.module}.json".'
        problems.append(error("MC162", "`$id` is not the file's name", hint=hint, pointer="/$id"))
    if file.schema["x-version"] != version:
        hint = f"Use one contract version in all files; another file has {version!r}."
        problems.append(error("MC162", "`x-version` differs between the schema files", hint=hint, pointer="/x-version"))
    return problems


def check_dialect(sources: Sources) -> list[Problem]:
    """Report every keyword that the dialect does not allow, by file, with pointers."""
    checker = Checker(metaschema())
    problems: list[Problem] = []
    for file in sources.files.values():
        problems_of_file = [
            _keyword_problem(problem) if problem.code == "MC103" else problem
            for problem in checker.problems(file.schema)
        ]
        problems += in_file(problems_of_file or _header_problems(file, sources.version), file.name)
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
