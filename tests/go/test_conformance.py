"""The conformance kit and random documents in Go: invalid types are rejected, everything else is preserved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.codegen.conformance import random_trials
from tests.codegen.conformance.kit import FILES, INDEX, schema
from tests.codegen.conformance.kit import trials as kit_trials
from tests.codegen.conformance.targets import CodecResult, codec_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.codegen.conformance.kit import Trial
    from tests.go.toolchain import Trials

ROOTS = {name: schema(name, "consumer")["$ref"].rpartition("/")[2] for name in INDEX["schemas"]}


def found(trials: Trials, documents: Sequence[Trial]) -> list[str]:
    """Return a description of each error in Go's results for the documents."""
    return [words for trial in documents for words in codec_faults(trial, outcome(trials, trial))]


def outcome(trials: Trials, trial: Trial) -> CodecResult:
    answer = trials.answer(ROOTS[trial.schema], json.dumps(trial.document))
    if "text" in answer:
        return CodecResult(written=json.loads(answer["text"]))
    assert answer["fault"], answer["said"]
    return CodecResult(rejected_at=answer["fault"]["Pointer"])


@pytest.mark.parametrize("file", FILES)
def test_go_rejects_wrong_types_and_preserves_everything_else(trials: Trials, file: str) -> None:
    assert found(trials, kit_trials(file)) == []


@pytest.mark.parametrize("kind", ["valid", "faulty"])
def test_go_agrees_on_random_documents(trials: Trials, kind: str) -> None:
    assert found(trials, random_trials.trials(kind)) == []
