"""All problems are reported at once: merging also checks the valid parts of a configuration with errors elsewhere."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from modelconfig.analysis.check import check_site
from modelconfig.diagnostics.codes import CODES
from modelconfig.site.structure import check_structure
from modelconfig.site.valid_parts import _DEPENDENCIES, removed_pointers, without_values

BASE = json.loads((Path(__file__).parents[2] / "cases" / "site-rules" / "base.json").read_text("utf-8"))
OTHER_ERROR = {"licenseKey": 5}

# Each has one problem of merging, named after its code.
DUPLICATE_MODEL = {"modelOverrides": [{"modelRef": "acme::v1::x", "capabilities": ["chat"]}] * 2}
DUPLICATE_PROVIDER = {"providerOverrides": [{"id": "acme"}, {"id": "acme"}]}
WITHOUT_CAPABILITIES = {"modelOverrides": [{"modelRef": "acme::v1::x"}]}
UNKNOWN_PROVIDER = {"modelOverrides": [{"modelRef": "none::v1::x", "capabilities": ["chat"]}]}
UNREACHABLE = {"providerOverrides": [{"id": "new"}]}
UNKNOWN_PRESET = {"modelOverridesRecommendedSettings": ["none::v1::x"]}
UNKNOWN_DEFAULT = {"defaultModels": {"chat": "acme::v1::x"}}
REPLACED_DEFAULT = {"sourcegraph": {"modelFilters": {"deny": [BASE["defaultModels"]["chat"]]}}}
NO_DEFAULT = {
    "sourcegraph": None,
    "providerOverrides": [{"id": "a"}],
    "modelOverrides": [{"modelRef": "a::v1::x", "capabilities": ["vision"]}],
}


def codes(section: dict[str, Any], **others: Any) -> set[str]:
    """Return the codes of the problems of merging among all problems."""
    site = {"modelConfiguration": {"sourcegraph": {}, **section}, **others}
    before = deepcopy(site)
    problems = check_site(BASE, site)
    assert site == before
    return {problem.code for problem in problems if "MC330" <= problem.code <= "MC339"}


PROBLEMS = [
    ("MC330", DUPLICATE_MODEL),
    ("MC331", DUPLICATE_PROVIDER),
    ("MC332", WITHOUT_CAPABILITIES),
    ("MC333", UNKNOWN_PROVIDER),
    ("MC334", UNREACHABLE),
    ("MC335", UNKNOWN_PRESET),
    ("MC336", UNKNOWN_DEFAULT),
    ("MC337", REPLACED_DEFAULT),
    ("MC338", NO_DEFAULT),
]


@pytest.mark.parametrize(("code", "section"), PROBLEMS)
def test_a_problem_of_merging_is_reported_beside_an_error_that_does_not_concern_it(
    code: str, section: dict[str, Any]
) -> None:
    assert code in codes(section)
    assert codes(section, **OTHER_ERROR) == codes(section)
    harmless = [{"id": "other", "displayName": 5, "serverSideConfig": {"type": "openai"}}]
    overrides = {"providerOverrides": [*section.get("providerOverrides", []), *harmless]}
    assert code in codes({**section, **overrides})


ITEM_ERROR = {"modelOverrides": [{"modelRef": "acme"}]}
CAPABILITY_ERROR = {"modelOverrides": [{"modelRef": "acme::v1::y", "capabilities": ["chat", "none"]}]}
CATEGORY_ERROR = {"modelOverrides": [{"modelRef": "acme::v1::y", "capabilities": ["chat"], "category": "none"}]}
SELF_HOSTED_ERROR = {"selfHostedModels": [{"provider": "acme"}]}
PROVIDER_ERROR: dict[str, Any] = {"providerOverrides": [{"id": 5}]}
PROVIDER_LIST_ERROR: dict[str, Any] = {"providerOverrides": {}}
PROVIDER_DEFAULT_ERROR = {"providerOverrides": [{"id": "acme", "defaultModelConfig": {"capabilities": 5}}]}
FILTER_ERROR = {"sourcegraph": {"modelFilters": {"allow": 5}}}
GATEWAY_ERROR: dict[str, Any] = {"sourcegraph": 5}
DEFAULTS_ERROR = {"defaultModels": {"fastChat": 5}}


@pytest.mark.parametrize(
    ("code", "section", "error"),
    [
        ("MC332", WITHOUT_CAPABILITIES, PROVIDER_DEFAULT_ERROR),
        ("MC332", WITHOUT_CAPABILITIES, FILTER_ERROR),
        ("MC332", WITHOUT_CAPABILITIES, GATEWAY_ERROR),
        ("MC333", UNKNOWN_PROVIDER, PROVIDER_ERROR),
        ("MC333", UNKNOWN_PROVIDER, PROVIDER_LIST_ERROR),
        ("MC333", UNKNOWN_PROVIDER, FILTER_ERROR),
        ("MC334", UNREACHABLE, GATEWAY_ERROR),
        ("MC336", UNKNOWN_DEFAULT, ITEM_ERROR),
        ("MC336", UNKNOWN_DEFAULT, CAPABILITY_ERROR),
        ("MC336", UNKNOWN_DEFAULT, CATEGORY_ERROR),
        ("MC336", UNKNOWN_DEFAULT, SELF_HOSTED_ERROR),
        ("MC336", UNKNOWN_DEFAULT, PROVIDER_ERROR),
        ("MC336", UNKNOWN_DEFAULT, PROVIDER_DEFAULT_ERROR),
        ("MC336", UNKNOWN_DEFAULT, FILTER_ERROR),
        ("MC336", UNKNOWN_DEFAULT, GATEWAY_ERROR),
        ("MC336", UNKNOWN_DEFAULT, {"selfHostedModels": {}}),
        ("MC336", {}, {"defaultModels": {"chat": "acme::v1::x", "fastChat": 5}}),
        ("MC337", REPLACED_DEFAULT, CAPABILITY_ERROR),
        ("MC337", REPLACED_DEFAULT, DEFAULTS_ERROR),
        ("MC338", NO_DEFAULT, {"selfHostedModels": [{"provider": "acme"}]}),
    ],
)
def test_a_problem_that_depends_on_an_error_is_not_reported(
    code: str, section: dict[str, Any], error: dict[str, Any]
) -> None:
    assert code not in codes({**section, **error})


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("MC332", {"modelOverrides": [{"modelRef": "acme::v1::x", "capabilities": ["none"]}]}),
        ("MC334", {"providerOverrides": [{"id": "new", "serverSideConfig": {"type": "none"}}]}),
    ],
)
def test_a_removed_property_is_not_reported_as_missing(code: str, error: dict[str, Any]) -> None:
    assert code not in codes(error)


@pytest.mark.parametrize("name", ["apiVersion", "model", "provider"])
def test_a_self_hosted_model_without_its_identity_is_left_out(name: str) -> None:
    model = {"provider": "acme", "model": "starcoder2-7b@v1", name: 5}
    site = {"modelConfiguration": {"selfHostedModels": [model]}}
    rest = without_values(site, removed_pointers(check_structure(site)))
    assert rest == {"modelConfiguration": {"selfHostedModels": [None]}}


def test_removed_items_do_not_change_the_locations_of_others() -> None:
    section = {
        "modelOverrides": [
            {"modelRef": 5},
            {"modelRef": "acme::v1::x", "capabilities": ["chat"]},
            {"modelRef": "acme"},
            {"modelRef": "acme::v1::x", "capabilities": ["chat"]},
        ],
        "providerOverrides": [{"id": 5}, {"id": "new"}],
        "modelOverridesRecommendedSettings": [5, "none::v1::x"],
        "selfHostedModels": [{}, {"provider": "acme", "model": "none@v1"}],
    }
    problems = check_site(BASE, {"modelConfiguration": {"sourcegraph": {}, **section}})
    assert {problem.code: problem.pointer for problem in problems if problem.code in ("MC330", "MC334")} == {
        "MC330": "/modelConfiguration/modelOverrides/3/modelRef",
        "MC334": "/modelConfiguration/providerOverrides/1/id",
    }
    assert [problem.pointer for problem in problems if problem.code == "MC335"] == [
        "/modelConfiguration/modelOverridesRecommendedSettings/1",
        "/modelConfiguration/selfHostedModels/1/model",
    ]


def test_unknown_properties_of_the_valid_parts_are_left_out() -> None:
    override = {
        "modelRef": "acme::v1::x",
        "estimatedModelCost": 5,
        "modelCost": {"unit": "mtok", "inputTokenPennies": 1},
    }
    assert "MC332" in codes({"modelOverrides": [override]}, **OTHER_ERROR)


@pytest.mark.parametrize("site", [{"modelConfiguration": 5}, {"completions": {"provider": 5}}, {"licenseKey": 5}])
def test_without_a_section_the_valid_part_is_empty(site: dict[str, Any]) -> None:
    assert without_values(site, removed_pointers(check_structure(site))) is None


def test_every_code_of_merging_is_listed_and_tested() -> None:
    # Those of the rules for documents are tested with the merged result.
    assert {code for code in _DEPENDENCIES if code >= "MC300"} == {code for code, _ in PROBLEMS}
    assert set(_DEPENDENCIES) <= set(CODES)
