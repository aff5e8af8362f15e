"""The current time, and the current day, which revisions are compared with, on a machine whose clock may be wrong."""

import json
from datetime import UTC, date, datetime
from functools import cache

from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.documents.loader import embedded_document_bytes
from modelconfig.documents.revisions import Revision, parse


def now() -> datetime:
    """Return the current time, in UTC."""
    return datetime.now(UTC)


@cache
def embedded_revision() -> Revision | None:
    """Return the revision of the embedded document, None if it has another format. Raises DataMissing."""
    return parse(json.loads(embedded_document_bytes())["revision"])


def day_of(now: datetime) -> date:
    """Return the day in UTC. A day before that of the embedded document is wrong, and counts as that."""
    today, embedded = now.astimezone(UTC).date(), embedded_revision()
    return today if embedded is None else max(today, embedded.day)


def clock_problems(now: datetime) -> tuple[Problem, ...]:
    """Return the warning about a clock before the day of the embedded document."""
    today, day = now.astimezone(UTC).date(), day_of(now)
    if today == day:
        return ()
    message = f"the clock shows {today}, before the day of the embedded document, {day}"
    return (warning("MC464", message, hint=f"Correct the clock. Until then, {day} counts as the current day."),)
