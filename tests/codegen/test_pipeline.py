"""A run loads, bundles, derives and parses each schema once, whatever it generates."""

from __future__ import annotations

import importlib
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from codegen.catalog import build
from codegen.cli.main import cli
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTS = ["catalog", "catalog-provider", "completions", "model", "site", "site-model-configuration"]
Calls = dict[str, Counter[str]]


def document(schema: dict[str, Any]) -> str:
    """The document and the profile of a derived schema, as its `$id` has them."""
    return str(schema["$id"]).split(":")[2]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """How often each stage was called, by what it was called for."""
    found: Calls = {}

    def count(module: str, function: str, subject: Callable[..., str]) -> None:
        home = importlib.import_module(module)
        real = getattr(home, function)
        counter = found.setdefault(function, Counter())

        def counted(*arguments: Any) -> Any:
            counter[subject(*arguments)] += 1
            return real(*arguments)

        monkeypatch.setattr(home, function, counted)

    count("codegen.pipeline", "load_schemas", str)
    for module in ("codegen.catalog.build", "codegen.cli.schema_check_command", "codegen.evolution.baseline"):
        count(module, "load_schemas", str)
    count("codegen.schema.derived", "bundle", lambda sources, file, name, root: name)  # noqa: ARG005 - its signature
    for profile in ("strict", "consumer", "client"):
        count("codegen.schema.derived", profile, document)
    count("codegen.ir.parsed", "parse", lambda schema, definition_modules: document(schema))  # noqa: ARG005 - same
    return found


def once(names: list[str], suffix: str = "") -> Counter[str]:
    return Counter({f"{name}{suffix}": 1 for name in names})


def run(*arguments: str) -> None:
    assert cli.main([*arguments, "--schema", str(ROOT / "schema")], standalone_mode=False) == 0


def test_types_takes_each_step_once(calls: Calls) -> None:
    run("types", "--check", "--root", str(ROOT))
    assert calls["load_schemas"] == {str(ROOT / "schema"): 1}
    assert calls["bundle"] == once(DOCUMENTS)
    assert calls["strict"] == calls["consumer"] == once(DOCUMENTS)
    assert calls["client"] == once(["model"])
    # Under one name: what producers are held to, and what the reference pages show.
    both = once(DOCUMENTS) + once(DOCUMENTS)
    assert calls["parse"] == both + once(DOCUMENTS, ".consumer") + once(["model.client"])
    assert calls["parse"].total() == 19


def test_the_kit_takes_no_step_again(calls: Calls) -> None:
    run("kit", "--check", "--root", str(ROOT))
    assert calls["bundle"] == calls["strict"] == once(DOCUMENTS)
    assert calls["parse"] == once(DOCUMENTS) + once(DOCUMENTS, ".consumer") + once(["model.client"])


def test_lint_takes_no_step_again(calls: Calls) -> None:
    run("schema", "lint")
    assert calls["load_schemas"] == {str(ROOT / "schema"): 1}
    assert calls["bundle"] == calls["strict"] == once(DOCUMENTS)


def test_the_comparison_with_the_last_release_loads_each_folder_once(calls: Calls) -> None:
    run("schema", "check")
    frozen = [path / "sources" for path in (ROOT / "schema" / "released").iterdir() if path.is_dir()]
    assert calls["load_schemas"] == {str(folder): 1 for folder in (ROOT / "schema", *frozen)}


def test_the_catalogue_s_build_derives_what_it_needs_once(calls: Calls) -> None:
    assert build.build(ROOT / "catalog", ROOT / "schema").document is not None
    assert calls["load_schemas"] == {str(ROOT / "schema"): 1}
    assert calls["bundle"] == calls["strict"] == once(["catalog", "catalog-provider", "model"])
    assert calls["consumer"] == calls["parse"] == {}
