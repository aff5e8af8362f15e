"""The page on the conformance kit: everything that it names exists, and its example runner finds errors."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig_types import ShapeError
from tests.codegen.conformance.kit import FILES, HOME, INDEX, trials
from tests.codegen.conformance.targets import ROOTS
from tests.docs.test_examples import ROOT, blocks

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = ROOT / "docs" / "conformance.md"
TEXT = PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def findings() -> Callable[[Callable[[str, Any], Any]], list[str]]:
    """Return the findings of the page's runner for a codec."""
    (program,) = blocks(PAGE, "python")
    names: dict[str, Any] = {}
    exec(program, names)  # noqa: S102 - the text of the page
    return lambda decode: list(names["run"](HOME, decode))


def read(name: str, document: Any) -> Any:
    return ROOTS[name].from_json(document).to_json()


def test_the_runner_accepts_the_generated_codec(findings: Callable[..., list[str]]) -> None:
    assert issubclass(ShapeError, ValueError)
    assert findings(read) == []


def test_the_runner_rejects_a_codec_that_accepts_everything(findings: Callable[..., list[str]]) -> None:
    found = findings(lambda _, document: document)
    shapes = [
        trial for file in FILES for trial in trials(file) if trial.kind == "shape" and not trial.valid["consumer"]
    ]
    accepted = [words for words in found if words.endswith(": accepted")]
    assert len(accepted) == len(shapes) - sum(trial.document is None for trial in shapes)
    changed = {words for words in found if words not in accepted}
    assert "model/ModelConfiguration.json, models: null: changed" in changed
    assert len(changed) == sum(bool(trial.empty) for file in FILES for trial in trials(file))


def test_the_runner_rejects_a_codec_that_loses_properties(findings: Callable[..., list[str]]) -> None:
    def forgetful(name: str, document: Any) -> Any:
        return {member: value for member, value in read(name, document).items() if member != "addedLater"}

    assert "model/ModelConfiguration.json, an unknown property: changed" in findings(forgetful)


def test_every_file_on_the_page_exists() -> None:
    named = re.findall(r"`((?:generated|tests)/[\w/.-]+)`", TEXT)
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert (HOME / "index.json").exists()
    assert (HOME / "model/ContextWindow.json").exists()


def test_the_page_names_every_property_of_a_case_and_every_profile() -> None:
    cases = [case for file in FILES for case in json.loads((HOME / file).read_text("utf-8"))["cases"]]
    documented = re.findall(r"^\| `(\w+)` \| ", TEXT, re.MULTILINE)
    assert sorted(documented) == sorted({*(name for case in cases for name in case), *INDEX["schemas"]["model"]})
    assert all({"name", "rule", "patch", "valid"} <= case.keys() for case in cases)
    assert len({(file, trial.name) for file in FILES for trial in trials(file)}) == len(cases), "names are unique"


def test_the_rule_on_the_page_exists() -> None:
    assert any(f"`{trial.rule}`" in TEXT for trial in trials("model/ContextWindow.json"))
