"""Suggested filter patterns match a current catalogue model."""

import pytest

from modelconfig.site.filters import Filters
from modelconfig.site.rules.pattern_suggestions import suggested_pattern

MODELS = {
    "anthropic::2024-10-22::claude-sonnet-5-latest": {"status": "stable"},
    "openai::2024-02-01::gpt-4.1": {"status": "stable"},
    "openai::2024-02-01::gpt-4.1-mini": {"status": "beta"},
    "openai::2024-02-01::gpt-3.5-turbo": {"status": "deprecated"},
}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("anthropic", "anthropic::*"),
        ("Anthropic::*", "anthropic::*"),
        ("openai/gpt-4.1", "openai::2024-02-01::gpt-4.1"),
        ("openai::gpt-4.1", "openai::2024-02-01::gpt-4.1"),
        ("gpt-4.1", "*::gpt-4.1"),
        ("gpt-4.1*", "*::gpt-4.1*"),
        ("/claude/", "*::claude*"),
        ("*:free", ""),
        ("gpt-3.5-turbo", ""),
        ("**", ""),
    ],
)
def test_a_suggestion_matches_a_model_that_is_not_deprecated(rule: str, expected: str) -> None:
    suggestion = suggested_pattern(rule, MODELS)
    assert suggestion == expected
    if suggestion:
        models = [{"modelRef": ref} for ref, model in MODELS.items() if model["status"] != "deprecated"]
        assert Filters({"sourcegraph": {"modelFilters": {"allow": [suggestion]}}}, "").apply(models)
