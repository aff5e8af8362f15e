"""HTTP requests: a single one, and as many as possible, to measure how fast a server responds."""

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
_TIMEOUT = 10.0
_NO_CONTENT = frozenset({204, 304})


class IncompleteResponseError(Exception):
    """The connection was closed before the response was complete."""


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request to a server on this machine."""

    port: int
    path: str
    headers: tuple[tuple[str, str], ...] = ()


class HttpResponse(NamedTuple):
    """A response, and its size in bytes including the header."""

    status: int
    headers: dict[str, str]
    body: bytes
    size: int


def send(request: HttpRequest) -> HttpResponse:
    """Return the response to a request with the header that wrk sends. Raises OSError, IncompleteResponseError."""
    lines = [f"GET {request.path} HTTP/1.1", f"Host: 127.0.0.1:{request.port}"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    with socket.create_connection(("127.0.0.1", request.port), _TIMEOUT) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        with connection.makefile("rb") as stream:
            header_lines = [stream.readline()]
            while header_lines[-1] not in {b"\r\n", b""}:
                header_lines.append(stream.readline())
            if header_lines[-1] == b"":
                raise IncompleteResponseError
            status = int(header_lines[0].split()[1])
            fields = (line.decode("latin-1").partition(":") for line in header_lines[1:-1])
            headers = {name.lower(): value.strip() for name, _, value in fields}
            body = b"" if status in _NO_CONTENT else stream.read(int(headers["content-length"]))
    return HttpResponse(status, headers, body, sum(map(len, header_lines)) + len(body))


def load_generator() -> str | None:
    """Return the path of wrk, or None where it is not installed."""
    return shutil.which("wrk")


def load(processor_seconds: Callable[[], float], request: HttpRequest, expected: HttpResponse, seconds: int) -> Cost:
    """Send the same request repeatedly and return the cost of one response.

    `processor_seconds` returns the processor time that the server has used. Raises RuntimeError if a response was not
    like `expected`.
    """
    headers = [part for name, value in request.headers for part in ("-H", f"{name}: {value}")]
    address = f"http://127.0.0.1:{request.port}{request.path}"
    options = ("-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(_REPORT))
    before = processor_seconds()
    process = subprocess.run(["wrk", *options, *headers, address], capture_output=True, text=True, check=True)
    cpu_seconds = processor_seconds() - before
    report = json.loads(process.stdout.splitlines()[-1])
    # Responses with the same status and body have the same length. The last ones are incomplete when wrk stops.
    surplus = report["bytes"] - report["requests"] * expected.size
    if report["errors"] or not report["requests"] or not 0 <= surplus <= CONNECTIONS * expected.size:
        raise RuntimeError(f"responses of {address} differ from the first one, of {expected.size} bytes: {report}")
    return Cost(report["microseconds"] / 1e6 / report["requests"], cpu_seconds / report["requests"], 0)
