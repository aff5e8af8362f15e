"""The companion of a model configuration, `models.sources.json`: where its values come from, and how old they are.

Published catalogues have one; the embedded catalogue's is embedded beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

SOURCES: Final = "models.sources.json"
"""The companion's file name, in the package and beside a published document."""


class CheckedDays(NamedTuple):
    """The age of a catalogue: the days on which its oldest and its newest values were compared with a source."""

    oldest: date
    newest: date

    def to_json(self) -> dict[str, str]:
        """Return the days as `/status` has them."""
        return {"oldest": self.oldest.isoformat(), "newest": self.newest.isoformat()}


def load_embedded_sources() -> dict[str, Any]:
    """Return the companion of the embedded catalogue, which the caller may change. Raises DataMissing."""
    companion: dict[str, Any] = json.loads(embedded_sources_bytes())
    return companion


def embedded_sources_bytes() -> bytes:
    """Return the bytes of the companion of the embedded catalogue. Raises DataMissing."""
    from modelconfig.schema.embedded import embedded_bytes

    return embedded_bytes(SOURCES, "config")


def checked_days_of(revision: str) -> CheckedDays | None:
    """Return the age of the values of a document, by its revision; None if it is not that of the embedded catalogue."""
    embedded_revision, days = _embedded_age()
    return days if revision == embedded_revision else None


@cache
def _embedded_age() -> tuple[str, CheckedDays | None]:
    companion = load_embedded_sources()
    return companion["revision"], checked_days(companion)


def values_by_ref(companion: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what a companion records about each model, by the model's reference."""
    return {model["modelRef"]: model for model in companion["models"]}


def checked_days(companion: Mapping[str, Any]) -> CheckedDays | None:
    """Return the age of the values; None if there are none.

    A group of values is as old as its last comparison with any source.
    """
    groups = ([*_days(checked)] for model in companion["models"] for checked in _checks(model))
    days = [max(group) for group in groups if group]
    return CheckedDays(min(days), max(days)) if days else None


def _checks(model: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """Yield the days of the checks of a model by source: of its groups of values, then of the others."""
    groups = (value for name, value in model.items() if name != "checked" and isinstance(value, dict))
    yield from (group["checked"] for group in groups if "checked" in group)
    yield model["checked"]


def _days(checked: Mapping[str, str]) -> Iterator[date]:
    for text in checked.values():
        with suppress(ValueError):
            yield date.fromisoformat(text)
