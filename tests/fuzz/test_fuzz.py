"""The kept corpus, and the first hostile credentials of the seed; `python3 dev.py -s fuzz` looks for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.engines import CORPUS
from tests.fuzz.masking import inputs, leaks
from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(file for name in TARGETS for file in (CORPUS / name).iterdir())


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_the_corpus_is_read(file: Path) -> None:
    TARGETS[file.parent.name].load()(file.read_bytes())


def test_every_folder_of_the_corpus_has_a_target() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} == set(TARGETS)
    assert {file.parent.name for file in FILES} == set(TARGETS)


@pytest.mark.parametrize("part", range(4))
def test_no_output_contains_a_hostile_credential(part: int) -> None:
    numbers = range(part * 400, part * 400 + 400)
    chosen = zip(numbers, inputs(numbers), strict=True)
    found = {number: (given.text, names) for number, given in chosen if (names := leaks(given, number))}
    assert found == {}


def test_the_hostile_credentials_are_the_same_in_each_run() -> None:
    numbers = range(50)
    assert list(inputs(numbers)) == list(inputs(numbers))
    assert list(inputs(numbers, seed=1)) != list(inputs(numbers))
