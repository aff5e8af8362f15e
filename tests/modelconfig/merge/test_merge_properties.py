"""What holds of every merge, tried on site configurations and bases made from the schemas."""

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
from tests.helpers.fitting import Fitting
from tests.helpers.site_documents import BASE, model_configurations, site_documents

if TYPE_CHECKING:
    from collections.abc import Iterator

STRAY = "stray-member-value"
CONSUMER = Checker(embedded("model.consumer"))
SITES = Fitting(embedded("site"))
STRAYING_SITES = Fitting(embedded("site"), members={"zz later": st.sampled_from([STRAY, {"x": [STRAY]}])})
BASES = Fitting(embedded("model.consumer"), members={"zz later": st.sampled_from(["kept", {"kept": [None]}])})
REFS = [model["modelRef"] for model in BASE["models"]]


def _good(merged: Merged) -> dict[str, Any]:
    """Return the document after holding it to what readers need."""
    document = merged.document
    assert document is not None, merged.problems
    assert CONSUMER.problems(document) == []
    assert ModelConfiguration.from_json(document).to_json() == document
    return document


def _fits(rule: str, ref: str) -> bool:
    """Tell whether a reference fits a filter's rule, in the plainest way."""
    core = rule.removeprefix("*").removesuffix("*")
    if rule.startswith("*"):
        return rule == "*" or (core in ref if rule.endswith("*") else ref.endswith(core))
    return ref.startswith(core) if rule.endswith("*") else ref == core


def _places(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Yield pointer and value of everything below a JSON value that has no parts."""
    if not isinstance(value, (dict, list)) or not value:
        yield pointer, value
        return
    for name, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _places(item, join(pointer, name))


@given(BASES.documents(), SITES.documents() | STRAYING_SITES.documents())
@settings(max_examples=120)
def test_nothing_that_fits_the_schemas_raises_or_is_changed(base: dict[str, Any], site: dict[str, Any]) -> None:
    before = copy.deepcopy((base, site))
    merged = merge_site(base, site)
    assert (base, site) == before
    assert (merged.document is None) == has_errors(merged.problems)
    if merged.document is not None:
        _good(merged)
        assert STRAY not in json.dumps(merged.document)


@given(st.data())
@settings(max_examples=80)
def test_what_merges_is_usable_and_the_same_every_time(data: st.DataObject) -> None:
    site = data.draw(site_documents())
    before = copy.deepcopy((BASE, site))
    merged, again = merge_site(BASE, site), merge_site(*before)
    assert before == (BASE, site)
    assert again.problems == merged.problems
    if not has_errors(merged.problems):
        assert dump_document(_good(merged)) == dump_document(_good(again))


@given(st.data())
@settings(max_examples=60)
def test_every_place_has_an_origin_that_holds(data: st.DataObject) -> None:
    section = data.draw(model_configurations())
    site = {"modelConfiguration": section, "licenseKey": "YOUR-LICENCE-KEY"}
    merged = merge_site(BASE, site)
    document = _good(merged)
    supplied = {model["modelRef"]: model for model in BASE["models"]}
    for pointer, value in _places(document):
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
        # A provider that nobody can reach counts as supplied the second time; prices of two units drift.
        override["serverSideConfig"] = {"type": "openaicompatible", "endpoints": []}
        (override.get("defaultModelConfig") or {}).pop("modelCost", None)
    if section.get("sourcegraph"):
        section["sourcegraph"].pop("modelFilters", None)
    site = {"modelConfiguration": section}
    once = _good(merge_site(BASE, site))
    assert dump_document(_good(merge_site(once, site))) == dump_document(once)


@given(st.data())
@settings(max_examples=60)
def test_the_order_of_unrelated_overrides_does_not_matter(data: st.DataObject) -> None:
    refs = data.draw(st.lists(st.sampled_from(REFS), unique=True, max_size=4))
    models = [{**data.draw(SITES.definition("ModelOverride")), "modelRef": ref} for ref in refs]
    defaults = [data.draw(SITES.definition("DefaultModelConfig")) for _ in range(2)]
    providers = [
        {"id": one, "defaultModelConfig": default} for one, default in zip(["acme", "bolt"], defaults, strict=True)
    ]
    for said in (*models, *defaults):
        said.pop("capabilities", None)
    results = [
        merge_site(
            BASE,
            {"modelConfiguration": {"sourcegraph": {}, "modelOverrides": models, "providerOverrides": providers}},
        )
        for models, providers in [(models, providers), (models[::-1], providers[::-1])]
    ]
    assert dump_document(_good(results[0])) == dump_document(_good(results[1]))


@given(
    st.lists(
        st.sampled_from(["*", "**", "a*", "*a", "*::*", "acme*", "*v1*", *REFS[:2], "bolt::*", "A*", "x"]), max_size=3
    ),
    st.lists(st.sampled_from(["*e", "**", "bolt*", *REFS[1:3], "*zz*", "*::a*"]), max_size=2),
    st.none() | st.lists(st.sampled_from(["stable", "beta", "deprecated", "experimental"]), max_size=3),
)
def test_filters_are_what_the_rules_say_one_by_one(
    allow: list[str], deny: list[str], statuses: list[str] | None
) -> None:
    filters = {"allow": allow, "deny": deny, "statusFilter": statuses}
    own = {"id": "own", "serverSideConfig": {"type": "openaicompatible", "endpoints": []}}
    mine = {"modelRef": "own::v1::x", "capabilities": ["chat", "autocomplete"]}
    section = {"sourcegraph": {"modelFilters": filters}, "providerOverrides": [own], "modelOverrides": [mine]}
    merged = merge_site(BASE, {"modelConfiguration": section})
    listed = {model["modelRef"] for model in _good(merged)["models"]}
    for model in BASE["models"]:
        ref = model["modelRef"]
        passes = (
            (statuses is None or model["status"] in statuses)
            and (not allow or any(_fits(rule, ref) for rule in allow))
            and not any(_fits(rule, ref) for rule in deny)
        )
        assert (ref in listed) == passes
        assert (merged.provenance.removed(ref) is None) == passes


@pytest.mark.parametrize("site", [{}, {"modelConfiguration": {"sourcegraph": {}}}])
def test_without_settings_only_providers_get_more(site: dict[str, Any]) -> None:
    document = _good(merge_site(BASE, site))
    for left, right in zip(document["models"], BASE["models"], strict=True):
        assert canonical({**left, "displayName": ""}) == canonical({**right, "displayName": ""})
    assert document["defaultModels"] == BASE["defaultModels"]
    assert {name: document[name] for name in BASE if name not in ("providers", "models")} == {
        name: BASE[name] for name in BASE if name not in ("providers", "models")
    }
