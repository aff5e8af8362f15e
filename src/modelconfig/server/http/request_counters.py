"""Count responses for `/metrics`, in plain numbers, which cost a response next to nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BOUNDS = (0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5)
"""Upper bounds of the histogram's buckets, in seconds."""

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass(slots=True)
class RouteCounters:
    """The responses of one route by method and status, and the time it took to make them."""

    name: str
    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0


class RequestCounters:
    """The counters of all routes, by name. Clients cannot add names, since these come from the tables of routes.

    Any thread may count.
    """

    def __init__(self) -> None:
        self._routes: dict[str, RouteCounters] = {}
        self._lock = Lock()

    def add(self, name: str, method: str, status: int, seconds: float) -> None:
        """Count one response of a route."""
        key = (method if method in METHODS else "other", status)
        with self._lock:
            counters = self._routes.get(name)
            if counters is None:
                counters = self._routes[name] = RouteCounters(name)
            counters.answers[key] += 1
            counters.buckets[bisect_left(BOUNDS, seconds)] += 1
            counters.seconds += seconds

    def all(self) -> Sequence[RouteCounters]:
        """Return a copy of the counters, sorted by name."""
        with self._lock:
            return [deepcopy(self._routes[name]) for name in sorted(self._routes)]
