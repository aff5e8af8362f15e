"""The catalogue has the models of the recorded table, which shares no code with the build."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.catalog.build import build

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
DEFAULTS = {
    "chat": "anthropic::2024-10-22::claude-sonnet-4-latest",
    "fastChat": "anthropic::2024-10-22::claude-3-5-haiku-latest",
    "codeCompletion": "fireworks::v1::deepseek-coder-v2-lite-base",
    "fallbackChat": "google::v1::gemini-2.0-flash",
}


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


def test_models_are_equal_to_the_recorded_ones_in_order() -> None:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == 50
    actual = published()["models"]
    for entry in actual:
        assert len(set(entry["capabilities"])) == len(entry["capabilities"])
        entry["capabilities"] = set(entry["capabilities"])
    recorded = [model(line) for line in lines]
    # Later versions of the schema have properties that the record does not have.
    names = {name for entry in recorded for name in entry}
    assert [{name: value for name, value in entry.items() if name in names} for entry in actual] == recorded


def test_providers_and_defaults() -> None:
    document = published()
    names = {entry["id"]: entry["displayName"] for entry in document["providers"]}
    assert names == {
        "anthropic": "Anthropic",
        "fireworks": "Fireworks",
        "google": "Google",
        "mistral": "Mistral",
        "openai": "OpenAI",
    }
    assert document["defaultModels"] == DEFAULTS
    assert document["schemaVersion"] == "1.0"


def test_the_catalogue_gives_models_json_without_unsuppressed_warnings() -> None:
    result = build(ROOT / "catalog", ROOT / "schema")
    assert result.problems == []
    assert result.document == published()


@pytest.mark.parametrize("file", sorted((ROOT / "catalog").rglob("*.yaml")), ids=lambda file: file.name)
def test_editors_find_the_schema_of_each_file(file: Path) -> None:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    start, _, path = first.partition("$schema=")
    assert start == "# yaml-language-server: "
    assert (file.parent / path).resolve().is_file()


def test_any_hash_seed_gives_the_same_bytes() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "codegen", "config", "--dry-run", "--date", "2026-11-22"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {(ROOT / "models.json").read_bytes()}
