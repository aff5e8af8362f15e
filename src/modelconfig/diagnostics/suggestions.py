"""Which valid name a misspelt one most likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_LIKENESS = 0.6
"""Share of matching characters below which two names are not taken for one another."""
LONGEST_NAME = 200
"""Code points beyond which a text is no misspelt name; comparing takes time quadratic in it."""


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `name`, or None when none is close.

    Case counts last. Among equals the first in alphabetical order wins, so the answer never depends on the
    candidates' order.
    """
    from difflib import SequenceMatcher

    if not name or len(name) > LONGEST_NAME:
        return None
    folded = name.casefold()
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(folded)
    best: tuple[float, float] = (LEAST_LIKENESS, 0.0)
    found: str | None = None
    for candidate in sorted(set(candidates)):
        if candidate == name or len(candidate) > LONGEST_NAME:
            continue
        matcher.set_seq1(candidate.casefold())
        if matcher.real_quick_ratio() < best[0] or matcher.quick_ratio() < best[0]:
            continue
        likeness = (matcher.ratio(), _same_case(name, candidate))
        if likeness > best or (found is None and likeness >= best):
            best, found = likeness, candidate
    return found


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """Return the sentence that offers the nearest candidate, or "" when none is close."""
    from modelconfig.diagnostics.phrases import quote

    found = nearest(name, candidates)
    return f"Did you mean {quote(found)}?" if found is not None else ""


def _same_case(name: str, candidate: str) -> float:
    return sum(a == b for a, b in zip(name, candidate, strict=False)) / max(len(name), len(candidate))
