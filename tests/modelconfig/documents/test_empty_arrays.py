"""Null for a required array, as Go programs write an empty one: every reader reads it as empty, no writer writes it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

import pytest

import modelconfig
from modelconfig.documents.empty_arrays import _compile, _read, with_empty_arrays
from tests.codegen.conformance.kit import FILES, applied, trials
from tests.helpers.command_line import run
from tests.helpers.view_documents import document, model

if TYPE_CHECKING:
    from pathlib import Path

WITH_NULLS = document(providers=None, models=[model(capabilities=None), model(modelRef="acme::v1::small")], later=None)
EXPECTED = document(providers=[], models=[model(capabilities=[]), model(modelRef="acme::v1::small")], later=None)
SITE = {"modelConfiguration": {"sourcegraph": {}, "providerOverrides": [{"id": "other", "displayName": "Other"}]}}


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("model/")])
def test_every_required_array_of_the_schema_is_read(file: str) -> None:
    for trial in trials(file):
        expected = applied([{"op": "replace", "path": place, "value": []} for place in trial.empty], trial.document)
        before = copy.deepcopy(trial.document)
        assert with_empty_arrays(trial.document) == expected, trial.name
        assert trial.document == before
        assert trial.empty or with_empty_arrays(trial.document) is trial.document, trial.name


def test_a_definition_that_contains_itself_is_followed() -> None:
    tree = {
        "required": ["trees"],
        "properties": {
            "trees": {"type": ["array", "null"], "items": {"$ref": "#/$defs/Tree"}},
            "first": {"anyOf": [{"$ref": "#/$defs/Tree"}, {"type": "null"}]},
            "byName": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Tree"}},
            "text": {"type": "string"},
        },
    }
    location = _compile({"$ref": "#/$defs/Tree", "$defs": {"Tree": tree}})
    assert list(location.properties) == ["trees", "first", "byName"]
    value = {"trees": [{"trees": None}], "first": {"trees": None, "first": None}, "byName": {"a": {"trees": None}}}
    assert _read(value, location) == {
        "trees": [{"trees": []}],
        "first": {"trees": [], "first": None},
        "byName": {"a": {"trees": []}},
    }


def test_a_loaded_document_has_empty_arrays() -> None:
    data = json.dumps(WITH_NULLS).encode()
    assert modelconfig.load_document(data) == EXPECTED
    loaded = modelconfig.load(data)
    assert (loaded.providers, loaded.models[0].capabilities) == ((), ())
    assert loaded.to_json() == EXPECTED


def test_a_base_document_with_nulls_is_merged_like_one_with_empty_arrays() -> None:
    for site in (SITE, {"modelConfiguration": {"sourcegraph": None}}, {}):
        merged, expected = modelconfig.merge_site(WITH_NULLS, site), modelconfig.merge_site(EXPECTED, site)
        assert (merged.document, merged.problems) == (expected.document, expected.problems)
        assert modelconfig.check_site(WITH_NULLS, site) == modelconfig.check_site(EXPECTED, site)
        for name in ("acme::v1::large", "other", "acme"):
            assert modelconfig.explain_site(WITH_NULLS, site, name) == modelconfig.explain_site(EXPECTED, site, name)


def test_a_running_program_activates_a_base_with_nulls() -> None:
    live = modelconfig.LiveConfiguration(WITH_NULLS)
    assert live.propose_site(json.dumps(SITE)).accepted
    current = live.current()
    assert current is not None
    assert current.base == EXPECTED
    assert current.document["models"][0]["capabilities"] == []


def test_validation_rejects_null_only_in_the_strict_profile(tmp_path: Path) -> None:
    file = tmp_path / "models.json"
    file.write_text(json.dumps({**WITH_NULLS, "providers": [{"id": "acme", "displayName": "Acme"}]}), encoding="utf-8")
    result = run("validate", str(file), "--format", "json")
    strict = json.loads(result.stdout)
    assert [(found["pointer"], found["hint"]) for found in strict if found["code"] == "MC101"] == [
        ("/models/0/capabilities", "Write [] instead of null.")
    ]
    lenient = json.loads(run("validate", str(file), "--consumer", "--format", "json").stdout)
    assert "MC101" not in {found["code"] for found in lenient}
