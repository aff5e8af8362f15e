"""The processor time of a server that starts with, or polls, a text with 200,000 characters in one position."""

from __future__ import annotations

import json
import resource
import subprocess
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import perf_counter, sleep
from typing import TYPE_CHECKING, NamedTuple

from bench import long_values as values
from bench.http_client import HttpRequest, IncompleteResponseError, send
from bench.long_texts import LENGTH, long_jsons, long_lines
from bench.measure import Cost
from bench.servers import free_port
from bench.table import PROCESSOR_TIME, Row, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bench.workspace import Workspace

_SHARE = 97
_TIMEOUT = 20.0
"""Seconds for a server to answer, to exit or to poll."""
_SETTLED = 0.5
"""Seconds in which a polled document is accepted or rejected."""
_HEADERS = ("ETag", "Content-Type", "Content-Encoding", "Cache-Control", "Date", "Retry-After", "Location", "X-Other")
_HEADER_TEXTS = ("a", "1", " ", ",", ";", '"', "=", "a=b,", "a;q=1,", "W/", "%41", "://a")
_STATUSES = {"Location": 302, "Retry-After": 503}
"""The status with which a client reads the header; 200 for others."""


class PolledResponse:
    """What the stand-in for a gateway sends: a file with a status and headers."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.status = 200
        self.headers: dict[str, str] = {}
        self.requested = Event()


class _Start(NamedTuple):
    """A server command, and the texts of the file that it reads or polls."""

    work: str
    arguments: Sequence[str | Path]
    file: Path
    texts: Sequence[tuple[str, str]]


def long_starts(workspace: Workspace, folder: Path, runs: int) -> list[Row]:
    """Measure by how much a long text makes a start slower than a short one; more runs measure more texts."""
    site, tokens, flags, document = (folder / f"start-{name}" for name in ("site", "tokens", "flags", "document"))
    for path, value in ((site, values.SITE), (flags, values.FLAGS), (document, values.DOCUMENT)):
        path.write_text(json.dumps(value), "utf-8")
    tokens.write_text(values.TOKENS, "ascii")
    tokens.chmod(0o600)
    instance = ("serve", "instance", "--site-config", site, "--tokens", tokens, "--switches", flags)
    with served(document) as (url, polled):
        polling = (*instance, "--gateway", url)
        documents = list(long_jsons(values.DOCUMENT, _SHARE))
        starts = (
            _Start("gateway --base", ("serve", "gateway", "--base", document), document, documents),
            _Start("instance --site-config", instance, site, list(long_jsons(values.SITE, _SHARE))),
            _Start("instance --tokens", instance, tokens, list(long_lines(values.TOKENS, _SHARE // 7))),
            _Start("instance --switches", instance, flags, list(long_jsons(values.FLAGS, _SHARE // 7))),
            _Start("instance --gateway, document", polling, document, documents),
        )
        program = workspace.programs / "modelconfig"
        rows = [_row(program, start, polled if start.arguments is polling else None, runs) for start in starts]
        return [*rows, _header_row(program, polling, polled, runs)]


def _row(program: Path, start: _Start, polled: PolledResponse | None, runs: int) -> Row:
    original = start.file.read_bytes()
    base = _processor_seconds(program, start.arguments, polled)
    slowest = (0.0, "")
    for name, text in start.texts[:: max(1, 2 * len(start.texts) // (3 * runs))]:
        start.file.write_text(text, "utf-8", newline="")
        slowest = max(slowest, (_processor_seconds(program, start.arguments, polled) - base, name))
    start.file.write_bytes(original)
    return _result(start.work, slowest)


def _header_row(program: Path, arguments: Sequence[str | Path], polled: PolledResponse, runs: int) -> Row:
    base = _processor_seconds(program, arguments, polled)
    slowest = (0.0, "")
    texts = [(header, text) for header in _HEADERS for text in _HEADER_TEXTS]
    for header, text in texts[:: max(1, 2 * len(texts) // (3 * runs))]:
        polled.status = _STATUSES.get(header, 200)
        polled.headers = {header: text * (LENGTH // len(text))}
        seconds = _processor_seconds(program, arguments, polled) - base
        slowest = max(slowest, (seconds, f"{text!r} in {header}"))
    return _result("instance --gateway, header of the response", slowest)


def _result(work: str, slowest: tuple[float, str]) -> Row:
    seconds, name = slowest
    work = f"modelconfig serve {work}, CPU beyond a short text's"
    cost = Cost(seconds, seconds, 0)
    return Row(work, "200,000 letters", cost, None, f"slowest: {name}", at_most(1.0), PROCESSOR_TIME)


def _processor_seconds(program: Path, arguments: Sequence[str | Path], polled: PolledResponse | None) -> float:
    """Start a server, wait until it has answered or exited, and polled if it shall; return its processor time."""
    request = HttpRequest(free_port(), "/healthz")
    command = [str(part) for part in (program, *arguments, "--port", request.port)]
    before = _children_seconds()
    if polled:
        polled.requested.clear()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = perf_counter() + _TIMEOUT
        while process.poll() is None and not _answers(request):
            if perf_counter() > end:
                raise RuntimeError(f"{' '.join(command)} did not answer {request.path}")
            sleep(0.01)
        if polled:
            if not polled.requested.wait(_TIMEOUT):
                raise RuntimeError(f"{' '.join(command)} did not poll")
            sleep(_SETTLED)
    finally:
        process.terminate()
        process.wait(_TIMEOUT)
    return _children_seconds() - before


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _answers(request: HttpRequest) -> bool:
    try:
        send(request)
    except (OSError, IncompleteResponseError):
        return False
    return True


@contextmanager
def served(file: Path) -> Iterator[tuple[str, PolledResponse]]:
    """Serve a file as JSON at every path of a URL; the response can be changed."""
    response = PolledResponse(file)

    class PolledHandler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Send the response."""
            response.requested.set()
            content = response.file.read_bytes()
            self.send_response(response.status)
            for name, value in {"Content-Type": "application/json", **response.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            # A client closes the connection when it rejects the header.
            with suppress(ConnectionError):
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Write no log."""

    with ThreadingHTTPServer(("127.0.0.1", 0), PolledHandler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", response
        server.shutdown()
