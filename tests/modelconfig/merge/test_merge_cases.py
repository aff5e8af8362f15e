"""Merge each case: a folder in tests/cases/merge with the inputs and all outputs.

`base.json` and `site.json` are the inputs. `merged.json` is the result, absent if none exists; `problems.txt` has one
line for each problem, absent if none exists; `origins.txt` has the origin of some locations.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from modelconfig.diagnostics.codes import CODES
from modelconfig.diagnostics.problem import has_errors
from modelconfig.documents.loader import load_document
from modelconfig.jsontext.writer import dump_document
from modelconfig.merge.layers import ABSENT
from modelconfig.merge.pipeline import Merged, merge_site
from modelconfig.site.filters import RemovalReason

CASES = Path(__file__).parents[2] / "cases" / "merge"
FOLDERS = sorted(CASES.iterdir())
FILES = {"base.json", "site.json", "merged.json", "problems.txt", "origins.txt"}
OWN_CODES = [code for code in CODES if "MC330" <= code <= "MC339"]


def _merged(folder: Path) -> Merged:
    return merge_site(_read(folder / "base.json"), _read(folder / "site.json"))


def _read(file: Path) -> Any:
    return json.loads(file.read_bytes())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    base, site = _read(folder / "base.json"), _read(folder / "site.json")
    before = copy.deepcopy((base, site))
    merged = merge_site(base, site)
    lines = [f"{one.severity} {one.code} {one.pointer or '/'} {one.message}\n" for one in merged.problems]
    assert "".join(lines) == _text(folder / "problems.txt")
    assert (merged.document is None) == has_errors(merged.problems)
    assert (dump_document(merged.document) if merged.document else "") == _text(folder / "merged.json")
    assert (base, site) == before
    assert all(one.hint.endswith((".", "?")) for one in merged.problems if one.code in OWN_CODES)


@pytest.mark.parametrize("folder", [one for one in FOLDERS if (one / "origins.txt").exists()], ids=lambda one: one.name)
def test_origins(folder: Path) -> None:
    provenance, expected = _merged(folder).provenance, _text(folder / "origins.txt")
    printed_origins = ""
    for pointer in [line for line in expected.splitlines() if line.startswith("/")]:
        origin = provenance.origin(pointer)
        printed_origins += f"{pointer}\n  {origin.layer}" + (f", {origin.pointer}" if origin.pointer else "")
        printed_origins += "\n" if origin.replaced is ABSENT else f", in place of {json.dumps(origin.replaced)}\n"
    assert printed_origins == expected


def test_case_folders_contain_only_case_files() -> None:
    assert len(FOLDERS) > 80
    for folder in FOLDERS:
        assert {"base.json", "site.json"} <= {file.name for file in folder.iterdir()} <= FILES
        assert (folder / "merged.json").exists() or (folder / "problems.txt").exists()


@pytest.mark.parametrize(
    ("case", "ref", "rule", "pointer"),
    [
        ("filter-status", "bolt::v1::old", RemovalReason.STATUS, "/sourcegraph/modelFilters/statusFilter"),
        ("filter-allow", "bolt::v1::old", RemovalReason.ALLOW, "/sourcegraph/modelFilters/allow"),
        ("filter-deny-wins", "acme::v1::beta", RemovalReason.DENY, "/sourcegraph/modelFilters/deny/1"),
        ("filtered-model-overridden", "acme::v1::beta", RemovalReason.DENY, "/sourcegraph/modelFilters/deny/0"),
        ("sourcegraph-null", "acme::v1::large", RemovalReason.GATEWAY, "/sourcegraph"),
        ("sourcegraph-absent", "acme::v1::large", RemovalReason.GATEWAY, ""),
    ],
)
def test_the_reason_for_a_models_removal_is_recorded(case: str, ref: str, rule: RemovalReason, pointer: str) -> None:
    removal = _merged(CASES / case).provenance.removed(ref)
    assert removal is not None
    assert (removal.rule, removal.pointer) == (rule, f"/modelConfiguration{pointer}")


def test_offered_and_unknown_models_have_no_removal_reason() -> None:
    provenance = _merged(CASES / "filter-status").provenance
    assert provenance.removed("acme::v1::large") is None
    assert provenance.removed("acme::v1::no-such-model") is None


def test_a_completions_section_is_the_removal_reason_of_catalogue_models() -> None:
    removal = _merged(CASES / "completions").provenance.removed("acme::v1::large")
    assert removal is not None
    assert removal.pointer == "/completions/provider"


def test_every_value_that_was_set_for_a_field_is_recorded() -> None:
    provenance = _merged(CASES / "defaults-then-override").provenance
    layers = [origin.layer.value for origin in provenance.history("/models/0/status")]
    assert layers == ["supplied catalogue", "provider default", "model override"]


def test_unchanged_parts_are_shared_with_the_base() -> None:
    folder = CASES / "override-sparse-name"
    base = _read(folder / "base.json")
    document = merge_site(base, _read(folder / "site.json")).document
    assert document is not None
    assert document["models"][1] is base["models"][1]
    assert document["models"][0]["capabilities"] is base["models"][0]["capabilities"]


@pytest.mark.parametrize("case", ["recommended", "self-hosted"])
def test_models_of_presets_share_no_objects(case: str) -> None:
    document = _merged(CASES / case).document
    assert document is not None
    parts = [
        id(part)
        for model in document["models"][3:]
        for part in (model["capabilities"], model["contextWindow"], model["clientSideConfig"]["openAICompatible"])
    ]
    assert len(set(parts)) == len(parts)


@pytest.mark.parametrize(
    ("case", "code", "meant"),
    [
        ("new-model-without-capabilities", "MC332", "acme::v1::large"),
        ("new-model-of-unknown-provider", "MC333", "acme"),
        ("provider-misspelt", "MC334", "acme"),
        ("recommended", "MC335", "mistral::v1::mixtral-8x22b-instruct"),
        ("self-hosted", "MC335", "starcoder2-7b@v1"),
        ("default-unknown", "MC336", "acme::v1::large"),
    ],
)
def test_the_nearest_name_is_suggested(case: str, code: str, meant: str) -> None:
    hints = [problem.hint for problem in _merged(CASES / case).problems if problem.code == code]
    assert any(hint.startswith(f'Did you mean "{meant}"?') for hint in hints)


def test_only_models_of_the_same_provider_are_suggested() -> None:
    base = _read(CASES / "new-model-without-capabilities" / "base.json")
    base["providers"].append({"id": "acme-labs", "displayName": "Acme Labs"})
    base["models"].append({**base["models"][0], "modelRef": "acme-labs::v1::unique-name"})
    override = {"modelRef": "acme::v1::unique-name"}
    (problem,) = merge_site(base, {"modelConfiguration": {"sourcegraph": {}, "modelOverrides": [override]}}).problems
    assert problem.code == "MC332"
    assert "acme-labs" not in problem.hint


def test_a_default_of_the_same_provider_is_suggested_first() -> None:
    base = _read(CASES / "default-unknown" / "base.json")
    base["providers"].append({"id": "acme2", "displayName": "Acme 2"})
    base["models"].append({**base["models"][0], "modelRef": "acme2::v1::lge"})
    site = {"modelConfiguration": {"sourcegraph": {}, "defaultModels": {"chat": "acme::v1::lge"}}}
    (problem,) = merge_site(base, site).problems
    assert problem.hint.startswith('Did you mean "acme::v1::large"? If the model is newer than the catalogue (revision')


def test_only_the_first_problems_have_suggestions() -> None:
    base = _read(CASES / "provider-misspelt" / "base.json")
    overrides = [{"id": f"acme{number}"} for number in range(30)]
    site = {"modelConfiguration": {"sourcegraph": {}, "providerOverrides": overrides}}
    hints = [problem.hint for problem in merge_site(base, site).problems if problem.code == "MC334"]
    assert [hint.startswith("Did you mean") for hint in hints] == [True] * 20 + [False] * 10


@pytest.mark.parametrize("code", OWN_CODES)
def test_the_example_of_each_explanation_is_reported(code: str) -> None:
    problem_code = CODES[code]
    example = json.loads(problem_code.text.partition("```json\n")[2].partition("```")[0])
    base, site = (load_document(), example) if "modelConfiguration" in example else (example, {})
    found = [problem for problem in merge_site(base, site).problems if problem.code == code]
    assert found
    assert {problem.severity for problem in found} == {problem_code.severity}
    assert any(code in _text(folder / "problems.txt") for folder in FOLDERS)


def test_an_invalid_base_is_a_problem_and_raises_nothing() -> None:
    for base in ({}, {"providers": None, "models": 3}, {"schemaVersion": "1.0"}):
        merged = merge_site(base, {})
        assert merged.document is None
        assert [problem.code for problem in merged.problems] == ["MC339"]


def _text(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""
