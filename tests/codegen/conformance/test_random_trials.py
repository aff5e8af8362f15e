"""A thousand valid and a thousand invalid random documents: all validators and the Python codec agree on each."""

from __future__ import annotations

import copy

import pytest

from tests.codegen.conformance import random_trials
from tests.codegen.conformance.leaves import leaves
from tests.codegen.conformance.targets import codec_faults, disagreements, python_codec, reference_validator
from tests.helpers.strategies import equal_json

every_kind = pytest.mark.parametrize("kind", ["valid", "faulty"])


@every_kind
def test_all_validators_agree(kind: str) -> None:
    assert [words for trial in random_trials.trials(kind) for words in disagreements(trial)] == []


@every_kind
def test_the_codec_rejects_wrong_types_and_preserves_everything_else(kind: str) -> None:
    before = copy.deepcopy([trial.document for trial in random_trials.trials(kind)])
    assert [words for trial in random_trials.trials(kind) for words in codec_faults(trial, python_codec(trial))] == []
    assert equal_json(before, [trial.document for trial in random_trials.trials(kind)]), "the codec changed its input"


def test_an_invalid_document_has_one_violation_at_its_pointer() -> None:
    for trial in random_trials.trials("faulty"):
        found = leaves(reference_validator(trial.schema, "producer").iter_errors(trial.document))
        assert {place for place, _ in found} == (set() if trial.valid["producer"] else {trial.pointer}), trial.name


def test_random_documents_cover_every_profile_and_kind() -> None:
    faulty = random_trials.trials("faulty")
    assert len(faulty) == len(random_trials.trials("valid")) == random_trials.COUNT
    assert {trial.kind for trial in faulty} == {"shape", "value"}
    assert {tuple(trial.valid.values()) for trial in faulty} >= {(False, False), (False, True), (False, False, False)}
    assert len({trial.rule for trial in faulty}) > 100
