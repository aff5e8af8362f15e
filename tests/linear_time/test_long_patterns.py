"""A pattern of a schema that engines fail to read is rejected before they do: one of them ends the process."""

from __future__ import annotations

import pytest

from codegen.schema.rules.portable_patterns import pattern_problems


@pytest.mark.parametrize("part", ["|a", r"\d", "(?:", "[a-z]{1,9}"])
def test_a_long_pattern_is_rejected(part: str) -> None:
    assert [reason.text for reason in pattern_problems(part * 100_000)] == [
        "it has more than 1000 characters, so that engines may fail to read it"
    ]


def test_a_pattern_of_the_greatest_length_is_accepted() -> None:
    assert pattern_problems(f"^{'a' * 998}$") == ()
    assert pattern_problems(f"^{'a' * 999}$") != ()
    assert pattern_problems("(?:" * 250 + ")" * 250) != ()
    assert pattern_problems("|a" * 500) != ()
