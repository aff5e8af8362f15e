"""The lint rules of documents: a case is a file in tests/cases/lint/<code>/{positive,negative}.

A case has the `document`, often only the part concerned, and, if the rule reports it, the `pointers` of its findings.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.diagnostics.codes import CODES
from modelconfig.documents.lint.document_rules import RULES, check

if TYPE_CHECKING:
    from modelconfig.diagnostics.rule import Rule

CASES = Path(__file__).parents[3] / "cases" / "lint"
FILES = sorted(CASES.glob("*/*/*.json"))
BY_CODE = {rule.code: rule for rule in RULES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CASES)))
def test_case(file: Path) -> None:
    case = json.loads(file.read_text(encoding="utf-8"))
    code, outcome = file.parts[-3], file.parts[-2]
    expected = case["pointers"] if outcome == "positive" else []
    assert outcome == "negative" or expected
    before = copy.deepcopy(case["document"])
    found = [problem for problem in check(case["document"]) if problem.code == code]
    assert [problem.pointer for problem in found] == expected
    assert all(problem.severity is BY_CODE[code].severity for problem in found)
    assert all(problem.message and problem.hint.endswith((".", "?")) for problem in found)
    assert "canary" not in "".join(problem.message + problem.hint for problem in found)
    assert case["document"] == before


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_cases_and_an_explanation_that_triggers_it(rule: Rule[Any]) -> None:
    for outcome in ("positive", "negative"):
        assert any((CASES / rule.code / outcome).glob("*.json")), f"{rule.code} has no {outcome} case"
    page = CODES[rule.code]
    example = page.text.partition("```json\n")[2].partition("```")[0]
    assert rule.code in {problem.code for problem in check(json.loads(example))}


def test_codes_are_used_once_and_cases_have_rules() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert {folder.name for folder in CASES.iterdir()} == set(codes)


def test_hints_suggest_the_nearest_name() -> None:
    document = {
        "providers": [{"id": "anthropic"}, {"id": "google"}],
        "models": [{"modelRef": "antropic::v1::sonnet"}, {"modelRef": "google::v1::gemini-2.5-flash"}],
        "defaultModels": {"chat": "google::v1::gemini-2.5-flsh"},
    }
    hints = {problem.code: problem.hint for problem in check(document)}
    assert '"anthropic"' in hints["MC203"]
    assert '"google::v1::gemini-2.5-flash"' in hints["MC204"]


def test_a_default_of_the_same_provider_is_suggested_first() -> None:
    refs = ["acme::v1::large", "acme2::v1::lge"]
    document = {"models": [{"modelRef": ref} for ref in refs], "defaultModels": {"chat": "acme::v1::lge"}}
    assert [problem.hint for problem in check(document) if problem.code == "MC204"] == [
        'Did you mean "acme::v1::large"?'
    ]


names = st.sampled_from(
    (
        "id modelRef displayName modelName capabilities contextWindow maxInputTokens maxOutputTokens "
        "maxUserInputTokens estimatedModelCost unit inputTokenPennies outputTokenPennies tier free "
        "modelConfigAllTiers enterprise serverSideConfig accessToken reasoningEffort chat revision"
    ).split()
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | st.text(max_size=4) | names,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names | st.text(max_size=4), inner, max_size=4),
)
entries = st.lists(st.dictionaries(names, values, max_size=6) | values, max_size=5)
documents = st.fixed_dictionaries(
    {},
    optional={"providers": entries | values, "models": entries | values, "defaultModels": values, "revision": values},
)


@given(documents | values)
def test_rules_raise_nothing_for_any_value(value: Any) -> None:
    check(value)
