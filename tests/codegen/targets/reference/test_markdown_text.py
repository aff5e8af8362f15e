"""Any text of a schema is shown unchanged by a Markdown reader."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.targets.reference import markdown_text
from codegen.targets.safe_text import INVISIBLE, LINE_BREAK
from tests.codegen.targets.reference.reading import OWN_HTML, inline, read

MARKUP = st.text(st.sampled_from("ab1 \n`*_[]()<>!|\\&;#+-=~$:/.{}%@\"'\u2028\u202e"), max_size=30)
TEXTS = st.one_of(MARKUP, st.text(max_size=30))
WITHOUT_CODE = TEXTS.map(lambda text: text.replace("`", "'"))
INERT = {"inline", "text", "code_inline", "paragraph_open", "paragraph_close", *OWN_HTML}


def shown(text: str) -> str:
    """Return the expected visible text: spaces are merged, invisible characters are escaped."""
    return escape(" ".join(text.split()))


def escape(text: str) -> str:
    return INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@given(WITHOUT_CODE)
def test_prose_shows_its_text(text: str) -> None:
    page = read(markdown_text.prose(text))
    assert page.kinds <= INERT
    assert " ".join(" ".join(page.texts).split()) == shown(text)


@given(TEXTS)
def test_prose_has_nothing_but_paragraphs_and_code(text: str) -> None:
    assert read(markdown_text.prose(text)).kinds <= INERT


@given(TEXTS)
def test_a_cell_stays_in_its_cell(text: str) -> None:
    page = read(f"| a | b |\n| --- | --- |\n| {markdown_text.cell(text)} | {markdown_text.code(text or 'x')} |\n")
    assert [len(row) for row in page.rows] == [2, 2]
    assert page.texts == []


@given(WITHOUT_CODE)
def test_a_cell_shows_its_text(text: str) -> None:
    page = read(f"| a | b |\n| --- | --- |\n| {markdown_text.cell(text)} | end |\n")
    seen, end = page.rows[1]
    assert (" ".join(seen.split()), end) == (shown(text), "end")


@given(TEXTS.filter(str.strip))
def test_code_shows_its_text(text: str) -> None:
    seen = inline(markdown_text.code(text))
    # A separator that Python treats as a space is escaped in code.
    assert " ".join(seen.split()) == " ".join(escape(LINE_BREAK.sub(" ", text)).split())


@given(TEXTS)
def test_a_comment_ends_at_its_end(text: str) -> None:
    page = read(f"<!-- {markdown_text.comment(text)} -->\n\nafter\n")
    assert page.texts == ["after"]
    assert "--" not in markdown_text.comment(text)


@pytest.mark.parametrize("target", ["javascript:alert(1)", "a b", "x)", "", "<x>"])
def test_a_link_has_no_other_target(target: str) -> None:
    with pytest.raises(ValueError, match="cannot be the target"):
        markdown_text.link("text", target)


def test_code_of_a_description_stays_code() -> None:
    assert markdown_text.prose("Set `a` or ``b`c``.") == "Set `a` or <code>b&#96;c</code>."
    assert re.fullmatch(r"<code>[^|]*</code>", markdown_text.cell("`a|b`"))
