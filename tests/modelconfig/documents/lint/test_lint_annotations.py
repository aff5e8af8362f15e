"""The lint rules enforce the annotations of the schema that concern a whole document."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from modelconfig.diagnostics.problem import has_errors
from modelconfig.documents.lint.document_rules import check

ROOT = Path(__file__).resolve().parents[4]
SCHEMA = json.loads((ROOT / "generated" / "schema" / "model.json").read_text("utf-8"))
DOCUMENT = json.loads((ROOT / "models.json").read_text("utf-8"))


def annotated(keyword: str) -> list[tuple[str, str]]:
    found = [
        (definition, member)
        for definition, schema in SCHEMA["$defs"].items()
        for member, about in schema.get("properties", {}).items()
        if keyword in about
    ]
    assert found
    return found


def part(definition: str, document: dict[str, Any]) -> dict[str, Any]:
    """Return the part of a document that a definition describes."""
    parts: dict[str, dict[str, Any]] = {"ModelConfiguration": document, "DefaultModels": document["defaultModels"]}
    return parts[definition]


def test_the_unchanged_document_has_no_findings() -> None:
    assert not has_errors(check(DOCUMENT))


@pytest.mark.parametrize(("definition", "member"), annotated("x-unique"))
def test_duplicate_items_are_reported(definition: str, member: str) -> None:
    document = copy.deepcopy(DOCUMENT)
    items = part(definition, document)[member]
    items.append(copy.deepcopy(items[0]))
    assert [problem.pointer for problem in check(document) if problem.severity == "error"] == [
        f"/{member}/{len(items) - 1}/{key}" for key in SCHEMA["$defs"][definition]["properties"][member]["x-unique"]
    ]


@pytest.mark.parametrize(("definition", "member"), annotated("x-references"))
def test_unknown_references_are_reported(definition: str, member: str) -> None:
    document = copy.deepcopy(DOCUMENT)
    part(definition, document)[member] = "acme::v1::nowhere"
    assert [problem.pointer for problem in check(document) if problem.severity == "error"] == [
        f"/defaultModels/{member}"
    ]
