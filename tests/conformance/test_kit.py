"""The kit itself: every keyword is kept and broken, a broken document has one fault, and all in Python agree on it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from codegen.conformance.kit import FOLDER, generate_kit
from codegen.pipeline import check_schemas
from codegen.walk import subschemas
from modelconfig import pointers
from tests.conformance.kit import FILES, HOME, INDEX, READINGS, trials
from tests.conformance.leaves import leaves
from tests.conformance.targets import checker, codec_faults, disagreements, python_codec, yardstick
from tests.strategies import SCHEMA

every_file = pytest.mark.parametrize("file", FILES)
WHOLE: dict[str, Any] = {
    name: node
    for path in sorted(SCHEMA.glob("*.json"))
    for name, node in json.loads(path.read_text("utf-8"))["$defs"].items()
}
"""Every definition as it is written."""
BREAKABLE = frozenset(
    "$ref type const oneOf anyOf required pattern minLength maxLength minimum maximum exclusiveMinimum "
    "exclusiveMaximum minItems maxItems uniqueItems minProperties maxProperties "
    "x-client-required x-client-copy-of".split()
)
SAID_AS = {"x-client-copy-of": "additionalProperties"}
"""What a validator calls breaking an annotation."""
BOUNDS = frozenset("minLength maxLength minimum maximum minItems maxItems minProperties maxProperties".split())


def test_it_is_what_the_schema_gives() -> None:
    expected = generate_kit(check_schemas(SCHEMA)[0])
    found = {f"{FOLDER}/{path.relative_to(HOME).as_posix()}": path.read_text("utf-8") for path in HOME.rglob("*.json")}
    assert found == expected


def test_there_is_a_file_for_every_definition() -> None:
    assert sorted(entry["definition"] for entry in INDEX["files"]) == sorted(WHOLE)
    assert all(len(trials(entry["file"])) == entry["cases"] for entry in INDEX["files"])


def _rules(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the subschemas of a definition with the pointers that cases give, alternatives not taken apart."""
    top = f"#/$defs/{name}"
    found = subschemas(WHOLE[name], top)
    return [
        (rule, node)
        for rule, node in found
        if not rule.removeprefix(top).rpartition("/")[0].endswith(("/oneOf", "/anyOf"))
    ]


@every_file
def test_every_keyword_is_broken_by_a_case(file: str) -> None:
    name = file.rpartition("/")[2].removesuffix(".json")
    broken = {trial.rule for trial in trials(file) if trial.kind}
    missing = [
        pointers.join(rule, keyword)
        for rule, node in _rules(name)
        for keyword, value in node.items()
        if keyword in BREAKABLE or (keyword == "additionalProperties" and value is False)
        if pointers.join(rule, keyword) not in broken
    ]
    assert missing == []


@every_file
def test_every_bound_and_listed_value_is_shown_to_be_valid(file: str) -> None:
    name = file.rpartition("/")[2].removesuffix(".json")
    kept = {trial.rule for trial in trials(file) if not trial.kind}
    missing = [
        pointers.join(rule, keyword)
        for rule, node in _rules(name)
        for keyword in node
        if keyword in BOUNDS or keyword in ("examples", "oneOf")
        if pointers.join(rule, keyword) not in kept
    ]
    assert missing == []


@every_file
def test_an_invalid_document_has_exactly_one_fault(file: str) -> None:
    for trial in trials(file):
        assert (trial.kind in ("shape", "value")) == (not all(trial.valid.values())) == (trial.pointer is not None)
        for reading, valid in trial.valid.items():
            found = leaves(yardstick(trial.schema, reading).iter_errors(trial.document))
            assert len(found) == (0 if valid else 1), f"{trial.name}: as {reading} {found}"
            if not valid:
                ((place, keyword),) = found
                assert place == trial.pointer, trial.name
                broken = trial.rule.rpartition("/")[2]
                assert trial.kind == "shape" or keyword == SAID_AS.get(broken, broken), trial.name


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


def test_readings_are_told_where_there_are_such() -> None:
    for file in FILES:
        for trial in trials(file):
            assert tuple(trial.valid) == READINGS[: len(INDEX["schemas"][trial.schema])]
