"""Compute the modification time of a published file from its revision and its bytes, the same on every machine.

Most web servers, such as nginx, make the entity tag of a file from its size and its time in whole seconds. Two contents
of the same size must therefore differ in their time, and a copy on another machine must not.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import NamedTuple

from modelconfig.documents.revisions import parse

REPRESENTATIONS = 4
"""The representations of a document: without a content coding and in three codings, each with its own seconds."""

_DAY = 24 * 60 * 60
# From this number on, the revisions of one day share the rest of its seconds.
_LAST_NUMBER = 10
# Not every file system supports times before and after these days.
_FIRST_DAY, _LAST_DAY = date(1980, 1, 1), date(2105, 12, 31)


class _TimeSpan(NamedTuple):
    """A range of seconds, one of which the bytes of a file select."""

    begin: int
    seconds: int


# For revisions that are not a day and a number: sixteen years before the first document.
_UNORDERED = _TimeSpan(int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()), 1 << 29)


def file_time(revision: str, representation: int, content: bytes) -> int:
    """Return the modification time, in seconds, of a file with this content in one of the REPRESENTATIONS.

    A later revision has a later time. Two contents of one revision have the same time with a probability of 1 in 10800
    for the first revision of a day; the publisher compares them, and rejects the second one.
    """
    span = _span(revision)
    offset = int.from_bytes(sha256(content).digest()[:8], "big") % (span.seconds // REPRESENTATIONS)
    return span.begin + offset * REPRESENTATIONS + representation


def last_modified(revision: str, now: datetime) -> datetime | None:
    """Return the value of `Last-Modified` for a document of this revision, or None if the revision has no date.

    A time in the future is not a modification time (RFC 9110, 8.8.2.1).
    """
    parsed = parse(revision)
    moment = parsed.moment() if parsed is not None else None
    return moment if moment is not None and moment <= now else None


def _span(revision: str) -> _TimeSpan:
    """Return the seconds of a revision: the first of a day has half of them, each other one half of the rest.

    They belong to the day before, so that they are past when the document is published, in every time zone.
    """
    parsed = parse(revision)
    if parsed is None or not _FIRST_DAY <= parsed.day <= _LAST_DAY:
        return _UNORDERED
    number = min(parsed.number, _LAST_NUMBER)
    midnight = int(datetime.combine(parsed.day, time(tzinfo=UTC)).timestamp())
    return _TimeSpan(midnight - (_DAY >> (number - 1)), _DAY >> number)
