"""When to ask next: the interval of the site configuration, longer pauses after failures, what the gateway asked for.

Pure functions; who calls them has the clock, and throws the dice.
"""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

DEFAULT_INTERVAL: Final = "6h"
NEVER: Final = "never"
JITTER: Final = 0.1
"""The part of a pause by which it varies, so that instances that were started together do not ask together for ever."""
FIRST_PAUSE: Final = 5.0
"""Seconds before the second attempt; each further failure doubles them."""
LONGEST_PAUSE: Final = 3600.0
"""Seconds between attempts however many have failed: a gateway that is back is noticed within the hour."""
LONGEST_RETRY_AFTER: Final = 24 * 3600.0
"""Seconds that a gateway can make us wait. A longer wish is a mistake, and would outlast whoever could notice it."""
SHORTEST_INTERVAL: Final = 1.0
LONGEST_INTERVAL: Final = 366 * 24 * 3600.0

_FORM = re.compile(r"(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?")
_SECONDS = (24 * 3600, 3600, 60, 1)
_MOST_DIGITS = 12
_LONGEST_FIELD = 64


class Interval(NamedTuple):
    """Seconds between two polls, or None and why there are to be none."""

    seconds: float | None
    reason: str = ""


def parse_interval(text: str) -> float | None:
    """Return the seconds of a `pollingInterval`, None for `never`. Raises ValueError for a text of another form.

    Lengths from a second to a year are taken as they are, others as the nearest of these.
    """
    if text == NEVER:
        return None
    found = _FORM.fullmatch(text)
    if found is None or len(text) < 2:
        raise ValueError("a polling interval is `never`, or whole numbers of d, h, m and s in this order")
    seconds = 0
    for digits, unit in zip(found.groups(default="0"), _SECONDS, strict=True):
        if len(digits.lstrip("0")) > _MOST_DIGITS:
            return LONGEST_INTERVAL
        seconds += int(digits) * unit
    return min(max(float(seconds), SHORTEST_INTERVAL), LONGEST_INTERVAL)


def interval_of(site: Mapping[str, Any] | None) -> Interval:
    """Return how often a site configuration in its whole shape wants the gateway to be asked; None where there is none.

    The configuration has been checked. One without `modelConfiguration` has no say in it, and gets the default.
    """
    section = None if site is None else site.get("modelConfiguration")
    if not isinstance(section, dict):
        return Interval(parse_interval(DEFAULT_INTERVAL))
    gateway = section.get("sourcegraph")
    if not isinstance(gateway, dict):
        return Interval(
            None, "The site configuration offers no models of the gateway: `sourcegraph` is absent or null."
        )
    text = gateway.get("pollingInterval")
    try:
        seconds = parse_interval(text if isinstance(text, str) else DEFAULT_INTERVAL)
    except ValueError:
        # No site configuration that was accepted says so; a later schema may.
        seconds = parse_interval(DEFAULT_INTERVAL)
    return Interval(seconds, "" if seconds is not None else "The site configuration says `never` as `pollingInterval`.")


def backoff(failures: int, interval: float) -> float:
    """Return the seconds to wait after so many failures in a row, never more than without any."""
    doubled = FIRST_PAUSE * 2.0 ** min(max(failures, 1) - 1, 16)
    return min(doubled, LONGEST_PAUSE, interval)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` field asks for (RFC 9110, 10.2.3), or None where it says nothing."""
    text = (value or "").strip()
    if not text or len(text) > _LONGEST_FIELD:
        return None
    if text.isascii() and text.isdigit():
        return LONGEST_RETRY_AFTER if len(text) > _MOST_DIGITS else min(float(text), LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        seconds = (aware - now).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)


def pause(interval: float, failures: int, asked: float | None, jitter: float) -> float:
    """Return the seconds between an attempt and the next one. `jitter`, from 0 to 1, places it within the jitter.

    `asked` is what the gateway asked for, if it failed and did so. That is the least to wait, not the most: who asks
    for no time at all is not to be asked without end.
    """
    varied = 1 + JITTER * (2 * jitter - 1)
    if failures == 0:
        return interval * varied
    own = backoff(failures, interval) * varied
    return own if asked is None else max(own, asked * (1 + JITTER * jitter))
