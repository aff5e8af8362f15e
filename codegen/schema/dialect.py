"""Check that a schema uses only keywords of the dialect, each with a valid value.

A keyword that a generator would ignore is an error here.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from codegen.schema.loader import CLIENT_ROOT, SchemaFile, Sources
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.phrases import listing
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers
from modelconfig.schema.validator import Checker

_DEFINITIONS = "Use `$defs`, and refer to a definition with `$ref`."
_LIST_PROPERTIES = "Write the properties out, or refer to one definition with `$ref`."
_DESCRIBE = "State it in `description`; a rule on documents can check it."
_MAP = "Write a map: `additionalProperties` with the schema of the values."
_UNION = "Define a tagged union: `oneOf` with a `$ref` for each variant."
_VISIBILITY = 'Write "x-visibility": "server" for what clients must not see, or state it in `description`.'
_UNSUPPORTED_KEYWORDS: Mapping[str, str] = {
    "$anchor": _DEFINITIONS,
    "$comment": "Write `description`.",
    "$dynamicAnchor": _DEFINITIONS,
    "$dynamicRef": _DEFINITIONS,
    "$vocabulary": "Remove it.",
    "additionalItems": "Write `items` with the schema of all items.",
    "allOf": _LIST_PROPERTIES,
    "contains": _DESCRIBE,
    "contentEncoding": "State the encoding in `description`.",
    "contentMediaType": "State the media type in `description`.",
    "contentSchema": _DESCRIBE,
    "definitions": "Use `$defs`.",
    "dependencies": _DESCRIBE,
    "dependentRequired": _DESCRIBE,
    "dependentSchemas": _UNION,
    "else": _UNION,
    "enum": "List the values as `oneOf` of `const`, each with a description.",
    "format": "Use `pattern`, or state the format in `description`.",
    "if": _UNION,
    "maxContains": _DESCRIBE,
    "minContains": _DESCRIBE,
    "multipleOf": 'Use "type": "integer" with a unit in which all values are whole numbers.',
    "not": "Use `pattern`, bounds or listed values that describe the valid values.",
    "patternProperties": _MAP,
    "prefixItems": "Define an object with a property for each item, or write `items` with the schema of all items.",
    "propertyNames": _MAP,
    "readOnly": _VISIBILITY,
    "then": _UNION,
    "unevaluatedItems": "Remove it: `items` describes every item.",
    "unevaluatedProperties": 'Write "additionalProperties": false.',
    "writeOnly": _VISIBILITY,
}
"""The keywords of JSON Schema that the dialect does not have, and what to write instead."""
_FROM_OTHER_LANGUAGES = {"nullable": 'Write "type": ["string", "null"], or the list with another type.'}


@cache
def metaschema() -> Schema:
    """Return the metaschema of the dialect."""
    schema: Schema = json.loads(Path(__file__).with_name("dialect.json").read_text(encoding="utf-8"))
    return schema


@cache
def _known_keywords(definition: str) -> frozenset[str]:
    """Return the keywords of a file, or those of a subschema."""
    return frozenset(metaschema()["$defs"][definition]["properties"])


def _keyword_problem(problem: Problem) -> Problem:
    """Reword the report of an unknown property as that of an unknown, unsupported or misplaced keyword."""
    keyword = pointers.split(problem.pointer)[-1]
    file_keywords, keywords = _known_keywords("SchemaFile"), _known_keywords("Subschema")
    code, message = "MC150", f"unknown keyword `{keyword}`"
    hint = f"Remove it; annotations are {listing(sorted(name for name in keywords if name.startswith('x-')))}."
    if keyword in _UNSUPPORTED_KEYWORDS:
        code, message = "MC151", f"`{keyword}` is a JSON Schema keyword that the dialect does not support"
        hint = _UNSUPPORTED_KEYWORDS[keyword]
    elif keyword in file_keywords | keywords:
        message = f"`{keyword}` is not allowed here"
        hint = f"Write it {'at the top of the file' if keyword in file_keywords else 'in a definition in `$defs`'}."
    elif keyword in _FROM_OTHER_LANGUAGES:
        hint = _FROM_OTHER_LANGUAGES[keyword]
    elif suggestion := nearest(keyword, file_keywords | keywords):
        hint = f"Did you mean `{suggestion}`?"
    return replace(problem, code=code, message=message, hint=hint)


def _with_hint(problem: Problem) -> Problem:
    """Return the problem of a keyword's value with a hint that says what to write."""
    definitions = metaschema()["$defs"]
    known = definitions["SchemaFile"]["properties"] | definitions["Subschema"]["properties"]
    hint, is_name = "", False
    for token in pointers.split(problem.pointer):
        if is_name:
            hint, is_name = 'Write a schema, such as { "type": "string", "description": "…" }.', False
        elif token in known:
            hint, is_name = known[token].get("description", ""), token in ("properties", "$defs")
    return replace(problem, hint=problem.hint or hint)


def _header_problems(file: SchemaFile, version: str) -> list[Problem]:
    """Return what is wrong with the identifier and the version of a file."""
    problems = []
    if file.schema["$id"] != f"{file.module}.json":
        hint = f'Write "$id": "{file.module}.json".'
        problems.append(error("MC162", "`$id` is not the file's name", hint=hint, pointer="/$id"))
    if file.schema.get("x-version", version) != version:
        hint = f"Use one contract version in all files; another file has {version!r}."
        problems.append(error("MC162", "`x-version` differs between the schema files", hint=hint, pointer="/x-version"))
    return problems


def check_dialect(sources: Sources) -> list[Problem]:
    """Report every keyword that the dialect does not allow, by file, with pointers."""
    checker = Checker(metaschema())
    problems: list[Problem] = []
    for file in sources.files.values():
        default = {} if file.module == CLIENT_ROOT else {"x-version": sources.version}
        problems_of_file = [
            _keyword_problem(problem) if problem.code == "MC103" else _with_hint(problem)
            # The version of one file is that of all.
            for problem in checker.problems({**default, **file.schema})
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
        if problem.code not in {"MC150", "MC151"} or keyword in _known_keywords("SchemaFile") | _known_keywords(
            "Subschema"
        ):
            return None
        locations.add((problem.file, parent))
    return locations
