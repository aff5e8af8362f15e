"""The architecture page says what is in the tree: its lists are the docstrings, its paths exist."""

from __future__ import annotations

import re

import pytest

from tests.docs.layout_section import BEGIN, END, PAGE, ROOT, layout_section, with_section

TEXT = PAGE.read_text("utf-8")
_PATH = re.compile(r"`((?:src|codegen|tests|schema|catalog|docs|generated|bench)/[^` ]*)`")


def test_the_layout_is_what_the_docstrings_say() -> None:
    assert with_section(TEXT) == TEXT, "run `python -m tests.docs.layout_section`"


def test_a_changed_line_is_noticed() -> None:
    line = next(line for line in layout_section().splitlines() if line.startswith("- `"))
    changed = TEXT.replace(line, f"{line} Another word.")
    assert changed != TEXT
    assert with_section(changed) == TEXT


def test_a_page_without_the_section_is_rejected() -> None:
    with pytest.raises(ValueError, match="needs the lines"):
        with_section(TEXT.replace(BEGIN, ""))
    with pytest.raises(ValueError, match="needs the lines"):
        with_section(TEXT.replace(END, ""))


def test_every_path_on_the_page_exists() -> None:
    by_hand = TEXT.partition(BEGIN)[0] + TEXT.partition(END)[2]
    named = {path for path in _PATH.findall(by_hand) if "<" not in path and "nnn" not in path}
    assert len(named) > 30
    missing = [path for path in sorted(named) if not any(ROOT.glob(path.rstrip("/")))]
    assert missing == []
