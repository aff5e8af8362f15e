"""Problems as SARIF 2.1.0.

Code scanners import this format.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.codes import explanation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return one SARIF log with one run; its rules are described by the pages of the codes."""
    codes = sorted({problem.code for problem in problems})
    rule_indexes = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "modelconfig", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rule_indexes[problem.code]) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    page = explanation(code)
    if page is None:
        return {"id": code}
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": page.name.replace("-", " ")},
        "fullDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": page.severity.value},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    text = problem.message + (f". {problem.hint}" if problem.hint else "")
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": text},
    }
    location: dict[str, Any] = {}
    if problem.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(problem.file)}}
        if problem.line is not None:
            region = {"startLine": problem.line}
            if problem.column is not None:
                region["startColumn"] = problem.column
            location["physicalLocation"]["region"] = region
    if problem.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.pointer}]
    if location:
        result["locations"] = [location]
    return result


def _uri(file: str) -> str:
    """Return the file as a URI: absolute for an absolute path, else relative to the working directory."""
    import os
    from pathlib import Path
    from urllib.parse import quote

    if Path(file).is_absolute():
        return Path(file).as_uri()
    # A colon in the first segment would be read as a scheme.
    return quote(os.fsencode(file.replace(os.sep, "/")), safe="/!$&'()*+,;=@~-._")
