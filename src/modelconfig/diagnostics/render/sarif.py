"""SARIF 2.1.0, which code scanners import."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.codes import explanation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return one SARIF log with one run, its rules described by the explanations."""
    codes = sorted({found.code for found in problems})
    places = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "modelconfig", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, places[found.code]) for found in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    known = explanation(code)
    if known is None:
        return {"id": code}
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in known.name.split("-")),
        "shortDescription": {"text": known.name.replace("-", " ")},
        "fullDescription": {"text": known.summary},
        "help": {"text": known.text, "markdown": known.text},
        "defaultConfiguration": {"level": known.severity.value},
    }


def _result(found: Problem, index: int) -> dict[str, Any]:
    text = found.message + (f". {found.hint}" if found.hint else "")
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": found.severity.value,
        "message": {"text": text},
    }
    location: dict[str, Any] = {}
    if found.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(found.file)}}
        if found.line is not None:
            region = {"startLine": found.line}
            if found.column is not None:
                region["startColumn"] = found.column
            location["physicalLocation"]["region"] = region
    if found.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": found.pointer}]
    if location:
        result["locations"] = [location]
    return result


def _uri(file: str) -> str:
    """Return the file as a URI: absolute for an absolute path, else relative to where the run began."""
    import os
    from pathlib import Path
    from urllib.parse import quote

    if Path(file).is_absolute():
        return Path(file).as_uri()
    # A colon in the first segment would be read as a scheme.
    return quote(os.fsencode(file.replace(os.sep, "/")), safe="/!$&'()*+,;=@~-._")
