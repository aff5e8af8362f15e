"""The kit: every keyword is satisfied and violated, invalid documents have one violation, Python readers agree."""

from __future__ import annotations

import json
from typing import Any

import pytest

from codegen.conformance.kit import FOLDER, generate_kit
from codegen.pipeline import check_schemas
from codegen.targets.registry import compiler_exceptions
from tests.codegen.conformance.kit import FILES, HOME, INDEX, PROFILES, trials
from tests.codegen.conformance.proofs import faults_of, never_broken, uncovered_rules
from tests.codegen.conformance.targets import checker, codec_faults, disagreements, python_codec, reference_validator
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


def test_the_kit_is_derived_from_the_schema() -> None:
    expected, problems = generate_kit(check_schemas(SCHEMA)[0].derived, compiler_exceptions())
    assert problems == []
    found = {f"{FOLDER}/{path.relative_to(HOME).as_posix()}": path.read_text("utf-8") for path in HOME.rglob("*.json")}
    assert found == expected


def test_every_definition_has_a_file() -> None:
    assert sorted(entry["definition"] for entry in INDEX["files"]) == sorted(WHOLE)
    assert all(len(trials(entry["file"])) == entry["cases"] for entry in INDEX["files"])


@every_file
def test_every_keyword_is_violated_by_a_case(file: str) -> None:
    assert never_broken(name_of(file), WHOLE[name_of(file)], trials(file)) == []


@every_file
def test_every_bound_and_enumeration_value_is_in_a_valid_document(file: str) -> None:
    assert uncovered_rules(name_of(file), WHOLE[name_of(file)], trials(file)) == []


@every_file
def test_an_invalid_document_has_exactly_one_violation(file: str) -> None:
    assert [words for trial in trials(file) for words in faults_of(trial, reference_validator)] == []


@every_file
def test_all_validators_agree(file: str) -> None:
    assert [words for trial in trials(file) for words in disagreements(trial)] == []


@every_file
def test_the_checker_reports_only_the_location_of_the_violation(file: str) -> None:
    for trial in trials(file):
        for profile, valid in trial.valid.items():
            if not valid:
                found = {problem.pointer for problem in checker(trial.schema, profile).problems(trial.document)}
                place = trial.pointer or ""
                # A missing property is reported at its object, and a duplicate item at the item.
                allowed = {place, place.rpartition("/")[0] if trial.kind == "shape" else f"{place}/1"}
                assert len(found) == 1, trial.name
                assert found <= allowed, trial.name


@every_file
def test_the_codec_rejects_wrong_types_and_preserves_everything_else(file: str) -> None:
    assert [words for trial in trials(file) for words in codec_faults(trial, python_codec(trial))] == []


def test_verdicts_list_only_existing_profiles() -> None:
    for file in FILES:
        for trial in trials(file):
            assert tuple(trial.valid) == PROFILES[: 3 if trial.schema.partition("#")[0] == "model" else 2]


def test_the_client_profile_ignores_unknown_properties() -> None:
    hidden = [trial for trial in trials("model/Model.json") if "/properties/reasoningEffort/" in trial.rule]
    assert {tuple(trial.valid.values()) for trial in hidden} == {(False, False, True)}
    assert {trial.kind for trial in hidden} == {"shape"}
