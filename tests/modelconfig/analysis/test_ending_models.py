"""`site check --on DATE`: places that name models that end."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.analysis.ending_models import ending_models
from modelconfig.diagnostics.problem import Severity
from tests.helpers.command_line import run

if TYPE_CHECKING:
    from pathlib import Path

BASE = {
    "providers": [{"id": "acme"}, {"id": "bolt"}],
    "models": [
        {"modelRef": "acme::v1::old", "retiresOn": "2026-06-01", "replacement": "acme::v1::new"},
        {"modelRef": "acme::v1::ending", "retiresOn": "2026-12-31"},
        {"modelRef": "acme::v1::new", "retiresOn": "2030-01-01"},
        {"modelRef": "acme::v1::odd", "retiresOn": "soon"},
        {"modelRef": "bolt::v1::old", "retiresOn": "2026-06-01"},
    ],
}
DAY = date(2026, 11, 26)


def site(**section: Any) -> dict[str, Any]:
    return {"modelConfiguration": {"sourcegraph": {}, **section}}


def found(configuration: dict[str, Any], day: date = DAY) -> list[tuple[str, str]]:
    problems = ending_models(BASE, configuration, day)
    assert all((one.code, one.severity) == ("MC360", Severity.WARNING) for one in problems)
    return [(one.pointer.removeprefix("/modelConfiguration"), f"{one.message}. {one.hint}") for one in problems]


def test_default_models() -> None:
    configuration = site(defaultModels={"chat": "acme::v1::old", "fastChat": "acme::v1::ending"})
    assert found(configuration) == [
        (
            "/defaultModels/chat",
            '"acme::v1::old" has been retired since 2026-06-01. Its replacement is "acme::v1::new".',
        ),
        ("/defaultModels/fastChat", '"acme::v1::ending" retires on 2026-12-31. Choose another model.'),
    ]


def test_default_models_of_the_base() -> None:
    base = {**BASE, "defaultModels": {"chat": "acme::v1::old", "fastChat": "acme::v1::ending", "codeCompletion": "x"}}
    filters = {"modelFilters": {"deny": ["*ending"]}}
    _, *problems = ending_models(base, site(sourcegraph=filters), DAY)
    assert [(one.pointer, one.message, one.hint) for one in problems] == [
        (
            "/modelConfiguration",
            'the catalogue\'s default model "acme::v1::old" for `chat` has been retired since 2026-06-01',
            'Set `defaultModels.chat` to another model. Its replacement is "acme::v1::new".',
        ),
        (
            "/modelConfiguration/sourcegraph/modelFilters/deny/0",
            '"acme::v1::ending" retires on 2026-12-31',
            "Choose another model.",
        ),
    ] or problems
    named = {"chat": "acme::v1::new", "fastChat": "acme::v1::new"}
    assert ending_models(base, site(defaultModels=named), DAY) == []


def test_models_without_a_near_end_are_not_reported() -> None:
    configuration = site(defaultModels={"chat": "acme::v1::new", "fastChat": "acme::v1::odd", "codeCompletion": "x"})
    assert found(configuration) == []
    assert found(site(defaultModels={"chat": "acme::v1::ending"}), date(2026, 10, 1)) == []
    assert len(found(site(defaultModels={"chat": "acme::v1::ending"}), date(2026, 10, 2))) == 1


def test_overrides() -> None:
    configuration = site(modelOverrides=[{"modelRef": "acme::v1::new"}, {"modelRef": "acme::v1::old"}])
    assert [pointer for pointer, _ in found(configuration)] == ["/modelOverrides/1/modelRef"]


def test_patterns_that_match_only_models_that_end() -> None:
    filters = {"allow": ["acme::v1::old", "acme::*", "*old", "*nothing"], "deny": ["acme::v1::ending"]}
    assert [pointer for pointer, _ in found(site(sourcegraph={"modelFilters": filters}))] == [
        "/sourcegraph/modelFilters/allow/0",
        "/sourcegraph/modelFilters/allow/2",
        "/sourcegraph/modelFilters/deny/0",
    ]


@pytest.mark.parametrize("kind", ["allow", "deny", "statusFilter"])
def test_items_of_filters_that_are_no_strings_are_ignored(kind: str) -> None:
    base = {**BASE, "defaultModels": {"chat": "acme::v1::old"}}
    configuration = site(sourcegraph={"modelFilters": {kind: [{}, 1, None]}})
    expected = [] if kind == "statusFilter" else ["/modelConfiguration"]
    assert [problem.pointer for problem in ending_models(base, configuration, DAY)] == expected


def test_a_provider_with_its_own_route_is_left_out() -> None:
    providers = [{"id": "acme", "serverSideConfig": {"type": "anthropic"}}, {"id": "bolt", "displayName": "Bolt"}]
    defaults = {"chat": "acme::v1::old", "fastChat": "bolt::v1::old"}
    configuration = site(providerOverrides=providers, defaultModels=defaults)
    assert [pointer for pointer, _ in found(configuration)] == ["/defaultModels/fastChat"]


def test_without_the_catalogue_nothing_is_named() -> None:
    assert found({"modelConfiguration": {"sourcegraph": None, "defaultModels": {"chat": "acme::v1::old"}}}) == []
    assert found({}) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
)


@given(value=JSON, name=st.sampled_from(["defaultModels", "modelOverrides", "providerOverrides", "sourcegraph"]))
def test_invalid_content_never_raises(value: Any, name: str) -> None:
    ending_models(BASE, site(**{name: value}), DAY)
    ending_models({"models": value, "providers": value}, site(), DAY)


@pytest.mark.parametrize(("arguments", "codes"), [(("--on", "2026-11-26"), ["MC360"]), ((), [])])
def test_only_with_a_day(arguments: tuple[str, ...], codes: list[str], tmp_path: Path) -> None:
    model = {
        "displayName": "Old",
        "capabilities": ["chat", "autocomplete"],
        "category": "other",
        "status": "stable",
        "tier": "free",
        "contextWindow": {"maxInputTokens": 9, "maxOutputTokens": 9},
    }
    models = [
        {**model, **one, "modelName": one["modelRef"][-3:]} for one in BASE["models"] if "odd" not in one["modelRef"]
    ]
    defaults = dict.fromkeys(("chat", "fastChat", "codeCompletion"), "acme::v1::new")
    head = {"schemaVersion": "1.0", "revision": "2026-01-01.1", "providers": BASE["providers"]}
    (tmp_path / "base.json").write_text(json.dumps(head | {"models": models, "defaultModels": defaults}), "utf-8")
    (tmp_path / "site.json").write_text(json.dumps(site(defaultModels={"chat": "acme::v1::old"})), "utf-8")
    checked = run(
        "site", "check", tmp_path / "site.json", "--base", tmp_path / "base.json", "--format", "json", *arguments
    )
    assert [problem["code"] for problem in json.loads(checked.stdout)] == codes
    assert checked.returncode == 0
