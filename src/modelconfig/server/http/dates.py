"""When a document came to be, as far as everybody can know it: its revision says the day and the place within it.

A clock or a file's time would differ from machine to machine; several servers of one document must agree.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.documents.revisions import Revision

_LAST_SECOND = 24 * 60 * 60 - 1


def moment(revision: Revision) -> datetime:
    """Return the moment that stands for a revision: its day's first second, and one more for each number.

    Numbers beyond the seconds of a day share its last one, so that no revision reaches into the next day.
    """
    seconds = min(revision.number, _LAST_SECOND)
    return datetime.combine(revision.day, time(tzinfo=UTC)) + timedelta(seconds=seconds)


def http_date(when: datetime) -> str:
    """Return a moment in UTC as header fields write it (RFC 9110, 5.6.7)."""
    return format_datetime(when, usegmt=True)
