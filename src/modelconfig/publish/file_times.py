"""Which time of modification a published file has: one that its revision and its bytes say, the same on every machine.

Web servers make the entity tag of a file from its size and its time in whole seconds (nginx does, and most others). Two
contents of one size must therefore differ in their time, and a copy on another machine must not.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import NamedTuple

from modelconfig.documents.revisions import parse

FORMS = 4
"""In how many forms a content stands there at most: as it is and in three codings, each with seconds of its own."""

_DAY = 24 * 60 * 60
# From here on revisions of one day share what is left of it.
_LAST_NUMBER = 10
# Older and newer days than these are no time of a file on every file system.
_FIRST_DAY, _LAST_DAY = date(1980, 1, 1), date(2105, 12, 31)


class _Span(NamedTuple):
    """Some seconds, of which the bytes of a file choose one."""

    begin: int
    seconds: int


# For revisions that are no day and counter: sixteen years before there were any documents.
_UNORDERED = _Span(int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()), 1 << 29)


def file_time(revision: str, form: int, content: bytes) -> int:
    """Return the time of modification, in seconds, of a file with this content in one of the FORMS of its document.

    A later revision has a later time. Two contents of one revision have the same with a probability of 1 in 10800 for
    the first revision of a day; whoever publishes compares, and refuses the second one.
    """
    span = _span(revision)
    choice = int.from_bytes(sha256(content).digest()[:8], "big") % (span.seconds // FORMS)
    return span.begin + choice * FORMS + form


def last_modified(revision: str, now: datetime) -> datetime | None:
    """Return the value of `Last-Modified` for a document of this revision, or None where the revision does not say.

    A moment to come is not one at which anything was modified (RFC 9110, 8.8.2.1).
    """
    parsed = parse(revision)
    moment = parsed.moment() if parsed is not None else None
    return moment if moment is not None and moment <= now else None


def _span(revision: str) -> _Span:
    """Return the seconds of a revision: the first of a day has half of them, each other half of what is left.

    They are of the day before, so that they are past when the document is published, wherever that is.
    """
    parsed = parse(revision)
    if parsed is None or not _FIRST_DAY <= parsed.day <= _LAST_DAY:
        return _UNORDERED
    number = min(parsed.number, _LAST_NUMBER)
    midnight = int(datetime.combine(parsed.day, time(tzinfo=UTC)).timestamp())
    return _Span(midnight - (_DAY >> (number - 1)), _DAY >> number)
