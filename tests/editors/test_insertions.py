"""Every completion of a property in both services: what is inserted is valid, or a value is still to be written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker
from tests.editors.editor_cases import CURSOR
from tests.editors.test_positions import yaml_value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.editors.conftest import Ask


def objects(schema: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the definitions that are objects."""
    for name, node in schema["$defs"].items():
        if "properties" in node:
            yield name


def rooted(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the schema of one definition. It has no description: only the definition's is shown."""
    rest = {keyword: value for keyword, value in schema.items() if keyword not in ("title", "description")}
    return {**rest, "$id": f"urn:test:{name}", "$ref": f"#/$defs/{name}"}


@pytest.mark.parametrize("document", ["model", "site", "completions", "catalog", "catalog-provider"])
def test_each_completion_of_a_property_is_valid_or_to_be_written(ask: Ask, document: str, tmp_path: Path) -> None:
    editor, strict = embedded(f"{document}.editor"), embedded(document)
    schemas = {name: rooted(editor, name) for name in objects(editor)}
    documents: list[dict[str, Any]] = []
    for name, schema in schemas.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(schema), "utf-8")
        comment = f"# yaml-language-server: $schema=./{name}.json\n"
        for language, text, offset in (("jsonc", "{}", 1), ("yaml", comment, len(comment))):
            place = {"file": str(tmp_path / f"{name}.{language}"), "language": language, "schema": name}
            documents.append({**place, "text": text, "offset": offset})
    for question, answer in zip(documents, ask(documents, schemas), strict=True):
        assert answer["completions"] or not editor["$defs"][question["schema"]]["properties"]
        checker = Checker({**strict, "$ref": f"#/$defs/{question['schema'].partition('.')[0]}"})
        for item in answer["completions"]:
            value = parsed(item["applied"], question["language"])
            assert isinstance(value, dict), item
            if CURSOR not in item["applied"] and not item["applied"].rstrip().endswith(":"):
                problems = checker.problems(value)
                # The other required properties are completed next.
                assert [problem for problem in problems if problem.code != "MC102"] == [], item


def parsed(text: str, language: str) -> Any:
    """Return the value of a text; where a value is to be written, it is a string, or the container is empty."""
    if language == "yaml":
        return yaml_value(text)
    for before, after in ((f": {CURSOR}", ': ""'), (f"{{{CURSOR}}}", "{}"), (f"[{CURSOR}]", "[]")):
        text = text.replace(before, after)
    return json.loads(text)
