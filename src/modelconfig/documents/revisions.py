"""Which edition of the catalogue a document is: `YYYY-MM-DD.N`, a day and a counter from 1 within it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_FORM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([1-9][0-9]{0,8})")


class Revision(NamedTuple):
    """A parsed revision; a later edition compares as greater."""

    day: date
    number: int

    def text(self) -> str:
        """Return the revision as documents carry it."""
        return f"{self.day.isoformat()}.{self.number}"


def parse(text: str) -> Revision | None:
    """Return the parsed revision, or None for a text of any other form, which ranks below every parsed one."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    try:
        return Revision(date.fromisoformat(found[1]), int(found[2]))
    except ValueError:
        return None
