"""A thousand valid and a thousand faulty documents of chance: all validators and the codec in Python agree on each."""

from __future__ import annotations

import copy

import pytest

from tests.codegen.conformance import chance
from tests.codegen.conformance.leaves import leaves
from tests.codegen.conformance.targets import codec_faults, disagreements, python_codec, yardstick
from tests.helpers.strategies import equal_json

every_kind = pytest.mark.parametrize("kind", ["valid", "faulty"])


@every_kind
def test_all_validators_agree(kind: str) -> None:
    assert [words for trial in chance.trials(kind) for words in disagreements(trial)] == []


@every_kind
def test_the_codec_refuses_shape_faults_and_keeps_all_else(kind: str) -> None:
    before = copy.deepcopy([trial.document for trial in chance.trials(kind)])
    assert [words for trial in chance.trials(kind) for words in codec_faults(trial, python_codec(trial))] == []
    assert equal_json(before, [trial.document for trial in chance.trials(kind)]), "reading changed its input"


def test_a_faulty_document_has_one_fault_where_it_is_said_to_be() -> None:
    for trial in chance.trials("faulty"):
        found = leaves(yardstick(trial.schema, "producer").iter_errors(trial.document))
        assert {place for place, _ in found} == (set() if trial.valid["producer"] else {trial.pointer}), trial.name


def test_chance_meets_every_reading_and_class() -> None:
    faulty = chance.trials("faulty")
    assert len(faulty) == len(chance.trials("valid")) == chance.COUNT
    assert {trial.kind for trial in faulty} == {"shape", "value"}
    assert {tuple(trial.valid.values()) for trial in faulty} >= {(False, False), (False, True), (False, False, False)}
    assert len({trial.rule for trial in faulty}) > 100
