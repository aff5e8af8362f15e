"""Which edition of the catalogue a document is: `YYYY-MM-DD.N`, a day and a counter from 1 within it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

_LAST_SECOND = 24 * 60 * 60 - 1
_FORM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([1-9][0-9]{0,8})")


class Revision(NamedTuple):
    """A parsed revision; a later edition compares as greater."""

    day: date
    number: int

    def text(self) -> str:
        """Return the revision as documents carry it."""
        return f"{self.day.isoformat()}.{self.number}"

    def moment(self) -> datetime:
        """Return the moment that stands for the revision: its day's first second, and one more for each number.

        A clock or a file's time would differ from machine to machine; several servers of one document must agree.
        Numbers beyond the seconds of a day share its last one, so that no revision reaches into the next day.
        """
        seconds = min(self.number, _LAST_SECOND)
        return datetime.combine(self.day, time(tzinfo=UTC)) + timedelta(seconds=seconds)


def parse(text: str) -> Revision | None:
    """Return the parsed revision, or None for a text of any other form, which ranks below every parsed one."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    try:
        return Revision(date.fromisoformat(found[1]), int(found[2]))
    except ValueError:
        return None
