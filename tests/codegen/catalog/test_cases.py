"""Build the catalogue of each case, a folder in tests/cases/catalog.

A positive case has its expected models.json and models.sources.json; a negative case has expected.txt, its problems as
`code@file:line:column`.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from codegen.catalog.build import BuildResult, build
from codegen.catalog.catalog_schema import in_schema_order
from modelconfig.diagnostics.codes import CODES
from modelconfig.diagnostics.problem import Severity, has_errors
from modelconfig.jsontext.writer import dump_document
from modelconfig.schema.validator import embedded_validator

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "catalog"
POSITIVE = sorted(folder.parent for folder in CASES.glob("positive/*/models.json"))
NEGATIVE = sorted(folder.parent for folder in CASES.glob("negative/*/expected.txt"))
BUILDER = [file for file in (ROOT / "codegen" / "catalog").rglob("*.py") if file.name != "due_rules.py"]


def built(folder: Path) -> BuildResult:
    return build(folder, ROOT / "schema")


def shown(result: BuildResult, folder: Path) -> list[str]:
    return [
        f"{found.code}@{Path(found.file).relative_to(folder).as_posix()}"
        + (f":{found.line}:{found.column}" if found.line else "")
        for found in result.problems
    ]


@pytest.mark.parametrize("folder", POSITIVE, ids=lambda folder: folder.name)
def test_positive(folder: Path) -> None:
    result = built(folder)
    assert shown(result, folder) == []
    assert result.document is not None
    assert dump_document(result.document) == (folder / "models.json").read_text(encoding="utf-8")
    assert dump_document(result.sources) == (folder / "models.sources.json").read_text(encoding="utf-8")
    assert embedded_validator("sources").problems(result.sources) == []


@pytest.mark.parametrize("folder", NEGATIVE, ids=lambda folder: folder.name)
def test_negative(folder: Path) -> None:
    result = built(folder)
    assert shown(result, folder) == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert (result.document is None) == has_errors(result.problems)
    assert all(found.hint.endswith((".", "?")) for found in result.problems if found.code >= "MC201")


def test_cases_are_found_and_complete() -> None:
    folders = {folder for folder in CASES.glob("*/*") if folder.is_dir()}
    assert folders == {*POSITIVE, *NEGATIVE}
    assert len(POSITIVE) >= 2
    assert len(NEGATIVE) >= 20


def test_every_rule_of_the_catalogue_has_a_case_and_an_explanation() -> None:
    raised: dict[str, Severity] = {}
    for folder in NEGATIVE:
        raised |= {found.code: found.severity for found in built(folder).problems if found.code.startswith("MC2")}
    source = "".join(file.read_text(encoding="utf-8") for file in BUILDER)
    codes = set(re.findall(r'"(MC2(?:[56][0-9]|7[3-9]|[89][0-9]))"', source))
    assert codes <= raised.keys(), codes - raised.keys()
    for code in codes:
        problem_code = CODES[code]
        assert problem_code.severity is raised[code], code


def test_a_suppression_removes_its_warning_and_is_counted() -> None:
    result = built(CASES / "positive" / "everything")
    assert result.problems == []
    assert result.accepted == 3


def test_related_locations_are_in_the_files_and_not_in_the_document() -> None:
    (found,) = [one for one in built(CASES / "negative" / "duplicate-model").problems if one.code == "MC201"]
    (first,) = found.related
    assert (Path(first.file).name, first.line, first.column, first.pointer) == ("acme.yaml", 5, 9, "/models/0/id")


def test_only_an_unquoted_string_gets_the_hint_to_quote_it(tmp_path: Path) -> None:
    shutil.copytree(CASES / "positive" / "smallest", tmp_path, dirs_exist_ok=True)
    provider = tmp_path / "providers" / "acme.yaml"
    text = provider.read_text("utf-8").replace("displayName: Large", "displayName: 12")
    provider.write_text(text.replace("capabilities: [chat", "capabilities: 5 # [chat"), "utf-8")
    hints = {found.pointer: found.hint for found in built(tmp_path).problems if found.code == "MC101"}
    assert hints.pop("/models/0/displayName") == 'Put it in quotes: "12".'
    assert [hint for hint in hints.values() if "quotes" in hint] == []
    assert "/models/0/capabilities" in hints


def test_a_suppression_applies_only_to_its_own_model(tmp_path: Path) -> None:
    shutil.copytree(CASES / "negative" / "exception-on-the-wrong-model", tmp_path, dirs_exist_ok=True)
    provider = tmp_path / "providers" / "acme.yaml"
    head, large, small = re.split("  - id:", provider.read_text("utf-8"))
    large, exception = large.split("    exceptions:")
    models = [large, small.replace("Large", "Small") + f"    exceptions:{exception}"]
    models += [small.replace("small", f"small-{number}").replace("Large", f"Small {number}") for number in range(2, 10)]
    models.append(small.replace("small", "small-10"))
    provider.write_text("  - id:".join([head, *models]), "utf-8")
    found = {problem.code: problem.pointer for problem in built(tmp_path).problems}
    assert found == {"MC215": "/models/10/displayName", "MC264": "/models/1/exceptions/0/code"}


def test_a_problem_of_a_context_window_is_located_at_its_tier(tmp_path: Path) -> None:
    shutil.copytree(CASES / "positive" / "smallest", tmp_path, dirs_exist_ok=True)
    provider = tmp_path / "providers" / "acme.yaml"
    tiers = {"base": 1000, "free": 8000, "enterprise": 900}
    windows = ", ".join(f"{tier}: {{input: {tokens}, output: 100}}" for tier, tokens in tiers.items())
    text = provider.read_text("utf-8").replace("window: standard", f"contextWindow: {{{windows}}}", 1)
    provider.write_text(text, "utf-8")
    pointers = [found.pointer for found in built(tmp_path).problems]
    assert pointers == ["/models/0/contextWindow/base", "/models/0/contextWindow/enterprise"]


def test_values_of_a_map_have_the_order_of_the_schema() -> None:
    item = {"type": "object", "properties": {"first": {}, "second": {}}}
    schema = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Item"}}
    value = {"z": {"second": 2, "first": 1, "other": 3}, "a": {"second": 2}}
    ordered = in_schema_order(value, schema, {"Item": item})
    assert json.dumps(ordered) == '{"z": {"first": 1, "second": 2, "other": 3}, "a": {"second": 2}}'


@pytest.mark.parametrize("schemas", ["nowhere", "tests/cases/catalog/positive/smallest"])
def test_missing_schemas_are_a_problem(schemas: str) -> None:
    result = build(ROOT / "catalog", ROOT / schemas)
    assert result.document is None
    assert has_errors(result.problems)


def test_invalid_schemas_are_a_problem(tmp_path: Path) -> None:
    for name in ("catalog", "model"):
        (tmp_path / f"{name}.json").write_text('{"$defs": {}}', encoding="utf-8")
    result = build(ROOT / "catalog", tmp_path)
    assert [found.code for found in result.problems] == ["MC272"]
