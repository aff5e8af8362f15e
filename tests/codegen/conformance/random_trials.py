"""Random documents, the same in all tests of a run and others in the next run; pytest's header shows the seed."""

from __future__ import annotations

import os
import random
from functools import cache
from typing import TYPE_CHECKING

from codegen.conformance.kit import definition_graphs
from codegen.pipeline import check_schemas
from tests.codegen.conformance.kit import Trial
from tests.codegen.conformance.random_documents import invalid_document, valid_document
from tests.helpers.strategies import SCHEMA

if TYPE_CHECKING:
    from tests.codegen.conformance.random_documents import RandomDocument

SEED = "CONFORMANCE_SEED"
"""The environment variable that repeats a run; tests/conftest.py sets it if it is not set."""
COUNT = 1000


@cache
def trials(kind: str) -> tuple[Trial, ...]:
    """Return the `valid` or the `faulty` documents of this run, of each kind of document in turn."""
    seed = os.environ[SEED]
    rng = random.Random(f"{seed} {kind}")  # noqa: S311 - documents, not secrets
    make = valid_document if kind == "valid" else invalid_document
    derived = check_schemas(SCHEMA)[0].derived
    known = list(definition_graphs(derived).items())
    found = []
    for number in range(COUNT):
        name, graph = known[number % len(known)]
        label = f"{kind} document {number} of seed {seed}"
        found.append(_trial(label, name, tuple(derived.profiles(name)), make(graph, rng)))
    return tuple(found)


def _trial(label: str, name: str, profiles: tuple[str, ...], sample: RandomDocument) -> Trial:
    return Trial(
        name=f"{label} ({sample.case.rule})" if sample.case.rule else label,
        label=sample.case.rule,
        schema=name,
        document=sample.document,
        valid={profile: getattr(sample.case.verdicts, profile) for profile in profiles},
        rule=sample.case.rule,
        kind=sample.case.kind,
        pointer=sample.case.pointer,
        absent=sample.case.absent,
        empty=sample.case.empty,
    )
