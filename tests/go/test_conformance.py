"""The conformance kit and random documents in Go: invalid types are rejected, everything else is preserved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from codegen.conformance.kit import INDEX as KIT_INDEX
from codegen.conformance.kit import generate_kit
from codegen.pipeline import check_schemas
from tests.codegen.conformance import random_trials
from tests.codegen.conformance.kit import FILES, INDEX, in_text, schema
from tests.codegen.conformance.kit import trials as kit_trials
from tests.codegen.conformance.targets import CodecResult, codec_faults
from tests.codegen.schema.schema_cases import cases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.codegen.conformance.kit import Trial
    from tests.go.toolchain import Trials

ROOTS = {name: schema(name, "consumer")["$ref"].rpartition("/")[2] for name in INDEX["schemas"]}


def found(trials: Trials, documents: Sequence[Trial], roots: Mapping[str, str] = ROOTS) -> list[str]:
    """Return a description of each error in Go's results for the documents."""
    return [words for trial in documents for words in codec_faults(trial, outcome(trials, roots[trial.schema], trial))]


def outcome(trials: Trials, root: str, trial: Trial) -> CodecResult:
    answer = trials.answer(root, json.dumps(trial.document))
    if "text" in answer:
        return CodecResult(written=json.loads(answer["text"]))
    place, found_error, _ = answer["said"].partition(": expected ")
    assert found_error, answer["said"]
    return CodecResult(rejected_at="" if place == "the document" else place)


@pytest.mark.parametrize("file", FILES)
def test_go_rejects_wrong_types_and_preserves_everything_else(trials: Trials, file: str) -> None:
    assert found(trials, kit_trials(file)) == []


@pytest.mark.parametrize("case", cases("valid"), ids=lambda case: case.name)
def test_go_agrees_on_the_kit_of_every_schema_case(trials: Trials, case: Path) -> None:
    """Test forms that the project's schema does not have."""
    derived = check_schemas(case)[0].derived
    documents = [
        trial for name, text in generate_kit(derived, {})[0].items() if name != KIT_INDEX for trial in in_text(text)
    ]
    roots = {
        name: f"{case.name.replace('-', '')}.{derived.strict[name]['$ref'].rpartition('/')[2]}"
        for name in derived.documents
    }
    assert documents
    assert found(trials, documents, roots) == []


@pytest.mark.parametrize("kind", ["valid", "faulty"])
def test_go_agrees_on_random_documents(trials: Trials, kind: str) -> None:
    assert found(trials, random_trials.trials(kind)) == []
