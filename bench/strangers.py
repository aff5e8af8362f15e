"""What the limits of a gateway cost, and whether it answers operators while strangers hold connections to it."""

from __future__ import annotations

import resource
import socket
from contextlib import ExitStack, contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from bench.endpoints import Endpoint, is_ok, loads
from bench.http_client import HttpRequest, load_generator, send
from bench.measure import Cost
from bench.servers import Cores, Server, free_port, pinned_to
from bench.table import RATE, Row, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.workspace import Workspace

PATH = "/llm-models.json"
CLIENT = (("X-Forwarded-For", "203.0.113.7"),)
CONNECTIONS = 10_000
_INTERVAL = 100
"""Connections that are opened between two requests of the operator."""
_OWN_FILES = 100
"""Open files of this process beside the connections."""
RATE_TARGET = at_least(0.9)
HEALTH_TARGET = at_most(0.1)


def strangers(workspace: Workspace, runs: int) -> list[Row]:
    """Measure a gateway with every option that limits clients against one without them, then hold connections to it."""
    cores = Cores.allocate()
    if cores is None:
        workspace.omissions.append("Left out: strangers. They need two cores and Linux.")
        return []
    with ExitStack() as stack, pinned_to(cores.load):

        def gateway(*options: str) -> Endpoint:
            request = HttpRequest(free_port(), PATH, CLIENT)
            command: tuple[str | Path, ...] = (
                workspace.programs / "modelconfig",
                "serve",
                "gateway",
                "--port",
                str(request.port),
                *options,
            )
            server = Server(command, cores.server)
            stack.callback(server.stop)
            return Endpoint(server, request, server.wait_for(request, is_ok))

        admin = HttpRequest(free_port(), "/healthz")
        limits = ("--admin-address", f"127.0.0.1:{admin.port}", "--trusted-proxy", "127.0.0.1", "--behind-proxy")
        endpoints = {"limited": gateway(*limits), "unlimited": gateway()}
        rows = []
        if load_generator() is None:
            workspace.omissions.append("Left out: responses per second with limits, because wrk is not installed.")
        else:
            medians = loads(endpoints, runs)
            costs = (medians["limited"], medians["unlimited"])
            rows.append(Row("gateway with all limits", "", *costs, "the gateway without them", RATE_TARGET, RATE))
        return [*rows, _health(endpoints["limited"].request.port, admin)]


def _health(port: int, admin: HttpRequest) -> Row:
    """Measure the slowest response to an operator while a stranger opens connections and holds them."""
    seconds = []
    with ExitStack() as stack, _open_files(CONNECTIONS + _OWN_FILES):
        for number in range(CONNECTIONS):
            stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            if number % _INTERVAL == 0:
                begun = perf_counter()
                send(admin)
                seconds.append(perf_counter() - begun)
    work, size = "gateway, slowest /healthz of the admin address", f"{CONNECTIONS:,} connections"
    return Row(work, size, Cost(max(seconds), 0, 0), None, "", HEALTH_TARGET)


@contextmanager
def _open_files(number: int) -> Iterator[None]:
    """Raise the limit of open files of this process to a number, if the system allows it."""
    previous, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(previous, min(number, highest)), highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (previous, highest))
