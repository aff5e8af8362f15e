"""The tokenizer of JSON text: its tokens in valid and invalid text; no other module has its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.diagnostics.json_tokens import NUMBER, TOKEN, end_of_space, stars

ROOT = Path(__file__).parents[3]


def kinds(text: str) -> list[tuple[str | None, str]]:
    return [(token.lastgroup, token.group()) for token in TOKEN.finditer(text)]


@given(st.text() | st.text(alphabet='[]{}",:/*\\ab1 \n\t\u00a0'))
def test_every_character_belongs_to_a_token(text: str) -> None:
    assert "".join(token for _, token in kinds(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1}', ["mark", "string", "mark", "space", "word", "mark"]),
        ('"a\\"b"c', ["string", "word"]),
        ('"open\n"x"', ["string", "space", "string"]),
        ("1/2//3", ["word", "comment"]),
        ("/*a\n*/b", ["comment", "word"]),
        ("/*a", ["comment"]),
        ("a\u00a0b", ["word", "other", "word"]),
    ],
)
def test_kinds_of_tokens(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(text)] == expected


def test_closed_strings_and_names_are_recognised() -> None:
    tokens = [token for token in TOKEN.finditer('"a" \n: "b", "c') if token.lastgroup == "string"]
    assert [(token["quote"], token["name"]) for token in tokens] == [('"', ""), ('"', None), (None, None)]


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_every_json_number_is_one_word(number: float) -> None:
    text = json.dumps(number)
    assert kinds(text) == [("word", text)]
    assert NUMBER.fullmatch(text)


def test_spaces_are_skipped_and_stars_keep_lengths() -> None:
    assert end_of_space("  \n1", 0) == 3
    assert end_of_space("1 ", 0) == 0
    assert stars("a b\nc") == "* *\n*"


def test_no_other_module_has_an_expression_for_json_strings() -> None:
    files = [file for top in ("src", "codegen") for file in (ROOT / top).rglob("*.py")]
    found = [file.name for file in files if '"[^"\\\\' in file.read_text("utf-8")]
    assert found == ["json_tokens.py"]
