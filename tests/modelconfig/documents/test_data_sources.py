"""The companion of the embedded catalogue: its values by model, and the age of the data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from modelconfig.documents.companion.data_sources import CheckedDays, checked_days, load_embedded_sources, values_by_ref
from modelconfig.documents.loader import load_document
from modelconfig.schema.validator import embedded_validator


def companion(*models: dict[str, Any]) -> dict[str, Any]:
    return {"revision": "-", "sources": {}, "models": [{"modelRef": f"a::v1::{one}", **one} for one in models]}


def test_the_embedded_companion_belongs_to_the_embedded_document() -> None:
    document, embedded = load_document(), load_embedded_sources()
    assert embedded_validator("sources").problems(embedded) == []
    assert embedded["revision"] == document["revision"]
    assert list(values_by_ref(embedded)) == [model["modelRef"] for model in document["models"]]
    names = {name for model in embedded["models"] for name in model["checked"]}
    assert names <= embedded["sources"].keys()


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        ([], None),
        ([{"checked": {}}], None),
        ([{"checked": {"docs": "2026-02-30", "other": "tomorrow"}}], None),
        ([{"checked": {"docs": "2026-02-30", "other": "2026-02-01"}}], ("2026-02-01", "2026-02-01")),
        # A group is as old as its last comparison with any source.
        ([{"checked": {"docs": "2020-01-01", "other": "2026-02-01"}}], ("2026-02-01", "2026-02-01")),
        (
            [{"checked": {"docs": "2026-03-01"}, "cost": {"checked": {"docs": "2026-02-01"}}}],
            ("2026-02-01", "2026-03-01"),
        ),
        ([{"checked": {"docs": "2026-03-01"}, "limits": {"context": 1}}], ("2026-03-01", "2026-03-01")),
        ([{"checked": {"docs": "1970-01-01"}}, {"checked": {"docs": "9999-12-31"}}], ("1970-01-01", "9999-12-31")),
    ],
)
def test_the_age_is_that_of_the_oldest_and_the_newest_values(
    models: list[dict[str, Any]], expected: tuple[str, str] | None
) -> None:
    days = None if expected is None else CheckedDays(*map(date.fromisoformat, expected))
    assert checked_days(companion(*models)) == days
