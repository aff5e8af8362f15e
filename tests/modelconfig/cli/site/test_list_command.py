"""`modelconfig site list`: the models that users of a site see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.command_line import run

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "canary-token"  # not a token
STATUSES = ("stable", "deprecated", "waitlist", "experimental", "beta")
MODEL: dict[str, Any] = {
    "displayName": "Model",
    "modelName": "model",
    "capabilities": ["chat", "edit", "autocomplete"],
    "category": "balanced",
    "tier": "free",
    "contextWindow": {"maxInputTokens": 45000, "maxOutputTokens": 4000},
}
SERVER = {"type": "openaicompatible", "endpoints": [{"url": "https://llm.example.com/v1", "accessToken": SECRET}]}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return a base document with a model of each status."""
    models = [{**MODEL, "modelRef": f"acme::v1::{status}", "status": status} for status in STATUSES]
    default = dict.fromkeys(("chat", "fastChat", "codeCompletion"), "acme::v1::stable")
    document = {
        "schemaVersion": "1.0",
        "revision": "2026-11-26.1",
        "providers": [{"id": "acme", "displayName": "Acme"}],
        "models": models,
        "defaultModels": default,
    }
    file = tmp_path / "base.json"
    file.write_text(json.dumps(document), "utf-8")
    return file


def site(tmp_path: Path, **section: Any) -> Path:
    file = tmp_path / "site.json"
    file.write_text(json.dumps({"modelConfiguration": {"sourcegraph": {}, **section}}), "utf-8")
    return file


def refs(text: str) -> list[str]:
    return [model["modelRef"] for model in json.loads(text)]


def test_models_that_clients_hide_are_only_counted(base: Path, tmp_path: Path) -> None:
    result = run("site", "list", site(tmp_path), "--base", base)
    assert result.returncode == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        "REF",
        "acme::v1::stable",
        "acme::v1::experimental",
        "acme::v1::beta",
    ]
    assert "2 other models that clients do not offer" in result.stderr


def test_hidden_models_are_listed_by_their_status(base: Path, tmp_path: Path) -> None:
    result = run("site", "list", site(tmp_path), "--base", base, "--status", "deprecated", "--format", "json")
    assert refs(result.stdout) == ["acme::v1::deprecated"]
    assert result.stderr == ""


def test_models_and_filters_of_the_site_count_and_no_secret_is_printed(base: Path, tmp_path: Path) -> None:
    file = site(
        tmp_path,
        sourcegraph={"modelFilters": {"deny": ["*beta"]}},
        providerOverrides=[{"id": "ours", "displayName": "Ours", "serverSideConfig": SERVER}],
        modelOverrides=[{**MODEL, "modelRef": "ours::v1::coder", "tier": "enterprise", "status": "stable"}],
    )
    for format_name in ("text", "json"):
        result = run("site", "list", file, "--base", base, "--format", format_name)
        assert result.returncode == 0
        assert SECRET not in result.stdout + result.stderr
        assert "ours::v1::coder" in result.stdout
        assert "beta" not in result.stdout
    assert refs(run("site", "list", file, "--base", base, "--provider", "ours", "--format", "json").stdout) == [
        "ours::v1::coder"
    ]


def test_nothing_is_listed_without_a_result(base: Path, tmp_path: Path) -> None:
    result = run("site", "list", site(tmp_path, sourcegraph=None), "--base", base)
    assert result.returncode == 1
    assert result.stdout == ""
    assert "error[" in result.stderr
    assert run("site", "list", tmp_path / "missing.json").returncode == 2
    assert run("site", "list", site(tmp_path), "--base", base, "--status", "stabel").returncode == 2
