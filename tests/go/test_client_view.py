"""The client view of Go is that of Python: over every case, the kit, random documents and other schemas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.conformance.kit import INDEX as KIT_INDEX
from codegen.conformance.kit import generate_kit
from codegen.pipeline import check_schemas
from modelconfig.documents.empty_arrays import _compile, _read
from modelconfig.documents.loader import load_document
from modelconfig.views.client_view import client_view, project
from modelconfig.views.visibility import compile_plan
from tests.codegen.conformance import random_trials
from tests.codegen.conformance.kit import FILES, in_text
from tests.codegen.conformance.kit import trials as kit_trials
from tests.codegen.schema.schema_cases import ROOT, cases
from tests.helpers.strategies import documents, equal_json, json_values
from tests.helpers.view_documents import document, model

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.go.toolchain import Trials

CASES = sorted((ROOT / "tests" / "cases" / "model").glob("*/*.json"))
WINDOW = {"maxInputTokens": 132_000, "maxOutputTokens": 8_192, "maxUserInputTokens": 18_000}
KNOWN = "serverSideConfig"
NAMES = [
    KNOWN,
    "SERVER_SIDE.config",
    "\u017ferver\u200bSideConfig",
    "serverSideCon\ufb01g",
    "server\u00dfideConfig",
    "\u0455erverSideConfig",
    "serverS\u0130deConfig",
    "serverSideConfig\u00b2",
    "reasoning effort",
    "UnlimitedChat",
    "unlimitedChat",
    "",
]


def view_in_go(trials: Trials, document: Any, package: str = "modelconfig") -> Any:
    """Return the client view of a document, or None if Go rejects it."""
    answer = trials.answer(f"{package}.ClientView", json.dumps(document))
    return json.loads(answer["text"]) if "text" in answer else None


def differing(trials: Trials, found: Iterable[tuple[str, Any]]) -> list[str]:
    """Return the names of the documents whose views differ."""
    views = [(name, view_in_go(trials, document), client_view(document)) for name, document in found]
    assert any(view is not None for _, view, _ in views)
    return [name for name, view, expected in views if view is not None and not equal_json(view, expected)]


def test_the_view_of_every_case_is_that_of_python(trials: Trials) -> None:
    found = [(path.name, json.loads(path.read_text("utf-8"))) for path in CASES]
    assert view_in_go(trials, load_document()) == client_view(load_document())
    assert differing(trials, [(name, value) for name, value in found if isinstance(value, dict)]) == []


def test_the_view_of_every_document_of_the_kit_is_that_of_python(trials: Trials) -> None:
    found = [*(trial for file in FILES for trial in kit_trials(file)), *random_trials.trials("valid")]
    models = [trial for trial in found if trial.schema == "model" and isinstance(trial.document, dict)]
    assert len(models) > 500
    assert differing(trials, [(trial.name, trial.document) for trial in models]) == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents("ModelConfiguration"), st.dictionaries(st.sampled_from(NAMES), json_values, max_size=3), st.data())
def test_the_view_of_any_document_is_that_of_python(
    trials: Trials, whole: dict[str, Any], unknown: dict[str, Any], data: st.DataObject
) -> None:
    objects = [whole, whole["defaultModels"], *whole["models"], *whole["providers"]]
    unknown = {**unknown, "later": [unknown, None, {"a": unknown}]}
    place = data.draw(st.sampled_from(objects))
    place.update({name: value for name, value in unknown.items() if name not in {KNOWN, *place}})
    assert equal_json(view_in_go(trials, whole), client_view(whole))


@pytest.mark.parametrize("name", [*NAMES, "displayName"])
def test_the_same_names_are_hidden(trials: Trials, name: str) -> None:
    own = {} if name == KNOWN else {name: "x"}
    whole = document(
        models=[model(**own)],
        providers=[{"id": "acme", **own}],
        later={name: 1, "b": [{name: 1}]},
    )
    assert view_in_go(trials, whole) == client_view(whole)


@pytest.mark.parametrize("fallback", [{}, {"fallbackChat": "a::b::c"}])
def test_a_copy_under_a_second_name_has_the_value_of_its_sibling(trials: Trials, fallback: dict[str, Any]) -> None:
    defaults = {**document()["defaultModels"], **fallback, "unlimitedChat": "x", "UnlimitedChat": "y"}
    view = view_in_go(trials, document(defaultModels=defaults))
    assert view == client_view(document(defaultModels=defaults))
    assert view["defaultModels"].get("unlimitedChat") == fallback.get("fallbackChat")


@pytest.mark.parametrize("blank", [None, "", " ", "\u3000\u2028", "\x1c", "\u200b"])
@pytest.mark.parametrize("size", [1, 125, 126, 128, 129, 400])
def test_the_same_display_names_are_filled_in(trials: Trials, blank: str | None, size: int) -> None:
    name = {} if blank is None else {"displayName": blank}
    bare = {property_name: value for property_name, value in model().items() if property_name != "displayName"}
    models = [{**bare, **name, "modelRef": ref} for ref in (f"acme::v1::{'l' * size}", "\u00e9" * size, "a::b::", "")]
    whole = document(models=models, providers=[{"id": identity * size, **name} for identity in ("p", "\u00e9", "")])
    assert view_in_go(trials, whole) == client_view(whole)


@pytest.mark.parametrize("tiers", [{}, {"enterprise": {"contextWindow": WINDOW}}, {"pro": {"contextWindow": WINDOW}}])
def test_the_same_windows_of_tiers_are_filled_in(trials: Trials, tiers: dict[str, Any]) -> None:
    whole = document(models=[model(modelConfigAllTiers=tiers)])
    view = view_in_go(trials, whole)
    assert view == client_view(whole)
    assert list(view["models"][0]["modelConfigAllTiers"]) == ["free", "pro", "enterprise"]


def test_text_of_an_unknown_property_is_kept(trials: Trials) -> None:
    """Half of a surrogate pair, the notation of a number, and the order of properties."""
    later = '{"\\ud800":"\\ud800","n":1.50e1,"b":[ 1 , null,{"x" : null}, "null" ],"a":{ },"s":[]}'
    text = json.dumps(document(providers=[]))[:-1] + f', "later": {later} }}'
    view = trials.answer("ClientView", text)["text"]
    assert view.endswith(',"later":{"\\ud800":"\\ud800","n":1.50e1,"b":[1,{},"null"],"a":{},"s":[]}}')


@pytest.mark.parametrize("case", cases("valid"), ids=lambda case: case.name)
def test_the_view_of_other_schemas_is_that_of_python(trials: Trials, case: Path) -> None:
    derived = check_schemas(case)[0].derived
    consumer = derived.by_name["model.consumer"]
    plan, arrays = compile_plan(consumer, derived.by_name["model.client"]), _compile(consumer)
    kit = [trial for name, text in generate_kit(derived, {})[0].items() if name != KIT_INDEX for trial in in_text(text)]
    respelled = {f"{name.title()} ": "x" for node in consumer["$defs"].values() for name in node.get("properties", {})}
    for trial in kit:
        if trial.schema == "model" and isinstance(trial.document, dict) and trial.valid["consumer"]:
            is_object = "properties" in consumer["$defs"][consumer["$ref"].rpartition("/")[2]]
            for whole in (trial.document, {**trial.document, **respelled} if is_object else trial.document):
                expected = project(_read(whole, arrays), plan)
                assert equal_json(view_in_go(trials, whole, case.name.replace("-", "")), expected), trial.name
