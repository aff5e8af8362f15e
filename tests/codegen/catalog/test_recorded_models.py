"""The catalogue keeps the models of the recorded table, which shares no code with the build."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from codegen.catalog.build import build
from codegen.catalog.prices import recorded_prices
from codegen.catalog.rules.value_rules import value_problems
from modelconfig.documents.pricing import MILLIONS
from modelconfig_types import ModelConfiguration

ROOT = Path(__file__).parents[3]
TABLE = ROOT / "tests" / "cases" / "catalog" / "recorded-models.txt"
LETTERS = {
    "a": "autocomplete",
    "c": "chat",
    "e": "edit",
    "v": "vision",
    "t": "tools",
    "r": "reasoning",
    "S": "smartApply",
    "F": "fallback",
}
CORRECTED = frozenset({"status", "estimatedModelCost"})
"""What the catalogue corrects: some recorded prices were wrong, and most models have been retired since."""

WRONG_PRICES = (
    "google::v1::gemini-1.5-flash",
    "google::v1::gemini-1.5-flash-002",
    "google::v1::gemini-2.0-flash",
    "google::v1::gemini-2.0-flash-lite",
    "google::v1::gemini-2.5-flash",
    "google::v1::gemini-2.5-flash-preview-04-17",
    "google::v1::gemini-2.5-pro-preview-03-25",
    "openai::2024-02-01::gpt-3.5-turbo",
    "openai::2024-02-01::o3",
    "openai::2024-02-01::o4-mini",
)
"""Models whose recorded price was wrong on the day of the recording, as several public catalogues agree."""


def published() -> dict[str, Any]:
    document: dict[str, Any] = json.loads((ROOT / "models.json").read_text(encoding="utf-8"))
    return document


def window(text: str) -> dict[str, int]:
    names = ("maxInputTokens", "maxOutputTokens", "maxUserInputTokens")
    return {name: int(part.removeprefix("u")) for name, part in zip(names, text.split("/"), strict=False)}


def model(line: str) -> dict[str, Any]:
    ref, display, name, letters, category, status, tier, base, enterprise, cost = line.split(" | ")
    unit, _, prices = cost.partition(" ")
    given, _, asked = prices.partition("/")
    expected: dict[str, Any] = {
        "modelRef": ref,
        "displayName": display,
        "modelName": ref.rpartition("::")[2] if name == "=" else name,
        "capabilities": {LETTERS[letter] for letter in letters},
        "category": category,
        "status": status,
        "tier": tier,
        "contextWindow": window(base),
        "estimatedModelCost": {
            "unit": unit,
            "inputTokenPennies": int(given),
            "outputTokenPennies": int(asked),
        },
    }
    if enterprise != "-":
        expected["modelConfigAllTiers"] = {"enterprise": {"contextWindow": window(enterprise)}}
    return expected


def recorded() -> list[dict[str, Any]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == 50
    return [model(line) for line in lines]


def test_the_recorded_answer_is_read_and_written_unchanged() -> None:
    models = [{**entry, "capabilities": sorted(entry["capabilities"])} for entry in recorded()]
    providers = dict.fromkeys(entry["modelRef"].partition("::")[0] for entry in models)
    document = {
        "schemaVersion": "1.0",
        "revision": "0.0.0+dev",
        "providers": [{"id": provider} for provider in providers],
        "models": models,
        "defaultModels": dict.fromkeys(("chat", "fastChat", "codeCompletion"), models[0]["modelRef"]),
    }
    assert ModelConfiguration.from_json(document).to_json() == document


def test_recorded_references_keep_their_meaning() -> None:
    """Site configurations and users' choices name them, so none is removed and none names another model."""
    published_models = {entry["modelRef"]: entry for entry in published()["models"]}
    for expected in recorded():
        actual = published_models[expected["modelRef"]]
        actual["capabilities"] = set(actual["capabilities"])
        kept = expected.keys() - CORRECTED
        assert {name: actual[name] for name in kept} == {name: expected[name] for name in kept}


def test_the_catalogue_gives_models_json_without_unsuppressed_warnings() -> None:
    result = build(ROOT / "catalog", ROOT / "schema")
    assert result.problems == []
    assert result.document == published()


def test_the_rules_report_the_ten_wrong_prices_of_the_recorded_answer_and_no_right_one() -> None:
    """The recorded prices beside the prices that independent sources have, as the catalogue records them."""
    costs = {entry["modelRef"]: entry["estimatedModelCost"] for entry in recorded()}
    reported: dict[str, set[str]] = {}
    for entry in build(ROOT / "catalog", ROOT / "schema").entries:
        if entry.ref in costs:
            unit, *pennies = costs[entry.ref].values()
            given, asked = (amount / MILLIONS[unit] / 100 for amount in pennies)
            cost = {"recorded": recorded_prices(entry.source.get("cost", {})), "input": given, "output": asked}
            source = {name: value for name, value in entry.source.items() if name != "limits"} | {"cost": cost}
            for problem in value_problems(entry._replace(source=source), date(2026, 11, 26)):
                reported.setdefault(entry.ref, set()).add(problem.code)
    assert len(costs) == 50
    assert sorted(reported) == sorted(WRONG_PRICES)
    assert set().union(*reported.values()) == {"MC283"}


@pytest.mark.parametrize("file", sorted((ROOT / "catalog").rglob("*.yaml")), ids=lambda file: file.name)
def test_editors_find_the_schema_of_each_file(file: Path) -> None:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    start, _, path = first.partition("$schema=")
    assert start == "# yaml-language-server: "
    assert (file.parent / path).resolve().is_file()


def test_any_hash_seed_gives_the_same_bytes() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "codegen", "config", "--dry-run", "--date", "2026-11-26"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {(ROOT / "models.json").read_bytes()}
