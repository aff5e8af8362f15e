"""The days in the source of a model: of its lifecycle, of its prices, and of the checks of each group of values."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from modelconfig.jsontext.pointers import join

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def checks(source: dict[str, Any], pointer: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield pointer and days of each `checked` of a model: of its groups of values, then of the rest."""
    for name, group in _groups(source):
        if "checked" in group:
            yield join(pointer, name, "checked"), group["checked"]
    yield join(pointer, "checked"), source["checked"]


def days(source: dict[str, Any], pointer: str) -> Iterator[tuple[str, str]]:
    """Yield pointer and text of each day of a model."""
    for parent, checked in checks(source, pointer):
        yield from ((join(parent, name), text) for name, text in checked.items())
    for group_name, group in _groups(source):
        for name, value in group.items():
            if isinstance(value, str) and _DAY.fullmatch(value):
                yield join(pointer, group_name, name), value


def _groups(source: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((name, value) for name, value in source.items() if isinstance(value, dict) and name != "checked")


def calendar_day(text: object) -> date | None:
    """Return a day `YYYY-MM-DD`, or None for anything else."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def revision_day(revision: str) -> date:
    """Return the day of a revision that the rules have checked."""
    return date.fromisoformat(revision.partition(".")[0])
