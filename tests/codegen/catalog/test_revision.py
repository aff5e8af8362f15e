"""The next revision, and how it is written into catalog.yaml."""

from __future__ import annotations

from datetime import date

import pytest

from codegen.catalog.revision import is_newer, next_revision, with_revision
from codegen.catalog.yaml.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("stored", "published", "today", "expected"),
    [
        ("2026-11-22.1", "2026-11-22.1", "2026-11-22", "2026-11-22.2"),
        ("2026-11-22.9", "2026-11-22.9", "2026-11-22", "2026-11-22.10"),
        ("2026-11-22.3", "2026-11-22.3", "2026-11-23", "2026-11-23.1"),
        # A stored day in the future, from another time zone or by mistake: the revision is never lowered.
        ("2027-01-01.1", "2027-01-01.1", "2026-11-22", "2027-01-01.2"),
        ("2026-11-20.1", "2026-11-22.4", "2026-11-22", "2026-11-22.5"),
        ("2026-11-20.1", "0.0.0+dev", "2026-11-20", "2026-11-20.2"),
        ("2026-11-20.1", "", "2026-11-22", "2026-11-22.1"),
    ],
)
def test_following(stored: str, published: str, today: str, expected: str) -> None:
    assert next_revision(stored, published, date.fromisoformat(today)) == expected
    assert is_newer(expected, stored)
    assert is_newer(expected, published)


@pytest.mark.parametrize(
    ("stored", "published", "newer"),
    [
        ("2026-11-22.10", "2026-11-22.9", True),
        ("2026-11-22.1", "2026-11-22.1", False),
        ("2026-11-21.9", "2026-11-22.1", False),
        ("2026-11-22.1", "1.0.0-66b659dd", True),
        ("2026-11-22.1", "2026-02-30.1", True),
        ("-", "2026-11-22.1", False),
    ],
)
def test_is_newer(stored: str, published: str, *, newer: bool) -> None:
    assert is_newer(stored, published) is newer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("revision: 2026-11-22.1\n", "revision: 2026-11-22.2\n"),
        ("a: 1 # 2026-11-22.1\nrevision:   2026-11-22.1   # why\nb: 2\n", None),
        ("revision: '2026-11-22.1'\n", "revision: '2026-11-22.2'\n"),
        ('{"revision": "2026-11-22.1", "b": 1}', '{"revision": "2026-11-22.2", "b": 1}'),
        ("# é😀\r\nrevision: 2026-11-22.1\r\nb: 1\r\n", "# é😀\r\nrevision: 2026-11-22.2\r\nb: 1\r\n"),
        ("revision: >-\n  2026-11-22.1\nb: 1\n", "revision: 2026-11-22.2\nb: 1\n"),
        ("revision:\n  2026-11-22.1\n\nb: 1\n", "revision:\n  2026-11-22.2\n\nb: 1\n"),
    ],
)
def test_only_the_revision_changes(text: str, expected: str | None) -> None:
    document, _ = read_yaml(text)
    assert document is not None
    changed = with_revision(document, "2026-11-22.2")
    assert changed == (expected or "a: 1 # 2026-11-22.1\nrevision:   2026-11-22.2   # why\nb: 2\n")
    again, problems = read_yaml(changed)
    assert problems == []
    assert again is not None
    assert again.value == {**document.value, "revision": "2026-11-22.2"}
