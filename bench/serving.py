"""Throughput, start-up time and memory of the two servers on one core, compared with nginx and Go on the same core."""

from __future__ import annotations

import gzip
import json
import secrets
import sys
from contextlib import ExitStack
from dataclasses import replace
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from bench import peer_servers
from bench.endpoints import Endpoint, is_ok, loads
from bench.http_client import HttpRequest, HttpResponse, load_generator, send
from bench.measure import Cost, median_cost
from bench.servers import Cores, Server, free_port, pinned_to
from bench.site_documents import REAL_OVERRIDES, REAL_PROVIDERS
from bench.table import MEMORY, RATE, Row, at_least, at_most
from bench.workspace import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bench.workspace import Workspace

PATH = "/llm-models.json"
CLIENT_VIEW = "/.api/modelconfig/supported-models.json"
CLIENT_CONFIG = "/.api/client-config"
START_TARGET = at_most(0.6)
CHANGE_TARGET = at_most(1.0)
MEMORY_TARGET = at_most(80)
COMPARISONS = (
    ("gateway, 200", "gateway", "nginx", "nginx, static file", at_least(0.5)),
    ("gateway, 200", "gateway", "go", "Go net/http, bytes in memory", at_least(1.0)),
    ("gateway, 200", "gateway", "go copy", "Go net/http, copied and encoded for each request", at_least(10)),
    ("gateway, 200 in gzip", "gateway gzip", "nginx gzip", "nginx, gzip_static", None),
    ("gateway, 304", "gateway 304", "nginx 304", "nginx, static file", at_least(0.5)),
    ("gateway, 304", "gateway 304", "go 304", "Go net/http, bytes in memory", at_least(1.0)),
    ("gateway, 304", "gateway 304", "gateway", "its own 200", at_least(1.0)),
    ("instance, client view with token", "instance", "gateway", "the gateway's 200", at_least(0.8)),
)
"""Name of the row, endpoint, endpoint of the peer, description of the peer, and target."""

GZIP = ("Accept-Encoding", "gzip")
_NOT_MODIFIED = 304
_POLL_INTERVAL = 0.005
"""Seconds between two requests for the digest."""


def serving(workspace: Workspace, runs: int) -> list[Row]:
    """Measure the servers, one core for all of them alternately, and another for the load generator."""
    cores = Cores.allocate()
    if cores is None:
        workspace.omissions.append("Left out: the servers. They need two cores and Linux.")
        return []
    with ExitStack() as exit_stack, pinned_to(cores.load):
        setup = _ServerSetup(workspace, cores, exit_stack)
        ours = setup.ours()
        rows = []
        if load_generator() is None:
            workspace.omissions.append("Left out: responses per second, because wrk is not installed.")
        else:
            rows = _compared(ours | setup.peers(), runs)
        return [*rows, *setup.starts(runs), *_memories(ours), setup.change(ours["instance"], runs)]


def _compared(endpoints: dict[str, Endpoint], runs: int) -> list[Row]:
    # Compared endpoints run one after the other.
    names = dict.fromkeys(name for _, *pair, _, _ in COMPARISONS for name in pair if name in endpoints)
    medians = loads({name: endpoints[name] for name in names}, runs)
    sizes = {name: f"{endpoint.expected.size / 1024:.1f} KiB" for name, endpoint in endpoints.items()}
    return [
        Row(work, sizes[endpoint_name], medians[endpoint_name], medians[peer_name], baseline, target, RATE)
        for work, endpoint_name, peer_name, baseline, target in COMPARISONS
        if peer_name in medians
    ]


def _memories(ours: dict[str, Endpoint]) -> list[Row]:
    rows = []
    for name in ("gateway", "instance"):
        memory = ours[name].server.memory()
        for kind, amount, target in (("RSS", memory.resident, MEMORY_TARGET), ("PSS", memory.proportional, None)):
            rows.append(Row(f"{name}, memory after that", kind, Cost(0, 0, amount), None, "", target, MEMORY))
    return rows


class _ServerSetup:
    """The servers and their files; `exit_stack` stops every server that is started here."""

    def __init__(self, workspace: Workspace, cores: Cores, exit_stack: ExitStack) -> None:
        self._workspace = workspace
        self._core = cores.server
        self._exit_stack = exit_stack
        self._document = ROOT / "models.json"
        self._body = self._document.read_bytes()
        self._tokens = workspace.folder / "tokens"
        self._token = secrets.token_hex(32)
        self._tokens.touch(mode=0o600)
        self._tokens.write_text(self._token + "\n", "ascii")
        self._site = workspace.site_configuration(REAL_OVERRIDES, REAL_PROVIDERS)
        self._gateway_port = free_port()

    def ours(self) -> dict[str, Endpoint]:
        """Start our two servers, and return their endpoints."""
        request = HttpRequest(self._gateway_port, PATH)
        endpoints = {
            "gateway": self._documents(self._register(Server(self._gateway(request.port), self._core)), request)
        }
        endpoints |= self._variants("gateway", endpoints["gateway"])
        request = self._instance_request(free_port())
        instance = self._register(Server(self._instance(request.port), self._core))
        response = instance.wait_for(request, is_ok)
        _require("instance", bool(json.loads(response.body)["models"]))
        return endpoints | {"instance": Endpoint(instance, request, response)}

    def peers(self) -> dict[str, Endpoint]:
        """Start the peers that are installed, and return their endpoints."""
        endpoints = {}
        request = HttpRequest(free_port(), PATH)
        nginx = peer_servers.nginx(self._workspace, self._document, request.port, self._core)
        if nginx is None:
            self._workspace.omissions.append("Omitted: comparisons with nginx, which is not installed.")
        else:
            endpoints["nginx"] = self._documents(self._register(nginx), request)
            endpoints |= self._variants("nginx", endpoints["nginx"])
        program = peer_servers.go_servers(self._workspace)
        for name, mode in (("go", "static"), ("go copy", "copy")):
            request = HttpRequest(free_port(), PATH)
            server = peer_servers.go(program, mode, self._document, '"of-these-bytes"', request.port, self._core)
            endpoints[name] = self._documents(self._register(server), request)
        endpoints["go 304"] = self._not_modified(endpoints["go"])
        return endpoints

    def starts(self, runs: int) -> list[Row]:
        """Measure the time from the start of our servers to the first expected response."""
        rows = []
        for name in ("gateway", "instance"):
            costs = []
            for _ in range(runs + 1):
                port = free_port()
                is_gateway = name == "gateway"
                command = self._gateway(port) if is_gateway else self._instance(port)
                server = Server(command, self._core)
                try:
                    server.wait_for(HttpRequest(port, PATH) if is_gateway else self._instance_request(port), is_ok)
                    costs.append(Cost(server.first_response, server.processor_seconds(), 0))
                finally:
                    server.stop()
            median = median_cost(costs[1:])
            note = f"{median.cpu:.2f} s of processor time"
            rows.append(Row(f"{name}, start to first valid response", "", median, None, note, START_TARGET))
        return rows

    def change(self, instance: Endpoint, runs: int) -> Row:
        """Measure the time from a change of the site file until the client configuration has another digest."""
        request = replace(instance.request, path=CLIENT_CONFIG)
        site = json.loads(self._site.read_text("utf-8"))
        costs = []
        for number in range(runs + 1):
            site["modelConfiguration"]["modelOverrides"][0]["displayName"] = f"Changed {number}"
            newer = self._site.with_name("newer-site.json")
            newer.write_text(json.dumps(site, indent=2), "utf-8")
            known = _models_digest(request)
            begun, used = perf_counter(), instance.server.processor_seconds()
            newer.replace(self._site)
            while _models_digest(request) == known:
                sleep(_POLL_INTERVAL)
            costs.append(Cost(perf_counter() - begun, instance.server.processor_seconds() - used, 0))
        slowest = max(cost.wall for cost in costs[1:])
        note = f"slowest of {runs}: {slowest:.2f} s"
        return Row(
            "instance, change of the site file until its digest", "", median_cost(costs[1:]), None, note, CHANGE_TARGET
        )

    def _register(self, server: Server) -> Server:
        self._exit_stack.callback(server.stop)
        return server

    def _documents(self, server: Server, request: HttpRequest) -> Endpoint:
        response = server.wait_for(request, is_ok)
        _require(request.path, json.loads(response.body) == json.loads(self._body))
        return Endpoint(server, request, response)

    def _variants(self, name: str, plain: Endpoint) -> dict[str, Endpoint]:
        """Return the endpoints for the compressed document and for an unchanged one."""
        _require(name, plain.expected.body == self._body)
        request = replace(plain.request, headers=(GZIP,))
        response = plain.server.wait_for(request, lambda response: "content-encoding" in response.headers)
        _require(name, gzip.decompress(response.body) == self._body)
        return {
            f"{name} gzip": Endpoint(plain.server, request, response),
            f"{name} 304": self._not_modified(plain),
        }

    def _not_modified(self, plain: Endpoint) -> Endpoint:
        """Return the endpoint for an unchanged document."""
        request = replace(plain.request, headers=(("If-None-Match", plain.expected.headers["etag"]),))
        return Endpoint(plain.server, request, plain.server.wait_for(request, _is_not_modified))

    def _instance_request(self, port: int) -> HttpRequest:
        return HttpRequest(port, CLIENT_VIEW, (("Authorization", f"token {self._token}"),))

    def _gateway(self, port: int) -> tuple[str | Path, ...]:
        return (*self._program("gateway"), "--port", str(port))

    def _instance(self, port: int) -> tuple[str | Path, ...]:
        gateway = f"http://127.0.0.1:{self._gateway_port}/"
        files = ("--site-config", self._site, "--tokens", self._tokens)
        return (*self._program("instance"), *files, "--gateway", gateway, "--port", str(port))

    def _program(self, name: str) -> tuple[str | Path, ...]:
        return (self._workspace.programs / "modelconfig", "serve", name, "--log-format", "json")


def _models_digest(request: HttpRequest) -> str:
    return str(json.loads(send(request).body)["modelsDigest"])


def _is_not_modified(response: HttpResponse) -> bool:
    return response.status == _NOT_MODIFIED


def _require(what: str, condition: bool) -> None:  # noqa: FBT001
    if not condition:
        sys.exit(f"{what} does not respond with the expected document")
