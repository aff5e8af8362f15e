"""Which form of a content a request asks for, and whether it has that already (RFC 9110, sections 12.5.3 and 13)."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

IDENTITY = "identity"


def preferred(accepted: str | None, offered: Sequence[str]) -> str:
    """Return the content coding to answer with: of `offered`, in our order of preference, or `identity`.

    `accepted` is the value of `Accept-Encoding`. Where it allows nothing of what there is, not even `identity`, the
    answer is `identity` all the same: a client that cannot read it is no worse off than with an error.
    """
    if not accepted:
        return IDENTITY
    weights = _weights(accepted)
    others = weights.get("*", 0.0)
    best, weight = IDENTITY, weights.get(IDENTITY, 0.0)
    for coding in reversed(offered):
        wanted = weights.get(coding, others)
        if wanted > 0 and wanted >= weight:
            best, weight = coding, wanted
    return best


def _weights(accepted: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accepted.split(","):
        coding, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if coding:
            # The older name of gzip is still sent by some.
            found["gzip" if coding == "x-gzip" else coding] = _quality(parameters)
    return found


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
    """Tell whether `If-None-Match` names this strong entity tag.

    The comparison is the weak one that the field asks for: a proxy that compresses by itself weakens tags.
    """
    if etag in condition:
        # A tag is a digest in quotes, so it cannot be a part of another one.
        return True
    return condition.strip() == "*"


def unchanged_since(condition: str, moment: datetime) -> bool:
    """Tell whether `If-Modified-Since` names `moment` or a later one; what is no date does not."""
    try:
        return moment <= parsedate_to_datetime(condition)
    except (ValueError, TypeError, OverflowError):
        return False
