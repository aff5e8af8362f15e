"""Texts for people use the terms of `docs/glossary.md`: messages, help, docstrings, comments, docs.

`python -m tests.docs.language src/modelconfig/merge` lists the phrases below a folder. When there are none, remove the
folder from `NOT_YET_CLEAN`: from then on the test rejects them there. What is in backticks or code blocks is not
checked, because it is code or the name of a contract.
"""

from __future__ import annotations

import pytest

from tests.docs.language import GLOSSARY, PHRASES, findings, findings_in, python_texts

NOT_YET_CLEAN = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "codegen/conformance/",
    "codegen/ir/",
    "codegen/schema/",
    "codegen/targets/",
    "docs/adding-a-language.md",
    "docs/architecture.md",
    "docs/conformance.md",
    "docs/deploy/",
    "docs/operators.md",
    "docs/page.md",
    "docs/reference/",
    "src/modelconfig/cli/",
    "src/modelconfig/diagnostics/explanations/MC2",
    "src/modelconfig/diagnostics/explanations/MC4",
    "src/modelconfig/documents/lint/",
    "src/modelconfig/merge/",
    "src/modelconfig/publish/",
    "src/modelconfig/server/",
    "tests/cases/help/",
)
"""Beginnings of the paths that still have such phrases. The list ends empty."""


def test_no_text_has_a_phrase_that_the_glossary_replaces() -> None:
    assert [finding for finding in findings() if not finding.startswith(NOT_YET_CLEAN)] == []


def test_the_glossary_lists_the_phrases() -> None:
    page = GLOSSARY.read_text("utf-8")
    listed = {phrase for row in page.splitlines() for phrase in row.rpartition(" | ")[2].strip(" |").split(", ")}
    assert sorted(set(PHRASES) - listed) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('error("MC102", f"{name} lacks the member {quote(x)}")', 1),
        ('"""Return the members."""', 1),
        ("x = 1  # nobody reads it", 1),
        ('x = "member"', 0),
        ('"""Return `no member` of `docs/evolution/member-added.md`; see member-removed."""', 0),
        ('x = "a member-added rule"', 0),
    ],
)
def test_a_phrase_is_found(source: str, expected: int) -> None:
    assert len(list(findings_in(python_texts("module.py", source)))) == expected
