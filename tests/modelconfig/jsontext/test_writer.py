"""Serialisation: the layout, and a lossless, deterministic output for any JSON value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.jsontext.writer import WIDTH, canonical, dump_document

# Parsers of JSON join two adjacent surrogates into one character, so a surrogate is alone here.
names = st.text() | st.sampled_from(["\ud800", "\udc00x", "a\u2028b", "\u2029", '"\\\n\x00', "é😀"])
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([5.0, -0.0, 1e22, 1e-7, 2**53, 0.1])
    | names
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=5) | st.lists(scalars, max_size=30) | st.dictionaries(names, inner, max_size=5)
    ),
    max_leaves=40,
)


LAYOUT = """\
{
  "revision": "r",
  "flat": {
    "b": 1,
    "a": "x"
  },
  "empty": {},
  "none": [],
  "short": ["a", 1, null, true, 2],
  "long": [
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
  ],
  "objects": [
    {
      "a": [1, 2]
    },
    {}
  ],
  "cost": {
    "price": 15,
    "small": 0.5
  }
}
"""


@given(values)
def test_a_document_is_parsed_to_the_same_value(value: Any) -> None:
    text = dump_document(value)
    assert json.loads(text) == value
    assert text.encode("utf-8").endswith(b"\n")
    assert dump_document(json.loads(text)) == text


@given(values)
def test_canonical_text_is_parsed_to_the_same_value(value: Any) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert "\n" not in text
    assert canonical(json.loads(text)) == text
    assert canonical(json.loads(dump_document(value))) == text


@given(values)
def test_arrays_on_one_line_are_within_the_width(value: Any) -> None:
    for line in dump_document([value]).splitlines():
        if line.lstrip().startswith("[") and not line.endswith(("[", "[],", "[]")):
            assert len(line) <= WIDTH or "\\ud" in line or "\\u20" in line


def test_layout() -> None:
    value = {
        "revision": "r",
        "flat": {"b": 1, "a": "x"},
        "empty": {},
        "none": [],
        "short": ["a", 1, None, True, 2.0],
        "long": ["x" * 60, "y" * 60],
        "objects": [{"a": [1, 2]}, {}],
        "cost": {"price": 15.0, "small": 0.5},
    }
    assert dump_document(value) == LAYOUT


def test_an_array_with_its_comma_may_fill_the_width() -> None:
    fits = WIDTH - len('  "a": [""],')
    assert f'["{"x" * (fits + 1)}"]' not in dump_document({"a": ["x" * (fits + 1)], "b": 1})
    assert f'  "a": ["{"x" * fits}"],' in dump_document({"a": ["x" * fits], "b": 1})
    assert f'  "a": ["{"x" * fits}"]\n' in dump_document({"a": ["x" * fits]})


def test_canonical_text() -> None:
    assert canonical({"b": [1.0, 1e22, 0.5], "a": {"d": None, "c": "é\u2028"}}) == (
        '{"a":{"c":"é\\u2028","d":null},"b":[1,10000000000000000000000,0.5]}'
    )


@pytest.mark.parametrize("write", [dump_document, canonical])
@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_have_are_rejected(write: Any, number: float) -> None:
    for value in (number, [number], {"a": number}, {"a": [[number], "x"]}):
        with pytest.raises(ValueError, match=r"(?i)json|nan|inf"):
            write(value)


def test_property_names_that_are_not_strings_are_rejected() -> None:
    with pytest.raises(TypeError):
        dump_document({1: "a"})
