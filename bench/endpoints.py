"""Endpoints of servers, and how many responses per second each sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.http_client import HttpRequest, HttpResponse, load
from bench.measure import Cost, median_cost

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.servers import Server

SECONDS = 2
_OK = 200


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server, a request to it, and the expected response."""

    server: Server
    request: HttpRequest
    expected: HttpResponse


def is_ok(response: HttpResponse) -> bool:
    """Return whether a response has status 200."""
    return response.status == _OK


def loads(endpoints: Mapping[str, Endpoint], runs: int) -> dict[str, Cost]:
    """Return the median cost of a response of each endpoint, after one warm-up run each.

    The runs alternate, so that a busy machine slows all endpoints alike.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in endpoints}
    for number in range(runs + 1):
        for name, endpoint in endpoints.items():
            cost = load(endpoint.server.processor_seconds, endpoint.request, endpoint.expected, SECONDS)
            if number:
                costs[name].append(cost)
    return {name: median_cost(endpoint_costs) for name, endpoint_costs in costs.items()}
