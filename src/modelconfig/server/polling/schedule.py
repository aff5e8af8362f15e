"""Compute when to poll next: the interval of the site configuration, backoff after failures, and `Retry-After`.

Pure functions: the caller passes the time and the jitter.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, NamedTuple

DEFAULT_INTERVAL: Final = 6 * 3600.0
JITTER: Final = 0.1
"""The share of a pause by which it varies, so that instances that were started together spread their requests."""
FIRST_PAUSE: Final = 5.0
"""Seconds before the second attempt; each further failure doubles the pause."""
LONGEST_PAUSE: Final = 3600.0
"""Maximum seconds between attempts after failures: a gateway that works again is noticed within the hour."""
LONGEST_RETRY_AFTER: Final = 24 * 3600.0
"""Maximum seconds of a `Retry-After`; a longer one is a mistake."""
SHORTEST_INTERVAL: Final = 1.0
LONGEST_INTERVAL: Final = 366 * 24 * 3600.0

_DURATION = re.compile(r"(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?")
_SECONDS = (24 * 3600, 3600, 60, 1)
_MAX_FIELD_LENGTH = 64


class Interval(NamedTuple):
    """Seconds between two polls, or None and the reason why polling is disabled."""

    seconds: float | None
    reason: str = ""


def parse_interval(text: str) -> float | None:
    """Return the seconds of a `pollingInterval`, None for `never`. Raises ValueError for an invalid text.

    The result is limited to the range from a second to a year.
    """
    return None if text == "never" else min(max(parse_duration(text), SHORTEST_INTERVAL), LONGEST_INTERVAL)


def parse_duration(text: str) -> float:
    """Return the seconds of a duration such as `1d12h`. Raises ValueError for an invalid text."""
    match = _DURATION.fullmatch(text)
    if not text or match is None:
        raise ValueError("a duration, such as a polling interval, has whole numbers of d, h, m and s in this order")
    # Unlike an integer, a float may be read from any number of digits.
    return sum(float(digits) * unit for digits, unit in zip(match.groups(default="0"), _SECONDS, strict=True))


def interval_of(site: Mapping[str, Any] | None) -> Interval:
    """Return the polling interval of a site configuration in its whole shape.

    Without a site configuration, or without `modelConfiguration` in it, the interval is the default. The configuration
    may be a rejected one, with an invalid interval: that also means the default.
    """
    section = None if site is None else site.get("modelConfiguration")
    if not isinstance(section, dict):
        return Interval(DEFAULT_INTERVAL)
    gateway = section.get("sourcegraph")
    if not isinstance(gateway, dict):
        return Interval(None, "The site configuration uses no models of the gateway: `sourcegraph` is absent or null.")
    try:
        seconds = parse_interval(gateway["pollingInterval"])
    except (KeyError, TypeError, ValueError):
        return Interval(DEFAULT_INTERVAL)
    return Interval(seconds, "" if seconds is not None else "`pollingInterval` of the site configuration is `never`.")


def backoff(failures: int, interval: float) -> float:
    """Return the seconds to wait after a number of consecutive failures, at most the interval."""
    return min(FIRST_PAUSE * 2.0 ** min(failures - 1, 16), LONGEST_PAUSE, interval)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds of a `Retry-After` field (RFC 9110, 10.2.3), or None if it is absent or invalid."""
    text = (value or "").strip()
    if not text or len(text) > _MAX_FIELD_LENGTH:
        return None
    try:
        if text.isascii() and text.isdigit():
            seconds = float(text)
        else:
            moment = parsedate_to_datetime(text)
            seconds = ((moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)) - now).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)


def pause(interval: float, failures: int, retry_after_seconds: float | None, jitter: float) -> float:
    """Return the seconds between an attempt and the next one. `jitter`, from 0 to 1, varies the pause.

    `retry_after_seconds` is the value of `Retry-After` after a failure, if any. It is the minimum pause, not the
    maximum: a gateway that sends 0 must not be polled without a pause.
    """
    varied = 1 + JITTER * (2 * jitter - 1)
    if failures == 0:
        return interval * varied
    return max(backoff(failures, interval) * varied, (retry_after_seconds or 0.0) * (1 + JITTER * jitter))
