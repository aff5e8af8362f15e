"""Explanations: every code that source names has one, and none explains a code that nobody reports."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import modelconfig
from modelconfig.diagnostics.codes import codes, explanation

ROOT = Path(__file__).parents[3]
FOLDER = Path(modelconfig.__file__).parent / "diagnostics" / "explanations"
SOURCES = [*Path(modelconfig.__file__).parent.rglob("*.py"), *(ROOT / "codegen").rglob("*.py")]
CODE = re.compile(r"[\"']MC([0-9]{3})[\"']")
BLOCK = re.compile(r"^```(json|yaml|console|text)\n(.+?)\n```$", re.DOTALL | re.MULTILINE)


def test_codes_in_source_and_explanations_are_the_same() -> None:
    used = {f"MC{number}" for source in SOURCES for number in CODE.findall(source.read_text("utf-8"))}
    assert len(used) > 20
    assert sorted(used) == codes()


def test_the_folder_holds_nothing_else() -> None:
    assert sorted(file.stem for file in FOLDER.iterdir()) == codes()


def test_names_are_unique() -> None:
    names = [found.name for code in codes() if (found := explanation(code)) is not None]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", codes())
def test_an_explanation_has_a_reason_an_example_and_a_remedy(code: str) -> None:
    found = explanation(code)
    assert found is not None
    example = BLOCK.search(found.text)
    assert example is not None
    assert found.text[: example.start()].strip()
    assert found.text[example.end() :].strip()
    assert found.summary
    assert not found.text.startswith("```")


@pytest.mark.parametrize("code", [code for code in codes() if "MC004" < code < "MC200" and code != "MC005"])
def test_examples_in_json_are_json(code: str) -> None:
    found = explanation(code)
    assert found is not None
    for language, text in BLOCK.findall(found.text):
        assert language != "json" or json.loads(text) is not None


def test_an_unknown_code_has_none() -> None:
    assert explanation("MC999") is None
    assert explanation("../errors") is None
