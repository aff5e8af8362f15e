"""Properties of every merge, tested with site configurations and bases generated from the schemas."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.diagnostics.problem import has_errors
from modelconfig.jsontext.pointers import join, split
from modelconfig.jsontext.writer import canonical, dump_document
from modelconfig.merge.layers import ABSENT, Layer
from modelconfig.merge.patches import lookup
from modelconfig.merge.pipeline import Merged, merge_site
from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker
from modelconfig_types.model import ModelConfiguration
from tests.helpers.site_documents import BASE, model_configurations, site_documents
from tests.helpers.valid_value_strategies import ValidValues

if TYPE_CHECKING:
    from collections.abc import Iterator

STRAY = "stray-member-value"
CONSUMER = Checker(embedded("model.consumer"))
SITES = ValidValues(embedded("site"))
SITES_WITH_UNKNOWN_REFERENCES = ValidValues(
    embedded("site"), members={"zz later": st.sampled_from([STRAY, {"x": [STRAY]}])}
)
BASES = ValidValues(embedded("model.consumer"), members={"zz later": st.sampled_from(["kept", {"kept": [None]}])})
REFS = [model["modelRef"] for model in BASE["models"]]


def _checked(merged: Merged) -> dict[str, Any]:
    """Return the merged document after checking that readers accept it."""
    document = merged.document
    assert document is not None, merged.problems
    assert CONSUMER.problems(document) == []
    assert ModelConfiguration.from_json(document).to_json() == document
    return document


def _matches(rule: str, ref: str) -> bool:
    """Return whether a reference matches a filter pattern, by the simplest implementation."""
    core = rule.removeprefix("*").removesuffix("*")
    if rule.startswith("*"):
        return rule == "*" or (core in ref if rule.endswith("*") else ref.endswith(core))
    return ref.startswith(core) if rule.endswith("*") else ref == core


def _leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Yield pointer and value of each scalar and empty container below a JSON value."""
    if not isinstance(value, (dict, list)) or not value:
        yield pointer, value
        return
    for name, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _leaves(item, join(pointer, name))


@given(BASES.documents(), SITES.documents() | SITES_WITH_UNKNOWN_REFERENCES.documents())
@settings(max_examples=120)
def test_valid_inputs_raise_nothing_and_are_not_changed(base: dict[str, Any], site: dict[str, Any]) -> None:
    before = copy.deepcopy((base, site))
    merged = merge_site(base, site)
    assert (base, site) == before
    assert (merged.document is None) == has_errors(merged.problems)
    if merged.document is not None:
        _checked(merged)
        assert STRAY not in json.dumps(merged.document)


@given(st.data())
@settings(max_examples=80)
def test_a_merged_document_is_valid_and_deterministic(data: st.DataObject) -> None:
    site = data.draw(site_documents())
    before = copy.deepcopy((BASE, site))
    merged, again = merge_site(BASE, site), merge_site(*before)
    assert before == (BASE, site)
    assert again.problems == merged.problems
    if not has_errors(merged.problems):
        assert dump_document(_checked(merged)) == dump_document(_checked(again))


@given(st.data())
@settings(max_examples=60)
def test_every_location_has_a_correct_origin(data: st.DataObject) -> None:
    section = data.draw(model_configurations())
    site = {"modelConfiguration": section, "licenseKey": "YOUR-LICENCE-KEY"}
    merged = merge_site(BASE, site)
    document = _checked(merged)
    supplied = {model["modelRef"]: model for model in BASE["models"]}
    for pointer, value in _leaves(document):
        origin = merged.provenance.origin(pointer)
        assert lookup(site, tuple(split(origin.pointer))) is not ABSENT
        tokens = split(pointer)
        if origin.layer is Layer.SUPPLIED and tokens[0] == "models":
            ref = document["models"][int(tokens[1])]["modelRef"]
            assert lookup(supplied[ref], tuple(tokens[2:])) == value
        if origin.pointer and isinstance(value, str) and tokens[-1] in ("apiModel", "url", "endOfText", "modelName"):
            written = lookup(site, tuple(split(origin.pointer)))
            assert written == value or origin.layer in (Layer.RECOMMENDED, Layer.SELF_HOSTED)


@given(st.data())
@settings(max_examples=60)
def test_merging_the_result_again_changes_nothing(data: st.DataObject) -> None:
    section = data.draw(model_configurations())
    for override in section["providerOverrides"]:
        # The second merge treats an unreachable provider as part of the base; prices in two units drift.
        override["serverSideConfig"] = {"type": "openaicompatible", "endpoints": []}
        (override.get("defaultModelConfig") or {}).pop("modelCost", None)
    if section.get("sourcegraph"):
        section["sourcegraph"].pop("modelFilters", None)
    site = {"modelConfiguration": section}
    once = _checked(merge_site(BASE, site))
    assert dump_document(_checked(merge_site(once, site))) == dump_document(once)


@given(st.data())
@settings(max_examples=60)
def test_the_order_of_unrelated_overrides_does_not_matter(data: st.DataObject) -> None:
    refs = data.draw(st.lists(st.sampled_from(REFS), unique=True, max_size=4))
    models = [{**data.draw(SITES.definition("ModelOverride")), "modelRef": ref} for ref in refs]
    defaults = [data.draw(SITES.definition("DefaultModelConfig")) for _ in range(2)]
    providers = [
        {"id": one, "defaultModelConfig": default} for one, default in zip(["acme", "bolt"], defaults, strict=True)
    ]
    for settings_of in (*models, *defaults):
        settings_of.pop("capabilities", None)
    results = [
        merge_site(
            BASE,
            {"modelConfiguration": {"sourcegraph": {}, "modelOverrides": models, "providerOverrides": providers}},
        )
        for models, providers in [(models, providers), (models[::-1], providers[::-1])]
    ]
    assert dump_document(_checked(results[0])) == dump_document(_checked(results[1]))


@given(
    st.lists(
        st.sampled_from(["*", "**", "a*", "*a", "*::*", "acme*", "*v1*", *REFS[:2], "bolt::*", "A*", "x"]), max_size=3
    ),
    st.lists(st.sampled_from(["*e", "**", "bolt*", *REFS[1:3], "*zz*", "*::a*"]), max_size=2),
    st.none() | st.lists(st.sampled_from(["stable", "beta", "deprecated", "experimental"]), max_size=3),
)
def test_filters_agree_with_a_rule_by_rule_implementation(
    allow: list[str], deny: list[str], statuses: list[str] | None
) -> None:
    filters = {"allow": allow, "deny": deny, "statusFilter": statuses}
    own = {"id": "own", "serverSideConfig": {"type": "openaicompatible", "endpoints": []}}
    mine = {"modelRef": "own::v1::x", "capabilities": ["chat", "autocomplete"]}
    section = {"sourcegraph": {"modelFilters": filters}, "providerOverrides": [own], "modelOverrides": [mine]}
    merged = merge_site(BASE, {"modelConfiguration": section})
    listed = {model["modelRef"] for model in _checked(merged)["models"]}
    for model in BASE["models"]:
        ref = model["modelRef"]
        passes = (
            (statuses is None or model["status"] in statuses)
            and (not allow or any(_matches(rule, ref) for rule in allow))
            and not any(_matches(rule, ref) for rule in deny)
        )
        assert (ref in listed) == passes
        assert (merged.provenance.removed(ref) is None) == passes


@pytest.mark.parametrize("site", [{}, {"modelConfiguration": {"sourcegraph": {}}}])
def test_without_settings_only_providers_gain_properties(site: dict[str, Any]) -> None:
    document = _checked(merge_site(BASE, site))
    for left, right in zip(document["models"], BASE["models"], strict=True):
        assert canonical({**left, "displayName": ""}) == canonical({**right, "displayName": ""})
    assert document["defaultModels"] == BASE["defaultModels"]
    assert {name: document[name] for name in BASE if name not in ("providers", "models")} == {
        name: BASE[name] for name in BASE if name not in ("providers", "models")
    }
