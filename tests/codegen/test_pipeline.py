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

DOCUMENTS = [
    "catalog", "catalog-provider", "catalog-published", "completions", "model", "site", "site-model-configuration",
    "sources",
]  # fmt: skip
Calls = dict[str, Counter[str]]


def document(schema: dict[str, Any]) -> str:
    """Return the document and the profile of a derived schema, from its `$id`."""
    return str(schema["$id"]).split(":")[2]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Count the calls of each stage, by its subject."""
    found: Calls = {}

    def count(module: str, function: str, subject: Callable[..., str]) -> None:
        home = importlib.import_module(module)
        real = getattr(home, function)
        counter = found.setdefault(function, Counter())

        def counted(*arguments: Any) -> Any:
            counter[subject(*arguments)] += 1
            return real(*arguments)

        monkeypatch.setattr(home, function, counted)

    for module in ("pipeline", "catalog.build", "cli.schema_check_command", "evolution.baseline"):
        count(f"codegen.{module}", "load_schemas", str)
    for step in ("self_contained", "strict", "consumer", "client"):
        count("codegen.schema.derived", step, lambda schema: "all" if "$id" not in schema else "one")
    count("codegen.schema.derived", "without_unreferenced", document)
    count("codegen.ir.parsed", "parse", lambda definitions, _: "definitions" if definitions else "nothing")
    return found


def once(names: list[str], suffix: str = "") -> Counter[str]:
    return Counter({f"{name}{suffix}": 1 for name in names})


STRICT, CONSUMER, CLIENT = once(DOCUMENTS), once(DOCUMENTS, ".consumer"), once(["model.client"])
EDITOR = once(DOCUMENTS, ".editor")


def run(*arguments: str) -> None:
    assert cli.main([*arguments, "--schema", str(ROOT / "schema")], standalone_mode=False) == 0


def assert_each_profile_is_derived_once(calls: Calls) -> None:
    """Each profile is derived once, from the definitions of all files together."""
    for step in ("self_contained", "strict", "consumer", "client"):
        assert calls[step] == {"all": 1}, step


def test_types_runs_each_step_once(calls: Calls) -> None:
    run("types", "--check", "--root", str(ROOT))
    assert calls["load_schemas"] == {str(ROOT / "schema"): 1}
    assert_each_profile_is_derived_once(calls)
    # The strict schemas and those for the reference pages have the same name.
    assert calls["without_unreferenced"] == STRICT + STRICT + CONSUMER + CLIENT + EDITOR
    assert calls["parse"] == {"definitions": 3}


def test_the_kit_repeats_no_step(calls: Calls) -> None:
    run("kit", "--check", "--root", str(ROOT))
    assert calls["load_schemas"] == {str(ROOT / "schema"): 1}
    assert_each_profile_is_derived_once(calls)
    assert calls["without_unreferenced"] == STRICT + STRICT + CONSUMER + CLIENT + EDITOR
    assert calls["parse"] == {"definitions": 3}


def test_lint_repeats_no_step(calls: Calls) -> None:
    run("schema", "lint")
    assert calls["load_schemas"] == {str(ROOT / "schema"): 1}
    assert_each_profile_is_derived_once(calls)
    assert calls["without_unreferenced"] == STRICT + STRICT + CONSUMER + CLIENT
    assert calls["parse"] == {"definitions": 3}


def test_the_comparison_with_the_last_release_loads_each_folder_once(calls: Calls) -> None:
    run("schema", "check")
    frozen = [path / "sources" for path in (ROOT / "schema" / "released").iterdir() if path.is_dir()]
    assert calls["load_schemas"] == {str(folder): 1 for folder in (ROOT / "schema", *frozen)}
    assert calls["strict"] == calls["parse"] == {}


def test_the_catalogue_s_build_derives_what_it_needs_once(calls: Calls) -> None:
    assert build.build(ROOT / "catalog", ROOT / "schema").document is not None
    assert calls["load_schemas"] == {str(ROOT / "schema"): 1}
    assert calls["strict"] == {"all": 1}
    assert calls["without_unreferenced"] == STRICT
    assert calls["consumer"] == calls["client"] == calls["parse"] == {}
