"""Revisions `YYYY-MM-DD.N`: parse, compare, the time that is computed from one, and which are too far in the future.

A revision is a day and a counter from 1 within that day.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error

DAYS_AHEAD: Final = 2
"""The days by which a revision may be ahead of the clock, for time zones and clocks that are a little wrong."""
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


def future_revision(revision: object, day: date) -> Problem | None:
    """Return the error about a revision that is more than two days ahead of a day: no later document would replace it.

    A value that is not a revision ranks below all others, and is not reported.
    """
    parsed = parse(revision) if isinstance(revision, str) else None
    if parsed is None or (parsed.day - day).days <= DAYS_AHEAD:
        return None
    message = f"the revision {quote(parsed.text())} is more than {DAYS_AHEAD} days ahead of {day}"
    hint = "Set the revision to the day of the change, in UTC. If it is right, correct the clock."
    return error("MC463", message, hint=hint, pointer="/revision")
