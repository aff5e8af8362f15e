"""Select the content coding of a response, and evaluate conditional requests (RFC 9110, sections 12.5.3 and 13)."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime

IDENTITY = "identity"


def preferred(accepted: str | None, available: Sequence[str]) -> str:
    """Return the content coding of the response: one of `available`, which are in order of preference, or `identity`.

    `accepted` is the value of `Accept-Encoding`. If it allows neither an available coding nor `identity`, the result is
    still `identity`: an error would not help a client that cannot read it.
    """
    weights = _weights(accepted or "")
    others = weights.get("*", 0.0)
    best, weight = IDENTITY, weights.get(IDENTITY, 0.0)
    for coding in reversed(available):
        weight_of_coding = weights.get(coding, others)
        if weight_of_coding > 0 and weight_of_coding >= weight:
            best, weight = coding, weight_of_coding
    return best


def _weights(accepted: str) -> dict[str, float]:
    weights_by_coding: dict[str, float] = {}
    for part in accepted.split(","):
        coding, *parameters = (field.strip().lower() for field in part.split(";"))
        # Some clients still send the older name of gzip.
        weights_by_coding["gzip" if coding == "x-gzip" else coding] = _quality(parameters)
    return weights_by_coding


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def has_tag(condition: str, etag: str) -> bool:
    """Return whether `If-None-Match` contains this strong entity tag.

    The comparison is weak, as RFC 9110 requires: a proxy that compresses makes the tags weak.
    """
    # A tag is a digest in quotes, so it cannot be a part of another one.
    return etag in condition or condition.strip() == "*"


def unchanged_since(condition: str, modified: datetime) -> bool:
    """Return whether `If-Modified-Since` is `modified` or later; an invalid date is not."""
    try:
        return modified <= parsedate_to_datetime(condition)
    except (ValueError, TypeError, OverflowError):
        return False
