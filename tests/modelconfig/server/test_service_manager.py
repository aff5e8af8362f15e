"""What a server sends to the service manager: on a real socket, from a real process."""

from __future__ import annotations

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from modelconfig.server.service_manager import READY, notify
from tests.modelconfig.server.instances import PLAIN
from tests.modelconfig.server.process import PATIENCE, lasting_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    """Return the socket of a service manager and its address in the environment."""
    name = f"@modelconfig-{secrets.token_hex(8)}" if request.param == "abstract" else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(name.replace("@", "\0") if request.param == "abstract" else name)
        listening.settimeout(PATIENCE)
        yield listening, name


@pytest.mark.parametrize("server", [["gateway"], ["instance", "--site-config", "site.json"]], ids=lambda args: args[0])
def test_a_server_notifies_when_it_answers_and_when_it_stops(
    tmp_path: Path, manager: tuple[socket.socket, str], server: list[str]
) -> None:
    listening, address = manager
    (tmp_path / "site.json").write_text(PLAIN)
    port = lasting_port()
    command = [sys.executable, "-m", "modelconfig", "serve", *server, "--port", str(port)]
    environment = {**os.environ, "NOTIFY_SOCKET": address, "MODELCONFIG_TOKENS": "a-token-that-is-long-enough"}
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL)
    try:
        assert listening.recv(100) == b"READY=1"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", "/readyz")
        assert connection.getresponse().status == 200
        connection.close()
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        assert listening.recv(100) == b"STOPPING=1"
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait(PATIENCE)
    listening.setblocking(False)
    with pytest.raises(BlockingIOError):
        listening.recv(100)


@pytest.mark.parametrize("address", ["", "relative", "/missing/socket", "@missing", "/" + "x" * 200, "unix:/x"])
def test_without_a_service_manager_nothing_happens(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    notify(READY)


def test_a_service_manager_that_does_not_read_does_not_block(
    monkeypatch: pytest.MonkeyPatch, manager: tuple[socket.socket, str]
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", manager[1])
    for _ in range(10_000):
        notify(READY)
