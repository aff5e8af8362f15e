"""Model references: their parts, their problems, and sanitized names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.documents.refs import ALLOWED, check_ref, parse_ref, sanitize_name
from modelconfig.errors import InvalidRef

PART = re.compile(r"[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+")
parts = st.text(alphabet=sorted(ALLOWED), min_size=1)


@given(parts, parts, parts)
def test_parse_returns_the_parts(provider: str, api_version: str, model_id: str) -> None:
    ref = f"{provider}::{api_version}::{model_id}"
    found = parse_ref(ref)
    assert (found.provider, found.api_version, found.model_id) == (provider, api_version, model_id)
    assert found.ref == ref


@given(st.lists(st.sampled_from([":", "::", "a", "Z/", " ", "é", "", "\n", "%"]), max_size=9).map("".join) | st.text())
def test_a_reference_has_three_valid_parts(text: str) -> None:
    split = text.split("::")
    fit = len(split) == 3 and all(PART.fullmatch(part) for part in split)
    assert (check_ref(text) == []) == fit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["the model reference is empty"]),
        ("a::b", ['"a::b" is not a model reference: expected 3 parts separated by "::", found 2']),
        ("a::b::c::d", ['"a::b::c::d" is not a model reference: expected 3 parts separated by "::", found 4']),
        ("a:::b::c", ['"a:::b::c": the API version must not contain ":"']),
        ("::v 1::", ["the provider is empty", 'the API version must not contain " "', "the model ID is empty"]),
        ("é::b::c\n", ['the provider must not contain "é"', 'the model ID must not contain "\\n"']),
    ],
)
def test_all_problems_are_reported_in_order(text: str, expected: list[str]) -> None:
    found = check_ref(text)
    assert len(found) == len(expected)
    assert all(one.message.endswith(end) for one, end in zip(found, expected, strict=True))
    with pytest.raises(InvalidRef, match=re.escape(found[-1].message)):
        parse_ref(text)


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("é", "__"),
        ("", ""),
        ("\ud800", "___"),
        ("gpt-4:32k", "gpt-4_32k"),
        ("日本", "______"),
        ("a b\n", "a_b_"),
        ("ok/%", "ok/%"),
    ],
)
def test_each_invalid_byte_becomes_an_underscore(name: str, fit: str) -> None:
    assert sanitize_name(name) == fit
    assert sanitize_name(name.encode("utf-8", "surrogatepass")) == fit


@given(st.text(alphabet=st.characters()) | st.binary())
def test_a_sanitized_name_is_valid_and_unchanged_by_sanitizing_again(name: str | bytes) -> None:
    fit = sanitize_name(name)
    assert not set(fit) - ALLOWED
    assert sanitize_name(fit) == fit
