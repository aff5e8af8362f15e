"""Problems as SARIF 2.1.0, which code scanners import."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.codes import CODES

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Location, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return one SARIF log with one run; its rules are those of the table of codes that occur."""
    codes = sorted({problem.code for problem in problems})
    rule_indexes = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "modelconfig", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rule_indexes[problem.code]) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str) -> dict[str, Any]:
    code = CODES.get(name)
    if code is None:
        return {"id": name}
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in code.slug.split("-")),
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.summary},
        "help": {"text": code.text, "markdown": code.text},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    text = problem.message + (f". {problem.hint}" if problem.hint else "")
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": text},
    }
    location = _location(problem)
    if location:
        result["locations"] = [location]
    if problem.related:
        result["relatedLocations"] = [
            {"id": number, **_location(related), "message": {"text": related.description}}
            for number, related in enumerate(problem.related, start=1)
        ]
    return result


def _location(location: Location) -> dict[str, Any]:
    result: dict[str, Any] = {}
    if location.file:
        result["physicalLocation"] = {"artifactLocation": {"uri": _uri(location.file)}}
        if location.line is not None:
            region = {"startLine": location.line}
            if location.column is not None:
                region["startColumn"] = location.column
            result["physicalLocation"]["region"] = region
    if location.pointer:
        result["logicalLocations"] = [{"fullyQualifiedName": location.pointer}]
    return result


def _uri(file: str) -> str:
    """Return the file as a URI: absolute for an absolute path, else relative to the current folder."""
    import os
    from pathlib import Path
    from urllib.parse import quote

    if Path(file).is_absolute():
        return Path(file).as_uri()
    # A colon in the first segment would be read as a scheme.
    return quote(os.fsencode(file.replace(os.sep, "/")), safe="/!$&'()*+,;=@~-._")
