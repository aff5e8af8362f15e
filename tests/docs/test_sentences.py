"""Sentences of the documentation are short: under 18 words on average, and none over 35."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LONGEST = 35
AVERAGE = 18
# Text in code is one word, and so is a list of many names.
END = re.compile(r"(?<=[.!?])\s+")
NAMES = re.compile(r"\b\w+(?:, \w+){5,}")


def sentences(page: Path) -> Iterator[str]:
    """Yield the sentences of paragraphs, list items and table cells."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8")):
        if token.type == "inline":
            parts = {"code_inline": "CODE", "softbreak": " ", "hardbreak": " "}
            text = "".join(parts.get(one.type, one.content) for one in token.children or ())
            yield from END.split(NAMES.sub("NAMES", text))


def words(sentence: str) -> int:
    return sum(bool(re.search(r"\w", word)) for word in sentence.split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_sentence_is_long(page: Path) -> None:
    assert [sentence for sentence in sentences(page) if words(sentence) > LONGEST] == []


def test_sentences_are_short_on_average() -> None:
    # Headings and table cells of a few words would hide long sentences.
    lengths = [words(one) for page in PAGES for one in sentences(page) if one.rstrip().endswith((".", ":", "?", "!"))]
    assert sum(lengths) / len(lengths) < AVERAGE
