"""The rules of site configurations: a case is a file in tests/cases/site-rules/<code>/{positive,negative}.

A case has the `site`, a `base` if the default one is not sufficient, the `pointers` of the
findings and, as `fixed`, what the hint makes of it.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from modelconfig.analysis.check import check_site
from modelconfig.diagnostics.codes import CODES
from modelconfig.documents.loader import load_document
from modelconfig.site.rules.site_rules import RULES, check_rules
from modelconfig.site.site_file import parse_site

CASES = Path(__file__).parents[2] / "cases" / "site-rules"
FILES = sorted(CASES.glob("*/*/*.json"))
BASE = json.loads((CASES / "base.json").read_text(encoding="utf-8"))
CODES_OF_PARSING = {"MC301", "MC302", "MC303"}
CODES_OF_MERGING = {"MC215", "MC331"}
"""Of problems that the merge finds, or the rules for documents in its result."""


def found_in(site: Any, base: Any, code: str) -> list[Any]:
    file, problems = parse_site(json.dumps(site))
    assert file is not None
    problems = problems + file.place(check_site(base, file.value))
    assert all(problem.line is not None for problem in problems)
    return [problem for problem in problems if problem.code == code]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CASES)))
def test_case(file: Path) -> None:
    case = json.loads(file.read_text(encoding="utf-8"))
    code, outcome = file.parts[-3], file.parts[-2]
    expected = case["pointers"] if outcome == "positive" else []
    assert outcome == "negative" or expected
    before = copy.deepcopy(case)
    found = found_in(case["site"], case.get("base", BASE), code)
    assert sorted(problem.pointer for problem in found) == sorted(expected)
    if "fixed" in case:
        assert found_in(case["fixed"], case.get("base", BASE), code) == [], "the hint does not work"
    assert case == before
    assert all(problem.message and problem.hint.endswith((".", "?")) for problem in found)
    assert "canary" not in "".join(problem.message + problem.hint for problem in found)
    problem_code = CODES[code]
    assert all(problem.severity is problem_code.severity for problem in found)


@pytest.mark.parametrize("code", sorted({*CODES_OF_PARSING, *(rule.code for rule in RULES)}))
def test_every_rule_has_cases_and_an_example_that_triggers_it(code: str) -> None:
    for outcome in ("positive", "negative"):
        assert any((CASES / code / outcome).glob("*.json")), f"{code} has no {outcome} case"
    problem_code = CODES[code]
    example = problem_code.text.partition("```json\n")[2].partition("```")[0]
    assert found_in(json.loads(example), load_document(), code)


def test_codes_are_used_once_and_cases_have_rules() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert {folder.name for folder in CASES.iterdir() if folder.is_dir()} == {
        *codes,
        *CODES_OF_PARSING,
        *CODES_OF_MERGING,
    }


def test_rules_accept_any_object() -> None:
    sites: list[dict[str, Any]] = [
        {},
        {"modelConfiguration": []},
        {"modelConfiguration": {"providerOverrides": [1, None, {"id": []}]}},
    ]
    for site in sites:
        assert check_rules({}, site) == []
