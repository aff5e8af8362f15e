"""Kits of schemas with many definitions: no recursion error, a file for each definition, linear growth."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bench.grown_schemas import SHAPES, required_chain, schema_file
from codegen.conformance.kit import FOLDER, INDEX, generate_kit
from codegen.pipeline import check_schemas
from modelconfig.jsontext.scanner import MAX_DEPTH
from modelconfig.schema.validator import Checker
from tests.codegen.conformance.kit import in_text
from tests.codegen.schema.schema_cases import schema_folder

if TYPE_CHECKING:
    from pathlib import Path

    from codegen.schema.derived import DerivedSchemas
    from modelconfig.diagnostics.problem import Problem


def kit_of(folder: Path, definitions: dict[str, Any]) -> tuple[DerivedSchemas, dict[str, str], list[Problem]]:
    """Return the schemas of these definitions, and the kit with its problems."""
    schemas, problems = check_schemas(schema_folder(folder, model=schema_file(definitions)))
    assert problems == []
    return schemas.derived, *generate_kit(schemas.derived, {})


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_definitions_need_at_most_twice_the_text(shape: str, tmp_path: Path) -> None:
    sizes = {}
    for count in (200, 400):
        _, files, problems = kit_of(tmp_path / f"{count}", SHAPES[shape](count))
        assert problems == []
        assert len(files) == len(SHAPES[shape](count)) + 1
        # The root refers to every definition in some shapes, in one file.
        sizes[count] = sum(len(text) for name, text in files.items() if "/Document.json" not in name)
    assert sizes[400] < 2.1 * sizes[200]


def test_a_chain_of_2000_definitions_has_a_file_for_each(tmp_path: Path) -> None:
    derived, files, problems = kit_of(tmp_path, SHAPES["chain"](2000))
    assert problems == []
    assert len(files) == 2001
    index = json.loads(files[INDEX])
    near, far = (json.loads(files[f"{FOLDER}/model/Part{number}.json"]) for number in (50, 1500))
    assert (near["schema"], near["at"]) == ("model", "/next" * 50)
    assert (far["schema"], far["at"]) == ("model#/$defs/Part1500", "")
    for profile, path in index["schemas"][far["schema"]].items():
        name, _, reference = path.removeprefix("../schema/").partition("#")
        checker = Checker({**derived.by_name[name.removesuffix(".json")], "$ref": f"#{reference}"})
        trials = in_text(files[f"{FOLDER}/model/Part1500.json"])
        assert [trial.name for trial in trials if checker.is_valid(trial.document) is not trial.valid[profile]] == []


def test_documents_that_readers_reject_are_not_shown(tmp_path: Path) -> None:
    _, files, problems = kit_of(tmp_path, required_chain(300))
    assert {problem.code for problem in problems} == {"MC182"}
    assert len(files) + len(problems) == 301
    assert {problem.pointer for problem in problems} == {
        f"/$defs/{'Document' if number == 0 else f'Part{number}'}" for number in range(300 - MAX_DEPTH)
    }


def test_a_document_whose_size_grows_exponentially_is_not_shown(tmp_path: Path) -> None:
    definitions = required_chain(60)
    for definition in definitions.values():
        if "next" in definition["properties"]:
            definition["properties"]["again"] = definition["properties"]["next"]
            definition["required"].append("again")
    _, files, problems = kit_of(tmp_path, definitions)
    assert {problem.code for problem in problems} == {"MC182"}
    assert 10 < len(files) < 20
    assert sum(map(len, files.values())) < 2_000_000
