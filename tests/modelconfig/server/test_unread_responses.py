"""The memory of connections that do not read their responses."""

from __future__ import annotations

import socket
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.modelconfig.server.process import PATIENCE, Served, served
from tests.modelconfig.server.test_runner import large_document

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process from /proc")
CONNECTIONS = 50
REQUESTS = 20
REQUEST = b"GET /llm-models.json HTTP/1.1\r\nHost: x\r\n\r\n"


def memory(running: Served) -> int:
    """Return the bytes of the process that are in memory."""
    lines = Path(f"/proc/{running.process.pid}/status").read_text("utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


def unread(running: Served) -> socket.socket:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(PATIENCE)
    connection.connect(("127.0.0.1", running.port))
    connection.sendall(REQUEST * REQUESTS)
    return connection


def settled(running: Served) -> int:
    """Return the memory of the process when it no longer grows."""
    before, now = -1, memory(running)
    while now > before:
        time.sleep(0.5)
        before, now = now, memory(running)
    return now


def test_a_connection_that_does_not_read_holds_one_response_whatever_it_requests(tmp_path: Path) -> None:
    document = tmp_path / "models.json"
    document.write_text(large_document())
    with served(tmp_path, "gateway", "--base", document) as running, ExitStack() as stack:
        assert running.get("/llm-models.json").body == document.read_bytes()
        before = settled(running)
        for _ in range(CONNECTIONS):
            stack.enter_context(unread(running))
        held = (settled(running) - before) / CONNECTIONS
        assert held < 2 * document.stat().st_size
        assert running.get("/healthz").status == 200
