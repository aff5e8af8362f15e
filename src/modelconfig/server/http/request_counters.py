"""Count responses for `/metrics`, in plain numbers, which cost a response next to nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

BOUNDS = (0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5)
"""Upper bounds of the histogram's buckets, in seconds."""

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class RequestCounters:
    """The responses of each route, by method and status, and the time they took.

    Clients cannot add routes, since their names come from the tables of routes. All is counted in the event loop.
    """

    def __init__(self) -> None:
        self.responses = Counter[tuple[str, str, int]]()
        """By name of the route, method and status."""
        self.buckets: dict[str, list[int]] = defaultdict(lambda: [0] * (len(BOUNDS) + 1))
        """By name of the route, for each of BOUNDS and for longer times."""
        self.seconds: dict[str, float] = defaultdict(float)
        """The total time by name of the route."""

    def add(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one response of a route."""
        self.responses[route, method if method in METHODS else "other", status] += 1
        self.buckets[route][bisect_left(BOUNDS, seconds)] += 1
        self.seconds[route] += seconds
