"""The days on which models retire, and the time before them in which users get a warning."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

NOTICE = timedelta(days=90)
"""A model that retires within this time is reported: users need time to choose another one."""


def retires(model: Mapping[str, Any]) -> date | None:
    """Return the day on which a model retires, or None where it is unknown or not a day."""
    day = model.get("retiresOn")
    try:
        return date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        return None
