"""`modelconfig serve …` as a real process on a free port of the loopback interface."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.helpers.plausible_clock import CLOCK_IS_WRONG
from tests.recording import responses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

PATIENCE = 30.0
"""Seconds to wait for an event that normally takes less than one; tests do not check speed on shared machines."""


_MODULE = "tests.helpers.plausible_clock" if CLOCK_IS_WRONG else "modelconfig"


@dataclass(frozen=True)
class Response:
    """A response as it was received."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Served:
    """A running server."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self.log = log
        self.port = int(self.wait_for_event("listening")["port"])
        self.url = f"http://127.0.0.1:{self.port}"

    @property
    def admin_port(self) -> int:
        """The port of `--admin-address`."""
        return int(self.wait_for_event("listening for operators")["port"])

    def get(
        self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET", port: int | None = None
    ) -> Response:
        """Send one request on its own connection; only the header `Host` is added."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            response = Response(answer.status, answer.headers, answer.read())
            responses.note(method, path, response.status, response.headers.items(), response.body)
            return response
        finally:
            connection.close()

    def status(self, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Return the JSON of `/status`."""
        shown: dict[str, Any] = self.get("/status", headers).json()
        return shown

    def events(self, name: str | None = None) -> list[dict[str, Any]]:
        """Return the log lines so far, all or those of one event."""
        lines = [json.loads(line) for line in self.log.read_text("utf-8").splitlines() if line.startswith("{")]
        return [line for line in lines if name is None or line["event"] == name]

    def wait_for_request(self, identifier: str) -> dict[str, Any]:
        """Wait for the line of a request in the log, which another thread writes, and return it."""

        def lines() -> list[dict[str, Any]]:
            return [line for line in self.events("request") if line["id"] == identifier]

        wait_until(lambda: lines() != [], f"the request {identifier}")
        (line,) = lines()
        return line

    def wait_for_event(self, name: str, number: int = 1) -> dict[str, Any]:
        """Wait for the `number`th event of a name in the log, and return it."""

        def there() -> bool:
            return len(self.events(name)) >= number or self.process.poll() is not None

        wait_until(there, f"the event {name!r}")
        found = self.events(name)
        assert len(found) >= number, self.log.read_text("utf-8")
        return found[number - 1]

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    def stop(self) -> int:
        """Stop the server, and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def served(
    folder: Path,
    *arguments: object,
    env: Mapping[str, str] | None = None,
    port: int = 0,
    open_files: int | None = None,
) -> Iterator[Served]:
    """Run `modelconfig serve ARGUMENTS`, with its log in `folder`, until the end of the block.

    `open_files` is its limit of open files.
    """
    log = folder / f"log-{time.monotonic_ns()}.jsonl"
    command = [sys.executable, "-m", _MODULE, "serve", *map(str, arguments)]
    command += ["--port", str(port), "--log-format", "json"]
    if open_files is not None:
        command = ["/bin/sh", "-c", f'ulimit -n {open_files}; exec "$0" "$@"', *command]
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stream,
            env={**os.environ, **(env or {})},
        )
    try:
        yield Served(process, log)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)


def lasting_port() -> int:
    """Return a free port that the system gives to nobody else, so that a server can be restarted on it."""
    for _ in range(100):
        port = random.randint(10_000, 30_000)  # noqa: S311  # not a secret
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise OSError("no free port")


def wait_until(condition: Callable[[], Any], what: str) -> None:
    """Wait until a condition is true. Fails with `what` in its message after a timeout."""
    end = time.monotonic() + PATIENCE
    condition = responses.of_last_attempt(condition)
    while not condition():
        assert time.monotonic() < end, f"timeout while waiting for {what}"
        time.sleep(0.02)
