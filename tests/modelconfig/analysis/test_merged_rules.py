"""The rules for documents on merged documents: problems at the settings that cause them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.analysis.check import check_site, evaluate_site
from modelconfig.analysis.merged_rules import BASE as BASE_FILE
from modelconfig.diagnostics.problem import Severity
from modelconfig.documents.lint import document_rules
from modelconfig.site.site_file import parse_site
from modelconfig.views.client_view import client_view
from tests.helpers.site_documents import site_documents

BASE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "cases" / "site" / "base.json").read_bytes())
DEFAULT_REF = BASE["defaultModels"]["chat"]
ROUTE = {"type": "openaicompatible", "endpoints": [{"url": "https://llm.acme.test/v1"}]}
OURS = {"id": "ours", "displayName": "Ours", "serverSideConfig": ROUTE}
MODEL = {"modelRef": "ours::v1::x", "displayName": "Unlike the others", "capabilities": ["chat"]}


def found(section: dict[str, Any], base: dict[str, Any] = BASE) -> list[tuple[str, str]]:
    problems = check_site(base, {"licenseKey": "abc", "modelConfiguration": {"sourcegraph": {}, **section}})
    assert all(problem.severity is Severity.WARNING for problem in problems), problems
    return [(one.code, (one.file + one.pointer).removeprefix("/modelConfiguration")) for one in problems]


def changed(ref: str, **properties: Any) -> dict[str, Any]:
    """Return the base document with other properties of one model, without windows of tiers."""
    base = copy.deepcopy(BASE)
    (model,) = (model for model in base["models"] if model["modelRef"] == ref)
    model.pop("modelConfigAllTiers", None)
    model |= properties
    return base


def new_model(**properties: Any) -> dict[str, Any]:
    return {"providerOverrides": [OURS], "modelOverrides": [{**MODEL, **properties}]}


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({}, []),
        ({"displayName": " Ours"}, [("MC213", "/modelOverrides/0/displayName")]),
        ({"modelName": " "}, [("MC214", "/modelOverrides/0/modelName")]),
        ({"capabilities": ["vision"]}, [("MC222", "/modelOverrides/0/capabilities")]),
        ({"reasoningEffort": "low"}, [("MC313", "/modelOverrides/0/reasoningEffort")]),
        (
            {"contextWindow": {"maxInputTokens": 100, "maxOutputTokens": 50, "maxUserInputTokens": 101}},
            [("MC232", "/modelOverrides/0/contextWindow/maxUserInputTokens")],
        ),
        # The output of a new model has a value that no setting names.
        ({"contextWindow": {"maxInputTokens": 100}}, [("MC231", "/modelOverrides/0/contextWindow")]),
        (
            {"modelCost": {"unit": "mtok", "inputTokenCredits": 1, "outputTokenCredits": 1}},
            [("MC241", "/modelOverrides/0/modelCost")],
        ),
        (
            {"modelCost": {"unit": "mtok", "inputTokenCredits": 10, "outputTokenPennies": 5}},
            [("MC242", "/modelOverrides/0/modelCost/outputTokenPennies")],
        ),
    ],
)
def test_a_setting_is_reported(properties: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    ours = [problem for problem in found(new_model(**properties)) if problem[0] != "MC319"]
    assert ours == expected


def test_a_setting_for_many_models_is_reported_once() -> None:
    cost = {"unit": "mtok", "inputTokenCredits": 1, "outputTokenCredits": 1}
    provider = BASE["providers"][0]["id"]
    assert found({"providerOverrides": [{"id": provider, "defaultModelConfig": {"modelCost": cost}}]}) == [
        ("MC241", "/providerOverrides/0/defaultModelConfig/modelCost")
    ]


def test_a_changed_model_is_reported_only_for_what_changed() -> None:
    window = {"maxInputTokens": 100, "maxOutputTokens": 200}
    base = changed(DEFAULT_REF, contextWindow=window)
    assert found({}, base) == []
    assert found({"modelOverrides": [{"modelRef": DEFAULT_REF, "displayName": "Another"}]}, base) == []
    override = {"modelRef": DEFAULT_REF, "contextWindow": {"maxInputTokens": 150}}
    # The base has the problem too, and the setting does not cause it.
    assert found({"modelOverrides": [override]}, base) == []
    base = changed(DEFAULT_REF, contextWindow={"maxInputTokens": 300, "maxOutputTokens": 200})
    assert found({"modelOverrides": [override]}, base) == [("MC231", "/modelOverrides/0/contextWindow")]


def test_the_setting_is_reported_whichever_of_two_models_it_changes() -> None:
    first, last = BASE["models"][0], BASE["models"][-1]
    for ref, name in ((first["modelRef"], last["displayName"]), (last["modelRef"], first["displayName"])):
        section = {"modelOverrides": [{"modelRef": ref, "displayName": name}]}
        assert found(section) == [("MC215", "/modelOverrides/0/displayName")]


def test_both_settings_of_two_models_are_named() -> None:
    section = {"providerOverrides": [OURS], "modelOverrides": [MODEL, {**MODEL, "modelRef": "ours::v1::y"}]}
    (problem,) = check_site(BASE, {"licenseKey": "abc", "modelConfiguration": {"sourcegraph": {}, **section}})
    pointers = [problem.pointer, *(one.pointer for one in problem.related)]
    assert pointers == [f"/modelConfiguration/modelOverrides/{index}/displayName" for index in (1, 0)]


def test_an_error_that_no_setting_causes_is_reported_at_the_base_document() -> None:
    index = next(number for number, model in enumerate(BASE["models"]) if model["modelRef"] == DEFAULT_REF)
    window = {"maxInputTokens": 100, "maxOutputTokens": 50, "maxUserInputTokens": 200}
    base = changed(DEFAULT_REF, contextWindow=window)
    deny = [model["modelRef"] for model in BASE["models"][:index]]
    expected = [("MC232", f"{BASE_FILE}/models/{index}/contextWindow/maxUserInputTokens")]
    assert [
        one for one in found({"sourcegraph": {"modelFilters": {"deny": deny}}}, base) if one[0] == "MC232"
    ] == expected
    assert found({}, base) == expected


def test_problems_of_the_base_document_have_no_line() -> None:
    base = {**BASE, "defaultModels": {**BASE["defaultModels"], "fallbackChat": "acme::v1::unlisted"}}
    file, _ = parse_site('{"sourcegraph": {}}', "site.jsonc")
    assert file is not None
    (problem,) = file.place(check_site(base, file.value))
    assert (problem.code, problem.file, problem.line, problem.pointer) == (
        "MC204",
        BASE_FILE,
        None,
        "/defaultModels/fallbackChat",
    )


def test_a_deprecated_default_is_reported_where_it_is_named_or_missing() -> None:
    base = changed(DEFAULT_REF, status="deprecated")
    assert found({"defaultModels": {"chat": DEFAULT_REF}}, base) == [("MC205", "/defaultModels/chat")]
    assert found({}, base) == [("MC205", "")]


@pytest.mark.parametrize(("day", "ends"), [("2020-01-01", True), ("2027-02-24", True), ("2027-02-25", False)])
def test_a_default_that_retires_soon_after_the_revision_is_reported(day: str, *, ends: bool) -> None:
    base = {**changed(DEFAULT_REF, retiresOn=day), "revision": "2026-11-26.1"}
    assert found({"defaultModels": {"chat": DEFAULT_REF}}, base) == [("MC205", "/defaultModels/chat")] * ends
    assert found({}, base) == [("MC205", "")] * ends


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ({"modelRef": 5}, [("MC213", "/modelOverrides/0/displayName")]),
        ({"modelRef": DEFAULT_REF, "category": 5}, [("MC213", "/modelOverrides/0/displayName")]),
    ],
)
def test_other_settings_are_reported_beside_an_error(override: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    section = {"providerOverrides": [OURS], "modelOverrides": [{**MODEL, "displayName": " Ours"}, override]}
    problems = check_site(BASE, {"licenseKey": "abc", "modelConfiguration": {"sourcegraph": {}, **section}})
    warnings = [one for one in problems if one.severity is Severity.WARNING]
    assert len(warnings) < len(problems)
    assert [(one.code, one.pointer.removeprefix("/modelConfiguration")) for one in warnings] == expected


@pytest.mark.parametrize(
    "section",
    [
        {"providerOverrides": [OURS, {"id": 5}], "modelOverrides": [MODEL]},
        {"providerOverrides": [OURS], "modelOverrides": [{**MODEL, "displayName": " Ours", "category": 5}]},
        {"providerOverrides": [OURS], "modelOverrides": [{**MODEL, "modelRef": "ours::v1"}]},
    ],
)
def test_what_depends_on_an_error_is_not_reported_beside_it(section: dict[str, Any]) -> None:
    problems = check_site(BASE, {"licenseKey": "abc", "modelConfiguration": {"sourcegraph": {}, **section}})
    assert {one.severity for one in problems} == {Severity.ERROR}


@given(st.data())
@settings(max_examples=60)
def test_every_error_of_the_merged_document_is_reported_once(data: st.DataObject) -> None:
    evaluation = evaluate_site(BASE, data.draw(site_documents()))
    if evaluation.merged is None:
        return
    document = evaluation.merged.document
    assert document is not None
    errors = [one for one in document_rules.check(client_view(document)) if one.severity is Severity.ERROR]
    reported = {problem.code for problem in evaluation.problems}
    replaced = {"MC204": {"MC336", "MC337", "MC204"}, "MC206": {"MC336", "MC337", "MC206"}}
    assert all(replaced.get(error.code, {error.code}) & reported for error in errors)
    locations = [(one.code, one.file, one.pointer) for one in evaluation.problems if "MC200" < one.code < "MC249"]
    assert len(locations) == len(set(locations))
