"""A server whose limit of open files is lower than the number of connections that strangers hold."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.instances import AUTHORISED, MODELS, InstanceProcess, naming
from tests.modelconfig.server.process import PATIENCE, Served, served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the metrics of a process, which Linux has")
LIMIT = 160
RESERVE = 64


class Kept:
    """A connection that stays open, opened before those of strangers."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.connection.connect()

    def get(self, path: str) -> bytes:
        self.connection.request("GET", path, headers=AUTHORISED)
        return self.connection.getresponse().read()

    def metric(self, name: str) -> float:
        (line,) = (line for line in self.get("/metrics").decode().splitlines() if line.startswith(f"{name} "))
        return float(line.partition(" ")[2])


@contextmanager
def strangers(running: Served, number: int = 2 * LIMIT) -> Iterator[Kept]:
    """Hold that many connections that send nothing, and return an older one."""
    with ExitStack() as stack:
        kept = Kept(running.port)
        stack.callback(kept.connection.close)
        assert kept.get("/healthz")
        for _ in range(number):
            stack.enter_context(socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE))
        wait_until(lambda: kept.metric("process_open_fds") > LIMIT - RESERVE, "the connections")
        yield kept


def test_files_are_reloaded_and_the_gateway_is_polled(tmp_path: Path, gateway: FaultGateway) -> None:
    instance = InstanceProcess(tmp_path)
    with (
        instance.running("--gateway", gateway.url, open_files=LIMIT) as running,
        strangers(running.process) as kept,
    ):
        wait_until(lambda: gateway.requests, "the first poll")
        polled = len(gateway.requests)
        instance.write(naming("changed"))
        running.process.signal(signal.SIGHUP)
        wait_until(lambda: b'"changed"' in kept.get(MODELS), "the changed site configuration")
        wait_until(lambda: len(gateway.requests) > polled, "another poll")
        assert not running.process.events("poll failed")
        assert kept.metric("process_open_fds") < LIMIT - RESERVE // 4
        assert kept.metric("process_max_fds") == LIMIT


def test_waiting_connections_take_no_processor_time_and_are_answered_later(tmp_path: Path) -> None:
    with served(tmp_path, "gateway", open_files=LIMIT) as running, ExitStack() as later:
        with strangers(running) as kept:
            waiting = later.enter_context(socket.create_connection(("127.0.0.1", running.port), PATIENCE))
            waiting.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")

            def is_calm() -> bool:
                used = kept.metric("process_cpu_seconds_total")
                time.sleep(1)
                return kept.metric("process_cpu_seconds_total") - used < 0.5

            # After its start, a server has calm seconds; one that tries to accept a connection without pause has none.
            wait_until(is_calm, "a second with little work")
        assert waiting.recv(12) == b"HTTP/1.1 200"
        assert running.stop() == 0


def test_a_server_without_a_free_connection_ends_on_request(tmp_path: Path) -> None:
    with served(tmp_path, "gateway", open_files=LIMIT) as running, strangers(running):
        assert running.stop() == 0
        assert running.events()[-1]["event"] == "ended"


def test_too_few_open_files_are_an_error() -> None:
    command = ["/bin/sh", "-c", 'ulimit -n 100; exec "$0" -m modelconfig serve gateway --port 0', sys.executable]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    assert ended.returncode == 2
    assert b"error[MC471] the process may open 100 files; expected at least 128" in ended.stderr
    assert b"ulimit -n" in ended.stderr
