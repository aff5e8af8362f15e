"""Every problem of a schema is reported once, at its location; a valid schema has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from codegen.pipeline import check_schemas
from codegen.schema.rules.client_view import RULES as RULES_ON_CLIENT_VIEWS
from codegen.schema.rules.source_rules import RULES
from codegen.targets.registry import TARGETS
from modelconfig.diagnostics.codes import CODES
from tests.codegen.schema.schema_cases import HEADER, ROOT, cases, lines, schema_folder

if TYPE_CHECKING:
    from pathlib import Path

OF_SCHEMAS = [code for code in CODES if "MC150" <= code < "MC170" or code in ("MC175", "MC176", "MC177")]
INVALID = cases("invalid")


@pytest.mark.parametrize("folder", INVALID, ids=lambda folder: folder.name)
def test_invalid_schema_has_exactly_its_problems(folder: Path) -> None:
    _, problems = check_schemas(folder)
    expected = (folder / "expected.txt").read_text("utf-8").splitlines()
    assert expected
    assert lines(problems, folder) == expected


@pytest.mark.parametrize("folder", cases("valid"), ids=lambda folder: folder.name)
def test_valid_schema_has_no_problem(folder: Path) -> None:
    _, problems = check_schemas(folder)
    assert lines(problems, folder) == []


def test_the_project_s_own_schema_has_no_problem() -> None:
    _, problems = check_schemas(ROOT / "schema")
    assert problems == []


@pytest.mark.parametrize(
    "rule",
    [*RULES, *RULES_ON_CLIENT_VIEWS],
    ids=lambda rule: rule.__name__,
)
def test_every_rule_is_needed_by_a_case(rule: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(rules: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(other for other in rules if other is not rule)

    monkeypatch.setattr("codegen.schema.rules.source_rules.RULES", without(RULES))
    monkeypatch.setattr("codegen.schema.rules.client_view.RULES", without(RULES_ON_CLIENT_VIEWS))
    code = re.match(r"MC\d+", rule.__doc__ or "")
    assert code
    for folder in INVALID:
        expected = (folder / "expected.txt").read_text("utf-8")
        if code[0] in expected and _found_or_crashed(folder) != expected.splitlines():
            return
    pytest.fail("no case needs this rule")


@pytest.mark.parametrize("name", TARGETS)
def test_the_names_of_every_target_are_needed_by_a_case(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    others = {other: target for other, target in TARGETS.items() if other != name}
    monkeypatch.setattr("codegen.targets.registry.TARGETS", others)
    wrong = [folder for folder in INVALID if _found_or_crashed(folder) != _expected(folder)]
    assert wrong


def _expected(folder: Path) -> list[str]:
    return (folder / "expected.txt").read_text("utf-8").splitlines()


def _found_or_crashed(folder: Path) -> list[str] | None:
    try:
        return lines(check_schemas(folder)[1], folder)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        # A later stage relies on the removed rule.
        return None


def test_every_code_has_a_case_and_a_page() -> None:
    found = {
        line.split()[0] for folder in INVALID for line in (folder / "expected.txt").read_text("utf-8").splitlines()
    }
    assert set(OF_SCHEMAS) <= found
    for code in [*OF_SCHEMAS, "MC011", "MC170", "MC171", "MC172", "MC173", "MC174", "MC180"]:
        assert CODES.get(code) is not None, code


@pytest.mark.parametrize("code", OF_SCHEMAS)
def test_the_example_of_a_page_triggers_its_code(code: str, tmp_path: Path) -> None:
    problem_code = CODES[code]
    _, fence, rest = problem_code.text.partition("```json\n")
    if not fence:
        # The problem needs two files.
        assert "```text\n" in problem_code.text
        return
    example = rest.partition("```")[0]
    head = "".join(f'"{name}": "{value}",' for name, value in HEADER.items() if f'"{name}": ' not in example[:60])
    _, problems = check_schemas(schema_folder(tmp_path, model="{" + head + example.strip()[1:]))
    assert {(problem.code, problem.severity) for problem in problems} == {(code, problem_code.severity)}


def test_a_name_that_meets_another_one_has_its_location() -> None:
    (folder,) = (folder for folder in INVALID if folder.name == "names-that-meet")
    first, *_ = check_schemas(folder)[1]
    assert [(one.file, one.line, one.pointer) for one in first.related] == [
        (first.file, 13, "/$defs/Document/properties/maxTokens")
    ]


def test_problems_have_hints() -> None:
    for folder in INVALID:
        for problem in check_schemas(folder)[1]:
            assert problem.message
            assert problem.hint.endswith((".", "?")), problem
            # No hint is a regular expression.
            assert not re.search(r"\^[(\[]|\[\^|\\[dws]|[)\]]\$", problem.hint), problem
