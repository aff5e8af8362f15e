"""Messages, help, docstrings, comments and docs use the terms of `docs/glossary.md`.

`python -m tests.docs.language src/modelconfig/merge` lists the phrases below a folder. Text in backticks or code
blocks is not checked, because it is code or the name of a contract.
"""

from __future__ import annotations

import pytest

from tests.docs.language import GLOSSARY, PHRASES, findings, findings_in, python_texts


def test_no_text_has_a_phrase_that_the_glossary_replaces() -> None:
    assert list(findings()) == []


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
