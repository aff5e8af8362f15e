"""The settings for VS Code in this repository: which files have which schema, and that these have no problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.editors.conftest import SETTINGS
from tests.editors.editor_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.editors.conftest import Ask

PATTERNS = {
    **{entry["url"]: entry["fileMatch"] for entry in SETTINGS["json.schemas"]},
    **{url: [pattern] for url, pattern in SETTINGS["yaml.schemas"].items()},
}
SCHEMAS = {
    file: ROOT / url
    for url, patterns in PATTERNS.items()
    for pattern in patterns
    for file in sorted(ROOT.glob(pattern.removeprefix("/")))
}


def question(file: Path, schema: Path) -> dict[str, Any]:
    language = "yaml" if file.suffix == ".yaml" else "jsonc"
    names = {"file": str(file), "language": language, "schema": schema.name.removesuffix(".editor.json")}
    return {**names, "text": file.read_text("utf-8"), "offset": 0}


def test_each_file_that_people_read_has_a_schema() -> None:
    edited = {*ROOT.glob("catalog/**/*.yaml"), *ROOT.glob("docs/examples/site/*")}
    files = {*edited, ROOT / "models.json", ROOT / "catalog" / "published.json"}
    assert set(SCHEMAS) == files
    assert [schema for schema in SCHEMAS.values() if not schema.is_file()] == []


@pytest.mark.parametrize("file", sorted(ROOT.glob("catalog/**/*.yaml")), ids=lambda file: file.name)
def test_the_comment_at_the_top_names_the_same_schema(file: Path) -> None:
    first, _, _ = file.read_text("utf-8").partition("\n")
    reference = first.removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / reference).resolve() == SCHEMAS[file].resolve()


def test_the_files_have_no_problem(ask: Ask) -> None:
    answers = ask([question(file, schema) for file, schema in SCHEMAS.items()])
    assert {file: answer["problems"] for file, answer in zip(SCHEMAS, answers, strict=True) if answer["problems"]} == {}


def test_a_new_file_needs_no_comment(ask: Ask) -> None:
    names = ("catalog/catalog.yaml", "catalog/providers/new.yaml", "catalog/README.yaml")
    answers = ask(
        [
            {**question(ROOT / "catalog/catalog.yaml", ROOT), "file": str(ROOT / name), "text": "x: 1\n"}
            for name in names
        ]
    )
    messages = [[problem["message"] for problem in answer["problems"]] for answer in answers]
    assert 'Missing property "revision".' in messages[0]
    assert 'Missing property "apiVersions".' in messages[1]
    assert messages[2] == []
