"""Requests over HTTP: one, to look at its answer, and as many as go, to see how fast they are answered."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.measure import Cost

if TYPE_CHECKING:
    from collections.abc import Callable

CONNECTIONS = 32
_REPORT = Path(__file__).parent / "wrk" / "report.lua"
_PATIENCE = 10.0
_NO_CONTENT = frozenset({204, 304})


class NotAnswered(Exception):
    """The connection ended before the answer did."""


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request to a server on this machine."""

    port: int
    path: str
    headers: tuple[tuple[str, str], ...] = ()


class HttpResponse(NamedTuple):
    """What came back, and how many bytes it was altogether."""

    status: int
    headers: dict[str, str]
    body: bytes
    size: int


def ask(question: HttpRequest) -> HttpResponse:
    """Return the answer to a request in the form in which wrk sends it. Raises OSError, NotAnswered."""
    lines = [f"GET {question.path} HTTP/1.1", f"Host: 127.0.0.1:{question.port}"]
    lines += [f"{name}: {value}" for name, value in question.headers]
    with socket.create_connection(("127.0.0.1", question.port), _PATIENCE) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        with connection.makefile("rb") as stream:
            head = [stream.readline()]
            while head[-1] not in {b"\r\n", b""}:
                head.append(stream.readline())
            if head[-1] == b"":
                raise NotAnswered
            status = int(head[0].split()[1])
            fields = (line.decode("latin-1").partition(":") for line in head[1:-1])
            headers = {name.lower(): value.strip() for name, _, value in fields}
            body = b"" if status in _NO_CONTENT else stream.read(int(headers["content-length"]))
    return HttpResponse(status, headers, body, sum(map(len, head)) + len(body))


def load_program() -> str | None:
    """Return the program that asks, if this machine has it."""
    return shutil.which("wrk")


def load(processor_seconds: Callable[[], float], question: HttpRequest, good: HttpResponse, seconds: int) -> Cost:
    """Send the same request over and over and return what one response cost.

    `processor_seconds` returns what the server has used. Raises RuntimeError if a response was not like `good`.
    """
    headers = [part for name, value in question.headers for part in ("-H", f"{name}: {value}")]
    address = f"http://127.0.0.1:{question.port}{question.path}"
    options = ("-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(_REPORT))
    before = processor_seconds()
    finished = subprocess.run(["wrk", *options, *headers, address], capture_output=True, text=True, check=True)
    used = processor_seconds() - before
    told = json.loads(finished.stdout.splitlines()[-1])
    # Every answer has the same length, which shows its status and its body; the last ones are cut off by the end.
    surplus = told["bytes"] - told["requests"] * good.size
    if told["errors"] or not told["requests"] or not 0 <= surplus <= CONNECTIONS * good.size:
        raise RuntimeError(f"not every answer of {address} was like the first, of {good.size} bytes: {told}")
    return Cost(told["microseconds"] / 1e6 / told["requests"], used / told["requests"], 0)
