"""The table of codes lists exactly the codes that the source uses, and each has a page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from codegen.targets import codes_page
from modelconfig.diagnostics.codes import CODES, FOLDER
from modelconfig.documents.lint import document_rules
from modelconfig.site.rules import site_rules
from tests.modelconfig.diagnostics.code_usage import ROOT, severities, used_codes

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = re.compile(r"^```(json|yaml|console|text)\n(.+?)\n```$", re.DOTALL | re.MULTILINE)


def test_the_table_lists_the_codes_that_the_source_uses() -> None:
    # A rule on documents or site configurations is a function with the slug of its code as name.
    used_by_rules = {rule.code for rule in document_rules.RULES} | {rule.code for rule in site_rules.RULES}
    assert sorted(CODES) == sorted(used_codes(ROOT) | used_by_rules)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('yield error("MC999", "text")', {"MC999"}),
        ('replace(problem, code="MC998")', {"MC998"}),
        ('"""MC997 is explained here."""\n# "MC996"', set()),
    ],
)
def test_a_code_in_the_source_is_found(text: str, found: set[str], tmp_path: Path) -> None:
    folder = tmp_path / "codegen" / "deep"
    folder.mkdir(parents=True)
    (folder / "module.py").write_text(text, "utf-8")
    (folder / "codes.py").write_text('CODES = ("MC001",)', "utf-8")
    assert used_codes(tmp_path) == found


def test_a_code_is_reported_with_the_severity_of_the_table() -> None:
    found = set(severities(ROOT))
    assert len(found) > 90
    assert sorted(found) == sorted({(code, CODES[code].severity.value) for code, _ in found})


def test_rows_are_in_order_and_distinct() -> None:
    assert list(CODES) == sorted(CODES)
    assert len({code.slug for code in CODES.values()}) == len(CODES)
    for code in CODES.values():
        assert re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", code.slug)
        assert code.title == code.title.strip().rstrip(".")


def test_each_code_has_a_page_with_its_heading() -> None:
    assert sorted(file.name for file in FOLDER.iterdir()) == [code.page for code in CODES.values()]
    for code in CODES.values():
        first = (FOLDER / code.page).read_text("utf-8").partition("\n")[0]
        assert first == code.heading, "run `python -m tests.modelconfig.diagnostics.code_usage`"


def test_the_reference_lists_the_codes() -> None:
    assert (ROOT / codes_page.PATH).read_text("utf-8") == codes_page.codes_page(CODES.values())


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_a_reason_an_example_and_a_fix(code: str) -> None:
    text = CODES[code].text
    example = BLOCK.search(text)
    assert example is not None
    assert text[: example.start()].strip()
    assert text[example.end() :].strip()
    assert CODES[code].summary
    assert not text.startswith("```")


@pytest.mark.parametrize("code", [code for code in CODES if "MC004" < code < "MC200" and code != "MC005"])
def test_examples_in_json_are_json(code: str) -> None:
    for language, text in BLOCK.findall(CODES[code].text):
        assert language != "json" or json.loads(text) is not None
