"""Which coding an `Accept-Encoding` selects, and which conditions mean that the content is unchanged."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.publish.tree_layout import SUFFIXES
from modelconfig.server.http.negotiation import has_tag, preferred, unchanged_since
from modelconfig.storage.digests import strong_etag

CODINGS = tuple(SUFFIXES)
TAG = strong_etag(b"content")


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("zstd;q=0, br ; q=0 , gzip;q=0", "identity"),
        ("*", "zstd"),
        ("*;q=0", "identity"),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=1, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("identity;q=0", "identity"),
        ("deflate", "identity"),
        ("gzip;q=nonsense", "identity"),
        ("gzip;q=nan", "identity"),
        ("gzip;q=-1", "identity"),
        (",,;,gzip,,", "gzip"),
        ("gzip;x=y;q=0.1", "gzip"),
    ],
)
def test_the_preferred_coding_is_selected(accepted: str | None, coding: str) -> None:
    assert preferred(accepted, CODINGS) == coding


def test_an_unavailable_coding_is_not_selected() -> None:
    assert preferred("br, gzip;q=0.2", ["gzip"]) == "gzip"
    assert preferred("br", ()) == "identity"


@given(st.text())
def test_any_header_value_is_handled(accepted: str) -> None:
    assert preferred(accepted, CODINGS) in {*CODINGS, "identity"}


@pytest.mark.parametrize("condition", [TAG, f"W/{TAG}", f'"other", {TAG}', "*", " * ", f'W/"x" ,W/{TAG}'])
def test_a_condition_with_the_entity_tag_matches(condition: str) -> None:
    assert has_tag(condition, TAG)


@pytest.mark.parametrize("condition", ["", '"other"', TAG.strip('"'), TAG[:-2] + '"', '"*"', TAG.upper(), "**"])
def test_a_condition_without_the_entity_tag_does_not_match(condition: str) -> None:
    assert not has_tag(condition, TAG)


@pytest.mark.parametrize(
    ("condition", "unchanged"),
    [
        ("Sun, 22 Nov 2026 00:00:01 GMT", True),
        ("Sun, 22 Nov 2026 00:00:02 GMT", True),
        ("Sun, 22 Nov 2026 00:00:00 GMT", False),
        ("Sun Nov 22 00:00:01 2026", False),
        ("yesterday", False),
        ("", False),
        ("Sun, 99 Nov 2026 00:00:01 GMT", False),
    ],
)
def test_only_valid_dates_are_compared(condition: str, unchanged: bool) -> None:  # noqa: FBT001  # a parameter
    assert unchanged_since(condition, datetime(2026, 11, 22, 0, 0, 1, tzinfo=UTC)) is unchanged
