"""What our two servers do on one core, beside nginx and Go on the same one: answers a second, start, memory."""

from __future__ import annotations

import gzip
import json
import secrets
import sys
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bench import peer_servers
from bench.asking import HttpRequest, HttpResponse, load, load_program
from bench.measure import Cost, median_cost
from bench.servers import Cores, Server, free_port, tied_to
from bench.site_documents import REAL_OVERRIDES, REAL_PROVIDERS
from bench.table import MEMORY, RATE, Row, at_least, at_most
from bench.workshop import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bench.workshop import Workshop

PATH = "/llm-models.json"
CLIENT_VIEW = "/.api/modelconfig/supported-models.json"
SECONDS = 2
START = at_most(0.6)
SIZE = at_most(80)
COMPARED = (
    ("gateway, 200", "gateway", "nginx", "nginx, static file", at_least(0.4)),
    ("gateway, 200", "gateway", "go", "Go net/http, bytes in memory", at_least(1.0)),
    ("gateway, 200", "gateway", "go copy", "Go net/http, copied and encoded for each request", at_least(10)),
    ("gateway, 200 in gzip", "gateway gzip", "nginx gzip", "nginx, gzip_static", None),
    ("gateway, 304", "gateway 304", "nginx 304", "nginx, static file", at_least(0.25)),
    ("gateway, 304", "gateway 304", "gateway", "its own 200", at_least(1.0)),
    ("instance, client view with token", "instance", "gateway", "our gateway's 200", at_least(0.8)),
)
"""Work, who does it, beside whom, what that is, and the target."""

GZIP = ("Accept-Encoding", "gzip")
_OK, _UNCHANGED = 200, 304


@dataclass(frozen=True, slots=True)
class Side:
    """A server, what it is asked, and the answer that is known to be right."""

    server: Server
    question: HttpRequest
    good: HttpResponse


def serving(workshop: Workshop, runs: int) -> list[Row]:
    """Measure the servers, one core for all of them in turn, and another for whoever asks."""
    cores = Cores.found()
    if cores is None:
        workshop.left_out.append("Left out: the servers. It takes two cores, and Linux to tie processes to them.")
        return []
    with ExitStack() as ending, tied_to(cores.load):
        place = _Place(workshop, cores, ending)
        ours = place.ours()
        rows = []
        if load_program() is None:
            workshop.left_out.append("Left out: answers a second. There is no wrk, which would ask for them.")
        else:
            rows = _compared(ours | place.peers(), runs)
        return [*rows, *place.starts(runs), *_memories(ours)]


def _compared(sides: dict[str, Side], runs: int) -> list[Row]:
    # In turn, so that a busy machine slows all alike; those who are compared one after the other.
    order = dict.fromkeys(name for _, *pair, _, _ in COMPARED for name in pair if name in sides)
    costs: dict[str, list[Cost]] = {name: [] for name in order}
    for turn in range(runs + 1):
        for name, side in ((name, sides[name]) for name in order):
            cost = load(side.server.processor_seconds, side.question, side.good, SECONDS)
            if turn:
                costs[name].append(cost)
    medians = {name: median_cost(of_one) for name, of_one in costs.items()}
    sizes = {name: f"{side.good.size / 1024:.1f} KiB" for name, side in sides.items()}
    return [
        Row(work, sizes[who], medians[who], medians[beside], against, target, RATE)
        for work, who, beside, against, target in COMPARED
        if beside in medians
    ]


def _memories(ours: dict[str, Side]) -> list[Row]:
    rows = []
    for name in ("gateway", "instance"):
        held = ours[name].server.memory()
        for kind, amount, target in (("RSS", held.resident, SIZE), ("PSS", held.proportional, None)):
            rows.append(Row(f"{name}, memory after that", kind, Cost(0, 0, amount), None, "", target, MEMORY))
    return rows


class _Place:
    """Where the servers run; whatever is started here is ended with `ending`."""

    def __init__(self, workshop: Workshop, cores: Cores, ending: ExitStack) -> None:
        self._workshop = workshop
        self._core = cores.server
        self._ending = ending
        self._document = ROOT / "models.json"
        self._body = self._document.read_bytes()
        self._tokens = workshop.folder / "tokens"
        self._token = secrets.token_hex(32)
        self._tokens.touch(mode=0o600)
        self._tokens.write_text(self._token + "\n", "ascii")
        self._site = workshop.site_configuration(REAL_OVERRIDES, REAL_PROVIDERS)
        self._gateway_port = free_port()

    def ours(self) -> dict[str, Side]:
        """Start our two servers, and return what they are asked."""
        question = HttpRequest(self._gateway_port, PATH)
        sides = {"gateway": self._documents(self._kept(Server(self._gateway(question.port), self._core)), question)}
        sides |= self._variants("gateway", sides["gateway"])
        question = self._asked_of_instance(free_port())
        instance = self._kept(Server(self._instance(question.port), self._core))
        answer = instance.wait_for(question, _good)
        _must_hold("instance", bool(json.loads(answer.body)["models"]))
        return sides | {"instance": Side(instance, question, answer)}

    def peers(self) -> dict[str, Side]:
        """Start the peers that there are, and return what they are asked."""
        sides = {}
        question = HttpRequest(free_port(), PATH)
        nginx = peer_servers.nginx(self._workshop, self._document, question.port, self._core)
        if nginx is None:
            self._workshop.left_out.append("Left out: comparisons with nginx, which is not installed.")
        else:
            sides["nginx"] = self._documents(self._kept(nginx), question)
            sides |= self._variants("nginx", sides["nginx"])
        program = peer_servers.go_servers(self._workshop)
        for name, way in (("go", "static"), ("go copy", "copy")):
            question = HttpRequest(free_port(), PATH)
            server = peer_servers.go(program, way, self._document, '"of-these-bytes"', question.port, self._core)
            sides[name] = self._documents(self._kept(server), question)
        return sides

    def starts(self, runs: int) -> list[Row]:
        """Measure how long our servers take from nothing to the first good answer."""
        rows = []
        for name in ("gateway", "instance"):
            taken = []
            for _ in range(runs + 1):
                port = free_port()
                of_gateway = name == "gateway"
                command = self._gateway(port) if of_gateway else self._instance(port)
                server = Server(command, self._core)
                try:
                    server.wait_for(HttpRequest(port, PATH) if of_gateway else self._asked_of_instance(port), _good)
                    taken.append(Cost(server.first_answer, server.processor_seconds(), 0))
                finally:
                    server.end()
            median = median_cost(taken[1:])
            told = f"{median.cpu:.2f} s of processor time"
            rows.append(Row(f"{name}, start to first good answer", "", median, None, told, START))
        return rows

    def _kept(self, server: Server) -> Server:
        self._ending.callback(server.end)
        return server

    def _documents(self, server: Server, question: HttpRequest) -> Side:
        answer = server.wait_for(question, _good)
        _must_hold(question.path, json.loads(answer.body) == json.loads(self._body))
        return Side(server, question, answer)

    def _variants(self, name: str, plain: Side) -> dict[str, Side]:
        """Return the same document compressed, and the same if it has changed."""
        _must_hold(name, plain.good.body == self._body)
        question = replace(plain.question, headers=(GZIP,))
        answer = plain.server.wait_for(question, lambda answer: "content-encoding" in answer.headers)
        _must_hold(name, gzip.decompress(answer.body) == self._body)
        known = ("If-None-Match", plain.good.headers["etag"])
        asked_again = replace(plain.question, headers=(known,))
        unchanged = plain.server.wait_for(asked_again, lambda answer: answer.status == _UNCHANGED)
        return {
            f"{name} gzip": Side(plain.server, question, answer),
            f"{name} 304": Side(plain.server, asked_again, unchanged),
        }

    def _asked_of_instance(self, port: int) -> HttpRequest:
        return HttpRequest(port, CLIENT_VIEW, (("Authorization", f"token {self._token}"),))

    def _gateway(self, port: int) -> tuple[str | Path, ...]:
        return (*self._program("gateway"), "--port", str(port))

    def _instance(self, port: int) -> tuple[str | Path, ...]:
        gateway = f"http://127.0.0.1:{self._gateway_port}/"
        files = ("--site-config", self._site, "--tokens", self._tokens)
        return (*self._program("instance"), *files, "--gateway", gateway, "--port", str(port))

    def _program(self, name: str) -> tuple[str | Path, ...]:
        return (self._workshop.programs / "modelconfig", "serve", name, "--log-format", "json")


def _good(answer: HttpResponse) -> bool:
    return answer.status == _OK


def _must_hold(what: str, holds: bool) -> None:  # noqa: FBT001
    if not holds:
        sys.exit(f"{what} does not answer with the right document")
