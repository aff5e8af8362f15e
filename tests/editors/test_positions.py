"""What VS Code and the YAML language server show at the cursor of each case: problems, completions, hover."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from codegen.catalog.yaml.yaml_reader import read_yaml
from modelconfig.documents.known_values import ANNOTATION, with_known_values
from modelconfig.documents.loader import load_document
from modelconfig.jsontext.comments import strip_comments
from modelconfig.schema.validator import validate
from tests.codegen.conformance.kit import schema
from tests.editors.editor_cases import CASES, EditorCase, described, read_case

if TYPE_CHECKING:
    from tests.editors.conftest import Ask

READ = [read_case(file) for file in sorted(CASES.iterdir())]


@pytest.fixture(scope="session")
def shown(ask: Ask) -> dict[str, dict[str, Any]]:
    """Return what editors show for each case, by its name."""
    return {case.name: answer for case, answer in zip(READ, ask([case.question for case in READ]), strict=True)}


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_problems_completions_and_hover(case: EditorCase, shown: dict[str, dict[str, Any]]) -> None:
    answer, expected = shown[case.name], case.expected
    assert [(problem["text"], problem["message"]) for problem in answer["problems"]] == expected["problem"]
    offered = {item["label"]: item for item in answer["completions"]}
    for labels, _ in expected["only"]:
        assert list(offered) == labels.split()
    assert not offered.keys() & {label for label, _ in expected["omits"]}
    for label, reference in expected["offers"]:
        assert label in offered, list(offered)
        assert not reference or offered[label]["documentation"] == described(reference)
    for label, text in expected["writes"]:
        assert text in offered[label]["applied"]
    known = [json.dumps(value) for location, _ in expected["knows"] for value in known_values_at(location)]
    for label in [*known, *(label for label, _ in expected["inserts"])]:
        assert problems_of(case, offered[label]["applied"]) == []
    for reference, _ in expected["hover"]:
        assert described(reference) in plain(answer["hover"])


def known_values_at(location: str) -> list[str]:
    values: list[str] = with_known_values({ANNOTATION: location}, load_document())["examples"]
    assert values
    return values


def plain(markdown: str) -> str:
    """Return the text of Markdown: a backslash before a character, or before a line end, is removed."""
    return re.sub(r"\\(.)", r"\1", markdown)


def problems_of(case: EditorCase, text: str) -> list[str]:
    """Return the problems of a document in the strict schema."""
    document = json.loads(strip_comments(text)) if case.language == "jsonc" else yaml_value(text)
    return [problem.message for problem in validate(document, schema(case.schema, "producer"))]


def yaml_value(text: str) -> Any:
    document, problems = read_yaml(text)
    assert document is not None, problems
    return document.value


def test_there_are_twenty_positions_in_both_languages() -> None:
    assert len(READ) >= 20
    assert {case.language for case in READ} == {"jsonc", "yaml"}
