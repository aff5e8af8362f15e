"""Suggestions: the nearest name, deterministic, and none if no name is similar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.diagnostics.suggestions import did_you_mean, nearest


@pytest.mark.parametrize(
    ("name", "candidates", "found"),
    [
        ("stabel", ["beta", "stable", "deprecated"], "stable"),
        ("STABLE", ["beta", "stable"], "stable"),
        ("openAiCompatible", ["openAICompatible", "openaicompatible"], "openAICompatible"),
        ("dispalyName", ["displayName", "id"], "displayName"),
        ("teir", ["free", "tier", "time"], "tier"),
        ("#/$defs/Tyr", ["#/$defs/lower"], None),
        ("#/$defs/Teir", ["#/$defs/Tier", "model.json#/$defs/lower"], "#/$defs/Tier"),
        ("#/definitions/Tier", ["#/$defs/Tier", "#/$defs/definition"], "#/$defs/Tier"),
        ("openai::v1::gpt-4o", ["openai::v1::o3", "openai::v1::sonar"], None),
        ("openai::v1::gtp-4o", ["openai::v1::gpt-4o", "openai::v1::o3"], "openai::v1::gpt-4o"),
        ("openai::gpt-4o", ["openai::v1::gpt-4o"], "openai::v1::gpt-4o"),
        ("xyz", ["alpha", "beta"], None),
        ("", ["a"], None),
        ("a", [], None),
        ("same", ["same"], None),
        ("x" * 10_000, ["x" * 9_999], None),
    ],
)
def test_nearest(name: str, candidates: list[str], found: str | None) -> None:
    assert nearest(name, candidates) == found


@given(st.text(alphabet="abAB", max_size=5), st.lists(st.text(alphabet="abAB", max_size=5), max_size=6), st.randoms())
def test_the_order_of_candidates_does_not_matter(name: str, candidates: list[str], random: object) -> None:
    shuffled = list(candidates)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert nearest(name, shuffled) == nearest(name, candidates)
    assert did_you_mean(name, candidates) == did_you_mean(name, shuffled)
