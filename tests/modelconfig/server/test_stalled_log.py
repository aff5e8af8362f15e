"""A server whose log is not read, or cannot be written."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.modelconfig.server.process import PATIENCE, wait_until
from tests.modelconfig.server.test_runner import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

METRIC = "modelconfig_dropped_log_lines_total "
REQUEST = f"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Request-ID: {'x' * 128}\r\n\r\n".encode()
BATCH, BATCHES = 500, 10
"""Enough requests for more lines than a pipe and the server hold."""


class Logging:
    """A gateway that logs every request into a pipe, and a connection to it."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self._port = port
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def __enter__(self) -> Self:
        wait_until(self._answers, "a response")
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def get(self, path: str = "/healthz") -> bytes:
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        assert answer.status == 200
        return answer.read()

    def get_many(self) -> None:
        with socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE) as connection:
            for _ in range(BATCHES):
                connection.sendall(BATCH * REQUEST)
                received = b""
                while received.count(b"HTTP/1.1 200 OK") < BATCH:
                    received += connection.recv(1 << 20)

    def dropped(self) -> int:
        (line,) = (line for line in self.get("/metrics").decode().splitlines() if line.startswith(METRIC))
        return int(float(line.removeprefix(METRIC)))

    def _answers(self) -> bool:
        assert self.process.poll() is None
        try:
            self.get()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return False
        return True


@contextmanager
def logging_to(writing: int) -> Iterator[Logging]:
    """Run a gateway with this descriptor as its standard error."""
    port = free_port()
    command = [sys.executable, "-m", "modelconfig", "serve", "gateway", "--port", str(port), "--log-requests", "all"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=writing) as process:
        try:
            with Logging(process, port) as running:
                yield running
        finally:
            process.kill()


@contextmanager
def pipe(*, blocking: bool = True) -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    os.set_blocking(writing, blocking)
    try:
        yield reading, writing
    finally:
        os.close(reading)
        os.close(writing)


class LogReader:
    """Reads a pipe in a thread."""

    def __init__(self, reading: int) -> None:
        self._reading = reading
        self._text = b""
        threading.Thread(target=self._read, daemon=True).start()

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the events of this name so far; every complete line is JSON."""
        lines = self._text.rpartition(b"\n")[0].splitlines()
        return [line for line in map(json.loads, lines) if line["event"] == name]

    def _read(self) -> None:
        try:
            while text := os.read(self._reading, 1 << 16):
                self._text += text
        except OSError:
            pass  # the end of the test


@pytest.mark.parametrize("blocking", [True, False])
def test_a_stalled_reader_stops_no_response_and_dropped_lines_are_counted(*, blocking: bool) -> None:
    with pipe(blocking=blocking) as (reading, writing), logging_to(writing) as running:
        running.get_many()
        dropped = running.dropped()
        assert 0 < dropped < BATCH * BATCHES
        # The log goes on where it stopped, with the number of lines that are missing.
        reader = LogReader(reading)
        wait_until(lambda: reader.events("log lines dropped"), "the report of dropped lines")
        (report,) = reader.events("log lines dropped")
        assert report["level"] == "warning"
        assert report["number"] == running.dropped() >= dropped
        assert len(reader.events("request")) >= BATCH * BATCHES - report["number"]
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(PATIENCE) == 0
        wait_until(lambda: reader.events("ended"), "the last line")


def test_a_server_with_a_stalled_reader_ends_on_request() -> None:
    with pipe() as (_, writing), logging_to(writing) as running:
        running.get_many()
        assert running.dropped()
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(PATIENCE) == 0


def test_lines_that_cannot_be_written_are_counted() -> None:
    with pipe() as (reading, writing), logging_to(writing) as running:
        assert running.dropped() == 0
        closed = os.open(os.devnull, os.O_RDONLY)
        os.dup2(closed, reading)
        os.close(closed)
        wait_until(running.dropped, "dropped lines")
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(PATIENCE) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has this device")
def test_lines_are_counted_while_the_disk_is_full() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        with logging_to(full) as running:
            wait_until(lambda: running.dropped() > 10, "dropped lines")
            running.process.send_signal(signal.SIGTERM)
            assert running.process.wait(PATIENCE) == 0
    finally:
        os.close(full)
