"""jsonschema-rs and jsonschema give the same problems for every document of the corpus."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from modelconfig.schema import rust_validator
from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker
from tests.codegen.conformance.kit import FILES, trials

if TYPE_CHECKING:
    from collections.abc import Iterable

    from modelconfig.diagnostics.problem import Problem

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases"
KEYWORD_CASES = sorted((CASES / "validation").glob("*.json"))
SCHEMAS = sorted(path.stem for path in (ROOT / "generated" / "schema").glob("*.json"))
UNREADABLE = ["\ud800", "a\udfffb", {"\udc00": 1}, [["\ud800"]]]
"""Values that jsonschema-rs cannot read: they are no UTF-8."""


def both(schema: Any) -> tuple[Checker, Checker]:
    """Return a checker that uses jsonschema-rs, and one that works without it."""
    with patch.dict(sys.modules, {"jsonschema_rs": None}):
        del sys.modules["modelconfig.schema.rust_validator"]
        reference = Checker(schema)
    return Checker(schema), reference


def everything(problems: list[Problem]) -> list[Any]:
    return [(problem, problem.at_key) for problem in problems]


def invalid_values(schema: Any, values: Iterable[Any]) -> int:
    """Assert that both libraries give the same problems for each value; return the number of invalid values."""
    rust, reference = both(schema)
    invalid = 0
    for value in values:
        problems = rust.problems(value)
        assert everything(reference.problems(value)) == everything(problems)
        if len(problems) > 2:
            assert everything(rust.problems(value, 2)) == everything(problems[:2])
        assert rust.is_valid(value) == reference.is_valid(value) == (problems == [])
        invalid += problems != []
    return invalid


@cache
def documents() -> list[Any]:
    """Return the JSON values below `tests/cases`, except those with numbers out of the range of doubles."""
    found = []
    for path in sorted(CASES.rglob("*.json")):
        try:
            value = json.loads(path.read_bytes())
            json.dumps(value, allow_nan=False)
        except (ValueError, RecursionError):
            continue
        found.append(value)
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_problems_of_every_case_are_the_same(name: str) -> None:
    invalid = invalid_values(embedded(name), documents())
    assert invalid > 10


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_problems_of_the_kit_are_the_same(name: str) -> None:
    kit = [trial.document for file in FILES for trial in trials(file) if trial.schema == name.partition(".")[0]]
    invalid = invalid_values(embedded(name), kit)
    assert invalid > 5


@pytest.mark.parametrize("path", KEYWORD_CASES, ids=lambda path: path.stem)
def test_the_problems_of_every_keyword_are_the_same(path: Path) -> None:
    case = json.loads(path.read_bytes())
    own = [*case["valid"], *(fault["value"] for fault in case["invalid"])]
    invalid = invalid_values(case["schema"], [*own, *documents(), *UNREADABLE])
    assert invalid > 10


def test_the_corpus_is_not_empty() -> None:
    assert len(SCHEMAS) > 10
    assert len(documents()) > 1000
    assert len(KEYWORD_CASES) > 10


def test_a_wrong_type_is_the_only_problem_of_a_value() -> None:
    schema = {"oneOf": [{"const": "a"}, {"const": "b"}], "additionalProperties": False, "type": "string"}
    for value in (1, {"a": 1}):
        assert invalid_values(schema, [value]) == 1
        assert [one.code for one in Checker(schema).problems(value)] == ["MC101"]


def test_a_value_that_matches_two_alternatives_of_one_of_is_invalid() -> None:
    numbers = [{"type": "null"}, {"type": "integer"}, {"type": "number"}]
    assert invalid_values({"oneOf": numbers}, [1, 1.5, None, "a"]) == 2
    assert [one.message for one in Checker({"oneOf": numbers}).problems(1)] == [
        "the document matches more than one of the allowed alternatives"
    ]


def test_lone_surrogates_are_validated() -> None:
    texts = {"type": "object", "additionalProperties": {"type": "string", "maxLength": 2}}
    assert invalid_values(texts, [{"a": "\ud800"}]) == 0
    assert invalid_values(texts, [{"a": "\ud800bc"}, {"\ud800": "abc"}, {"a": "\ud800", "b": 1}]) == 3
    assert Checker(texts).problems({"\ud800": "abc"})[0].pointer == "/\ud800"


def test_values_nested_deeper_than_jsonschema_rs_accepts_are_validated() -> None:
    value: Any = 1
    for _ in range(300):
        value = [value]
    assert (
        invalid_values({"additionalProperties": {"items": {"type": "array"}}}, [{"a": value}, {"a": [value, 1]}]) == 1
    )


def test_the_pointer_is_correct_for_any_property_name() -> None:
    schema = {"additionalProperties": {"additionalProperties": {"type": "string"}}}
    for name in ("", "0", "007", "+1", "~0/", "18446744073709551616"):
        value = {"a": {name: 1, "1": "b"}, name: {"b": 1}, "b": {"b": "c"}}
        assert invalid_values(schema, [value]) == 1
        escaped = name.replace("~", "~0").replace("/", "~1")
        assert [one.pointer for one in Checker(schema).problems(value)] == [f"/a/{escaped}", f"/{escaped}/b"]


def test_an_item_is_named_after_its_array_for_any_property_name() -> None:
    schema = {"additionalProperties": {"items": {"type": "string"}}}
    assert Checker(schema).problems({"0": [1]})[0].message.startswith('item 1 of "0" ')


def test_numbers_beyond_64_bits_are_always_reported() -> None:
    checker = Checker({"uniqueItems": True})
    for pair in ([10**30, 1e30], [2**64, 2.0**64], [2**63, 2.0**63]):
        assert checker.is_valid(pair) == (checker.problems(pair) == [])


def test_with_a_limit_jsonschema_rs_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    checker = Checker({"type": "array", "items": {"$ref": "#/$defs/A"}, "$defs": {"A": {"type": "string"}}})
    monkeypatch.setattr(rust_validator.RustValidator, "failures", None)
    assert [one.pointer for one in checker.problems(["a", 1, "b", 2, 3], 2)] == ["/1", "/3"]


def test_a_process_without_jsonschema_rs_validates() -> None:
    script = (
        "import sys; sys.modules['jsonschema_rs'] = None\n"
        "from modelconfig.schema.embedded import embedded\n"
        "from modelconfig.schema.validator import Checker\n"
        "checker = Checker(embedded('model'))\n"
        "print(checker.is_valid({}), sorted({one.code for one in checker.problems({'x': 1})}))"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert finished.stdout == "False ['MC102', 'MC103']\n"
