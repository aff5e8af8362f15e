"""Revisions `YYYY-MM-DD.N`: parse, compare, and the time that is computed from one.

A revision is a day and a counter from 1 within that day.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

_LAST_SECOND = 24 * 60 * 60 - 1
_FORMAT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([1-9][0-9]{0,8})")


class Revision(NamedTuple):
    """A parsed revision; a later one compares as greater."""

    day: date
    number: int

    def text(self) -> str:
        """Return the revision as text, `YYYY-MM-DD.N`."""
        return f"{self.day.isoformat()}.{self.number}"

    def moment(self) -> datetime:
        """Return the time that is computed from the revision: the start of its day, plus N seconds.

        A clock or a file's time would differ between machines; all servers of one document must agree. Numbers beyond
        the seconds of a day share its last second, so that no revision reaches into the next day.
        """
        seconds = min(self.number, _LAST_SECOND)
        return datetime.combine(self.day, time(tzinfo=UTC)) + timedelta(seconds=seconds)


def parse(text: str) -> Revision | None:
    """Return the parsed revision, or None for text in another format, which is older than every parsed revision."""
    match = _FORMAT.fullmatch(text)
    if match is None:
        return None
    try:
        return Revision(date.fromisoformat(match[1]), int(match[2]))
    except ValueError:
        return None
