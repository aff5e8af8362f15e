"""What the limits of the servers cost, and whether they answer operators while strangers hold connections."""

from __future__ import annotations

import resource
import secrets
import socket
from contextlib import ExitStack, contextmanager, suppress
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from bench.endpoints import Endpoint, is_ok, loads
from bench.http_client import HttpRequest, load_generator, send
from bench.measure import Cost
from bench.servers import Cores, Server, free_port, pinned_to
from bench.site_documents import REAL_OVERRIDES, REAL_PROVIDERS
from bench.table import RATE, Row, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.workspace import Workspace

DOCUMENT = "/llm-models.json"
CLIENT_VIEW = "/.api/modelconfig/supported-models.json"
CLIENT = (("X-Forwarded-For", "203.0.113.7"),)
CONNECTIONS = 10_000
_REQUEST = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
_INTERVAL = 100
"""Connections that are opened or used between two requests of the operator."""
_OWN_FILES = 100
"""Open files of this process beside the connections."""
RATE_TARGET = at_least(0.9)
HEALTH_TARGET = at_most(0.1)


def strangers(workspace: Workspace, runs: int) -> list[Row]:
    """Measure servers with every option that limits clients against the same without, then hold connections to one."""
    cores = Cores.allocate()
    if cores is None:
        workspace.omissions.append("Left out: strangers. They need two cores and Linux.")
        return []
    with ExitStack() as stack, pinned_to(cores.load):
        admins: dict[str, HttpRequest] = {}
        endpoints: dict[str, Endpoint] = {}
        for name, (path, headers, options) in _servers(workspace).items():
            admins[name] = HttpRequest(free_port(), "/healthz")
            limits = ("--admin-address", f"127.0.0.1:{admins[name].port}", "--trusted-proxy", "127.0.0.1")
            for kind, added in (("limited", limits), ("unlimited", ())):
                request = HttpRequest(free_port(), path, (*CLIENT, *headers))
                command = (workspace.programs / "modelconfig", "serve", name, *options, *added)
                server = Server((*command, "--port", str(request.port)), cores.server)
                stack.callback(server.stop)
                endpoints[f"{name}, {kind}"] = Endpoint(server, request, server.wait_for(request, is_ok))
        rows = []
        if load_generator() is None:
            workspace.omissions.append("Left out: responses per second with limits, because wrk is not installed.")
        else:
            medians = loads(endpoints, runs)
            for name in admins:
                costs = (medians[f"{name}, limited"], medians[f"{name}, unlimited"])
                rows.append(Row(f"{name} with all limits", "", *costs, "the same without limits", RATE_TARGET, RATE))
        return [*rows, *(_health(name, endpoints[f"{name}, limited"].request.port, admins[name]) for name in admins)]


def _servers(workspace: Workspace) -> dict[str, tuple[str, tuple[tuple[str, str], ...], tuple[str | Path, ...]]]:
    """Return path, headers of requests, and options of each server."""
    token = secrets.token_hex(32)
    tokens = workspace.folder / "tokens"
    tokens.touch(mode=0o600)
    tokens.write_text(f"{token}\n", "ascii")
    site = workspace.site_configuration(REAL_OVERRIDES, REAL_PROVIDERS)
    options = ("--site-config", site, "--tokens", tokens)
    return {
        "gateway": (DOCUMENT, (), ()),
        "instance": (CLIENT_VIEW, (("Authorization", f"token {token}"),), options),
    }


def _health(name: str, port: int, admin: HttpRequest) -> Row:
    """Measure the slowest response to an operator while a stranger opens connections, holds them, and uses them all."""
    connections: list[socket.socket] = []
    seconds = []
    with ExitStack() as stack, _open_files(CONNECTIONS + _OWN_FILES):
        for number in range(2 * CONNECTIONS):
            if number < CONNECTIONS:
                connections.append(stack.enter_context(socket.create_connection(("127.0.0.1", port))))
            else:
                # The server closes the connections that have sent no request for some time.
                with suppress(OSError):
                    connections[number - CONNECTIONS].sendall(_REQUEST)
            if number % _INTERVAL == 0:
                begun = perf_counter()
                send(admin)
                seconds.append(perf_counter() - begun)
    work, size = f"{name}, slowest /healthz of --admin-address", f"{CONNECTIONS:,} connections"
    return Row(work, size, Cost(max(seconds), 0, 0), None, f"median {median(seconds) * 1000:.1f} ms", HEALTH_TARGET)


@contextmanager
def _open_files(number: int) -> Iterator[None]:
    """Raise the limit of open files of this process to a number, if the system allows it."""
    previous, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(previous, min(number, highest)), highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (previous, highest))
