"""Each rule reports the changes that it covers, with the right verdict, and no others; each has a page."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.report import change_findings, changed, next_version
from codegen.evolution.rules import rule_pages
from codegen.evolution.rules.findings import Level, Verdict
from codegen.schema.dialect import metaschema
from tests.codegen.evolution.evolution_cases import (
    CASES,
    case_findings,
    case_id,
    cases,
    line,
    schemas,
    snapshots,
    sources,
)

if TYPE_CHECKING:
    from pathlib import Path

ALL = cases()


@pytest.mark.parametrize("folder", ALL, ids=case_id)
def test_a_case_has_exactly_its_findings(folder: Path) -> None:
    rule, verdict = folder.parts[-3:-1]
    found = case_findings(folder)
    assert [line(one) for one in found] == (folder / "expected.txt").read_text("utf-8").splitlines()
    verdicts = {one.verdict() for one in found if one.rule == rule}
    assert next((one.value for one in Verdict if one in verdicts), "silent") == verdict


@pytest.mark.parametrize("folder", ALL, ids=case_id)
def test_a_message_does_not_repeat_its_subject(folder: Path) -> None:
    for found in case_findings(folder):
        name = found.change.subject.rpartition(".")[2]
        assert f"`{name}`" not in found.message
        assert f'"{name}"' not in found.message


@pytest.mark.parametrize("folder", ALL, ids=case_id)
def test_equal_schemas_have_no_findings(folder: Path) -> None:
    for before in snapshots(folder):
        assert change_findings(before, before) == []
        assert not changed(before, before)


@pytest.mark.parametrize("folder", ALL, ids=case_id)
def test_every_difference_is_detected(folder: Path) -> None:
    old, new = snapshots(folder)
    if changed(old, new):
        for found in (change_findings(old, new), change_findings(new, old)):
            assert found


@pytest.mark.parametrize("folder", ALL, ids=case_id)
def test_comparing_changes_nothing(folder: Path) -> None:
    values = schemas(folder, "old"), schemas(folder, "new")
    before = copy.deepcopy(values)
    list(change_findings(Snapshot(sources(**values[0]).files), Snapshot(sources(**values[1]).files)))
    assert values == before


def test_every_rule_has_reported_and_silent_cases() -> None:
    by_rule: dict[str, set[str]] = {}
    for folder in ALL:
        by_rule.setdefault(folder.parts[-3], set()).add(folder.parts[-2])
    assert sorted(by_rule) == rule_pages.rules_on_changes()
    for rule, verdicts in by_rule.items():
        assert "silent" in verdicts, rule
        assert verdicts - {"silent"}, rule
        assert verdicts <= {*Verdict, "silent"}, rule


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert rule_pages.rules_with_page() == sorted([*rule_pages.rules_on_changes(), rule_pages.VERSION_NOT_RAISED])
    for rule in rule_pages.rules_with_page():
        text = rule_pages.page(rule)
        assert text is not None
        first, blank, _ = text.partition("\n\n")
        assert first == f"# {rule}"
        assert blank
        assert rule_pages.summary(rule).endswith(".")
        assert "\nFix: " in text, rule


def test_every_finding_has_a_page() -> None:
    assert {one.rule for folder in ALL for one in case_findings(folder)} == set(rule_pages.rules_on_changes())


def test_findings_have_audiences_and_hints() -> None:
    for folder in ALL:
        for one in case_findings(folder):
            assert one.message
            assert one.hint.endswith("."), one
            assert not one.message.endswith("."), one
            for effect in one.effects:
                assert effect.audiences
                assert effect.text


@pytest.mark.parametrize(
    ("case", "severity", "level"),
    [
        ("definition-removed/breaks/announced-by-the-member-that-used-it", "warning", Level.MAJOR),
        ("definition-removed/breaks/with-the-member-that-used-it", "error", Level.MAJOR),
        ("open-value-removed/breaks/open", "warning", Level.MAJOR),
        ("open-value-removed/breaks/of-an-administrator-s-file", "error", Level.MAJOR),
        ("member-removed/breaks/deprecated-and-then-reserved", "warning", Level.MAJOR),
        ("member-removed/breaks/from-an-open-object", "error", Level.MAJOR),
        ("secret-unmarked/breaks/shown", "error", Level.NONE),
        ("secret-marked/compatible/marked", "note", Level.PATCH),
        ("deprecated/compatible/a-member", "note", Level.MINOR),
    ],
)
def test_a_finding_has_a_severity_and_a_level(case: str, severity: str, level: Level) -> None:
    rule = case.partition("/")[0]
    assert [(one.severity().value, one.required_level) for one in case_findings(CASES / case) if one.rule == rule] == [
        (severity, level)
    ]


@pytest.mark.parametrize(
    ("version", "level", "successor"),
    [
        ("1.2.3", Level.MAJOR, "2.0.0"),
        ("1.2.3", Level.MINOR, "1.3.0"),
        ("1.2.3", Level.PATCH, "1.2.4"),
        ("1.2.3", Level.NONE, "1.2.3"),
        ("0.2.3", Level.MAJOR, "0.3.0"),
        ("0.2.3", Level.MINOR, "0.2.4"),
        ("0.2.3", Level.PATCH, "0.2.4"),
    ],
)
def test_a_version_has_a_successor_for_each_level(version: str, level: Level, successor: str) -> None:
    assert next_version(version, level) == successor


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("minimum-raised/breaks/exclusive", "`minimum` changed from 0 to more than 0"),
        ("minimum-raised/breaks/of-a-text", "`minLength` changed from 0 to 1"),
        ("maximum-raised/breaks/dropped", "`maxLength` changed from 5 to unlimited"),
        ("member-shown/compatible/optional", "is no longer server-side"),
        ("member-shown/compatible/to-instances", "is no longer only for clients"),
    ],
)
def test_messages_describe_the_change(case: str, message: str) -> None:
    rule = case.partition("/")[0]
    assert [one.message for one in case_findings(CASES / case) if one.rule == rule] == [message]


@pytest.mark.parametrize(
    ("case", "category", "text"),
    [
        ("text-to-open-enumeration", "FORWARD", "all listed values are valid against the schema of older readers"),
        ("open-enumeration-to-text-that-fits", "BACKWARD", "all listed values are valid against the new schema"),
    ],
)
def test_effects_have_a_reason(case: str, category: str, text: str) -> None:
    (one,) = (
        found for found in case_findings(CASES / "form-changed" / "breaks" / case) if found.rule == "form-changed"
    )
    assert text in [effect.text for effect in one.effects if effect.category == category]


OTHER_VALUES: dict[str, Any] = {
    "$ref": "#/$defs/Other", "title": "x", "description": "x", "type": "boolean", "const": "x",
    "oneOf": [{"const": "x"}], "anyOf": [{"$ref": "#/$defs/Other"}, {"type": "null"}],
    "properties": {"x": {"type": "string"}}, "required": ["name"], "additionalProperties": True,
    "items": {"type": "string"}, "pattern": "^x$", "minLength": 3, "maxLength": 4, "minimum": 3, "maximum": 4,
    "exclusiveMinimum": 3, "exclusiveMaximum": 4, "minItems": 3, "maxItems": 4, "uniqueItems": True,
    "minProperties": 3, "maxProperties": 4, "default": "x", "examples": ["x"], "deprecated": True,
    "x-since": "x", "x-open-enum": True, "x-visibility": "server", "x-client-required": True,
    "x-client-copy-of": "other", "x-secret": True, "x-unique": ["x"], "x-references": "/name",
    "x-known-values": "/name", "x-name": "other", "x-route-dependent": True,
    "x-ts-template": "${string}", "x-reserved": ["x"], "x-maps-to": "#/$defs/Other", "x-not-mapped": "x",
}  # fmt: skip
HOLDERS = {
    "required": "Document", "additionalProperties": "Document", "properties": "Document", "minProperties": "Document",
    "maxProperties": "Document", "x-reserved": "Document", "minItems": "list", "maxItems": "list",
    "uniqueItems": "list",
    "items": "list", "x-unique": "list", "minimum": "number", "maximum": "number", "exclusiveMinimum": "number",
    "exclusiveMaximum": "number", "oneOf": "Choice", "x-open-enum": "Choice", "const": "name",
}  # fmt: skip


@pytest.mark.parametrize("keyword", sorted(set(metaschema()["$defs"]["Subschema"]["properties"]) - {"x-deprecated"}))
def test_every_keyword_of_the_dialect_is_compared(keyword: str) -> None:
    members: dict[str, Any] = {
        "name": {"type": "string"}, "other": {"type": "string"},
        "list": {"type": "array", "items": {"type": "integer"}},
        "number": {"type": "number"}, "choice": {"$ref": "#/$defs/Choice"}, "more": {"$ref": "#/$defs/Other"},
    }  # fmt: skip
    record = {"type": "object", "properties": members, "additionalProperties": False}
    choice = {"type": "string", "oneOf": [{"const": "a"}, {"const": "b"}]}
    old = {
        "x-version": "1.0.0", "$ref": "#/$defs/Document",
        "$defs": {"Document": record, "Choice": choice, "Other": {"type": "string"}},
    }  # fmt: skip
    new = copy.deepcopy(old)
    holder = HOLDERS.get(keyword, "name")
    definitions: Any = new["$defs"]
    node = definitions.get(holder) or definitions["Document"]["properties"][holder]
    if keyword == "$ref":
        node.clear()
    node[keyword] = OTHER_VALUES[keyword]
    assert change_findings(Snapshot(sources(model=old).files), Snapshot(sources(model=new).files))


def test_the_folder_of_cases_contains_only_cases() -> None:
    for path in CASES.rglob("*"):
        if path.is_file():
            assert path.name in ("old.json", "new.json", "released.json", "expected.txt") or path.parts[-2] in (
                "old",
                "new",
            )
