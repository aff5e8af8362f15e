"""The kit itself: every keyword is kept and broken, a broken document has one fault, and all in Python agree on it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from codegen.conformance.kit import FOLDER, generate_kit
from codegen.pipeline import check_schemas
from codegen.targets.registry import compiler_exceptions
from tests.codegen.conformance.kit import FILES, HOME, INDEX, READINGS, schema, trials
from tests.codegen.conformance.proofs import faults_of, never_broken, never_kept
from tests.codegen.conformance.targets import checker, codec_faults, disagreements, python_codec, yardstick
from tests.helpers.strategies import SCHEMA

every_file = pytest.mark.parametrize("file", FILES)
WHOLE: dict[str, Any] = {
    name: node
    for path in sorted(SCHEMA.glob("*.json"))
    for name, node in json.loads(path.read_text("utf-8"))["$defs"].items()
}
"""Every definition as it is written."""


def name_of(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".json")


def test_it_is_what_the_schema_gives() -> None:
    expected = generate_kit(check_schemas(SCHEMA)[0].derived, compiler_exceptions())
    found = {f"{FOLDER}/{path.relative_to(HOME).as_posix()}": path.read_text("utf-8") for path in HOME.rglob("*.json")}
    assert found == expected


def test_there_is_a_file_for_every_definition() -> None:
    assert sorted(entry["definition"] for entry in INDEX["files"]) == sorted(WHOLE)
    assert all(len(trials(entry["file"])) == entry["cases"] for entry in INDEX["files"])


@every_file
def test_every_keyword_is_broken_by_a_case(file: str) -> None:
    assert never_broken(name_of(file), WHOLE[name_of(file)], trials(file)) == []


@every_file
def test_every_bound_and_listed_value_is_shown_to_be_valid(file: str) -> None:
    assert never_kept(name_of(file), WHOLE[name_of(file)], trials(file)) == []


@every_file
def test_an_invalid_document_has_exactly_one_fault(file: str) -> None:
    assert [words for trial in trials(file) for words in faults_of(trial, yardstick)] == []


@every_file
def test_all_validators_agree(file: str) -> None:
    assert [words for trial in trials(file) for words in disagreements(trial)] == []


@every_file
def test_our_checker_names_the_place_and_nothing_else(file: str) -> None:
    for trial in trials(file):
        for reading, valid in trial.valid.items():
            if not valid:
                found = {problem.pointer for problem in checker(trial.schema, reading).problems(trial.document)}
                place = trial.pointer or ""
                # A missing member is told at the object that lacks it, and one of two equal items at itself.
                told = {place, place.rpartition("/")[0] if trial.kind == "shape" else f"{place}/1"}
                assert len(found) == 1, trial.name
                assert found <= told, trial.name


@every_file
def test_the_codec_refuses_shape_faults_and_keeps_all_else(file: str) -> None:
    assert [words for trial in trials(file) for words in codec_faults(trial, python_codec(trial))] == []


def test_a_file_names_the_version_and_the_schema_that_it_was_derived_from() -> None:
    for file in FILES:
        content = json.loads((HOME / file).read_text("utf-8"))
        said = content["$comment"].partition("Contract version ")[2]
        assert said == schema(content["schema"], "producer")["$comment"].partition("Contract version ")[2]
        assert said.startswith(f"{INDEX['version']}, schema ")


def test_readings_are_told_where_there_are_such() -> None:
    for file in FILES:
        for trial in trials(file):
            assert tuple(trial.valid) == READINGS[: len(INDEX["schemas"][trial.schema])]


def test_a_client_does_not_mind_what_it_cannot_know() -> None:
    hidden = [trial for trial in trials("model/Model.json") if "/properties/reasoningEffort/" in trial.rule]
    assert {tuple(trial.valid.values()) for trial in hidden} == {(False, False, True)}
    assert {trial.kind for trial in hidden} == {"shape"}
