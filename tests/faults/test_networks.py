"""Faults of networks and peers: name servers that hang, half-closed connections, a stopped gateway."""

from __future__ import annotations

import signal
import socket
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.modelconfig.server.documents import real_bytes
from tests.modelconfig.server.instances import AUTHORISED, MODELS, InstanceProcess, naming
from tests.modelconfig.server.process import PATIENCE, Served, served, wait_until

if TYPE_CHECKING:
    from tests.faults.injection import InjectedFaults
    from tests.modelconfig.server.faults.gateway import FaultGateway

SITE = '{"modelConfiguration": {"sourcegraph": {"pollingInterval": "1s"}}}'
REQUEST = b"GET /llm-models.json HTTP/1.1\r\nHost: x\r\n\r\n"
MANY = 150


def polling(instance: InstanceProcess) -> dict[str, Any]:
    status: dict[str, Any] = instance.status()["polling"]
    return status


def open_files(server: Served) -> int:
    return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))


def test_a_name_server_that_hangs(faults: InjectedFaults, tmp_path: Path, gateway: FaultGateway) -> None:
    instance = InstanceProcess(tmp_path, SITE)
    faults.set("hang gateway.test")
    url = f"http://gateway.test:{gateway.port}/llm-models.json"
    with instance.running("--gateway", url, "--poll-timeout", "0.5", env=faults.environment) as running:
        # More polls than the pool for resolving names has threads.
        for number in range(1, 8):
            running.process.signal(signal.SIGHUP)
            wait_until(lambda: polling(running)["consecutiveFailures"] >= number, f"failure {number}")  # noqa: B023  # called at once
        assert polling(running)["lastOutcome"] == "timeout"
        running.write(naming("Changed"))
        running.wait_for_name("Changed")
        assert gateway.requests == []
        faults.set()
        running.process.signal(signal.SIGHUP)
        wait_until(lambda: polling(running)["consecutiveFailures"] == 0, "a poll that succeeds")
        assert gateway.requests


def test_an_instance_ends_while_a_name_server_hangs(
    faults: InjectedFaults, tmp_path: Path, gateway: FaultGateway
) -> None:
    instance = InstanceProcess(tmp_path, SITE)
    faults.set("hang gateway.test")
    url = f"http://gateway.test:{gateway.port}/llm-models.json"
    with instance.running("--gateway", url, "--poll-timeout", "0.5", env=faults.environment) as running:
        wait_until(lambda: polling(running)["lastOutcome"] == "timeout", "a timeout")
        assert running.process.stop() == 0
        assert running.process.events()[-1]["event"] == "ended"


def test_status_while_a_name_server_hangs(faults: InjectedFaults) -> None:
    faults.set("hang gateway.test")
    ended = faults.run("status", "http://gateway.test:8080", "--timeout", 0.5)
    assert ended.returncode == 2
    assert "no complete response within 0.5 seconds" in ended.stderr


def test_half_closed_connections_of_clients(tmp_path: Path) -> None:
    with served(tmp_path, "gateway") as running, ExitStack() as stack:
        before = open_files(running)
        for number in range(MANY):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE))
            # Nothing, half a request or a whole one, then the end of what the client sends.
            connection.sendall((b"", REQUEST[:20], REQUEST)[number % 3])
            connection.shutdown(socket.SHUT_WR)
            if number % 3 == 2:
                answer = b"".join(iter(lambda: connection.recv(1 << 20), b""))  # noqa: B023  # called at once
                assert answer == b"" or (answer.startswith(b"HTTP/1.1 200 ") and answer.endswith(real_bytes()))
        # The server closes its half although no client has closed the other one.
        wait_until(lambda: open_files(running) < before + 10, "closed connections")
        assert running.get("/llm-models.json").body == real_bytes()


def test_a_stopped_gateway(tmp_path: Path) -> None:
    """The kernel still accepts connections of a process that SIGSTOP has stopped."""
    (tmp_path / "gateway").mkdir()
    with served(tmp_path / "gateway", "gateway") as gateway:
        instance = InstanceProcess(tmp_path, SITE)
        url = f"{gateway.url}/llm-models.json"
        with instance.running("--gateway", url, "--poll-timeout", "0.5") as running:
            wait_until(lambda: polling(running)["lastSuccess"], "a poll")
            before = running.get(MODELS).body
            gateway.signal(signal.SIGSTOP)
            wait_until(lambda: polling(running)["lastOutcome"] == "timeout", "a timeout")
            assert running.get(MODELS, AUTHORISED).body == before
            gateway.signal(signal.SIGCONT)
            running.process.signal(signal.SIGHUP)
            wait_until(lambda: polling(running)["consecutiveFailures"] == 0, "a poll that succeeds")
