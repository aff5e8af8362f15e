"""The server process: start, stop, and behaviour under load."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.documents import document, real_bytes, replace, text
from tests.modelconfig.server.process import PATIENCE, Served, served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "/llm-models.json"
REQUEST = b"GET /llm-models.json HTTP/1.1\r\nHost: x\r\n\r\n"
LARGE = 4000
"""Models of a document that is larger than the kernel's socket buffers."""


def large_document() -> str:
    made = document("2026-01-01.1")
    made["models"] += [made["models"][0] | {"modelRef": f"anthropic::v1::model-{number}"} for number in range(LARGE)]
    return json.dumps(made, indent=2)


def connected(running: Served) -> socket.socket:
    return socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(REQUEST)
        return connection.recv(12) == b"HTTP/1.1 200"
    return False


def has_begun(log: Path) -> bool:
    return b"listening" in log.read_bytes()


def read_all(connection: socket.socket) -> bytes:
    return b"".join(iter(lambda: connection.recv(1 << 20), b""))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_process_ends_cleanly_on_a_signal(number: signal.Signals, tmp_path: Path) -> None:
    # A shell may have started the tests with interrupts ignored, and children inherit that.
    with served(tmp_path, "gateway") as running:
        idle = [connected(running) for _ in range(20)]
        running.signal(number)
        assert running.process.wait(PATIENCE) == 0
        assert running.events()[-1]["event"] == "ended"
        for connection in idle:
            connection.close()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such policy")
def test_threads_have_the_batch_scheduling_policy(tmp_path: Path) -> None:
    with served(tmp_path, "gateway") as running:
        assert running.get(PATH).status == 200
        threads = [int(found.name) for found in Path(f"/proc/{running.process.pid}/task").iterdir()]
        # One for the event loop, one that reads requests, and one that answers; there may be more.
        assert len(threads) >= 3
        assert {os.sched_getscheduler(thread) for thread in threads} == {os.SCHED_BATCH}


WITHOUT_POLICIES = """
import errno, os, sys

def refuse(*_):
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

os.sched_getscheduler = refuse
from modelconfig.cli.main import main
sys.argv[1:] = ["serve", "gateway", "--port", "0", "--log-format", "json"]
main()
"""


def test_a_system_without_scheduling_policies_is_supported(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("wb") as stream, subprocess.Popen([sys.executable, "-c", WITHOUT_POLICIES], stderr=stream) as process:
        try:
            running = Served(process, log)
            assert running.get(PATH).status == 200
            assert running.stop() == 0
        finally:
            process.kill()


HASTY = """
import os, signal, sys
from modelconfig.server import gateway

class Hasty(gateway.Gateway):
    def __init__(self, *arguments, **options):
        os.kill(os.getpid(), signal.SIGHUP)
        super().__init__(*arguments, **options)

    async def prepare(self):
        os.kill(os.getpid(), signal.SIGHUP)
        await super().prepare()

gateway.Gateway = Hasty
from modelconfig.cli.main import main
sys.argv[1:] = ["serve", "gateway", "--port", "0", "--log-format", "json"]
main()
"""


def test_sighup_before_the_server_starts_does_not_end_it(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("wb") as stream, subprocess.Popen([sys.executable, "-c", HASTY], stderr=stream) as process:
        try:
            running = Served(process, log)
            running.wait_for_event("reloading")
            assert running.get(PATH).status == 200
            assert running.stop() == 0
        finally:
            process.kill()


def test_a_response_in_progress_is_completed_before_the_process_ends(tmp_path: Path) -> None:
    models = tmp_path / "models.json"
    models.write_text(large_document())
    with served(tmp_path, "gateway", "--models", models) as running:
        with connected(running) as slow:
            slow.sendall(REQUEST)
            begun = slow.recv(1000)
            running.signal(signal.SIGTERM)
            running.wait_for_event("ending")
            body = (begun + read_all(slow)).partition(b"\r\n\r\n")[2]
            assert body == models.read_bytes()
        assert running.process.wait(PATIENCE) == 0
        with pytest.raises(ConnectionRefusedError):
            connected(running)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--host", "203.0.113.1"), b"cannot listen on 203.0.113.1"),
        (("--host", "no such host"), b"cannot listen on no such host"),
        (("--port", "70000"), b"70000"),
        (("--models",), b"requires an argument"),
    ],
)
def test_an_unavailable_address_is_reported(options: tuple[str, ...], message: bytes) -> None:
    command = [sys.executable, "-m", "modelconfig", "serve", "gateway", *options]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    assert ended.returncode == 2
    assert message in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_a_port_is_not_shared_with_another_server(tmp_path: Path) -> None:
    with served(tmp_path, "gateway") as running:
        command = [sys.executable, "-m", "modelconfig", "serve", "gateway", "--port", str(running.port)]
        ended = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
        assert ended.returncode == 2
        assert b"--port" in ended.stderr
        assert running.get("/healthz").status == 200


def test_a_missing_extra_is_reported_with_a_hint() -> None:
    hidden = (
        "import sys; sys.modules['granian'] = None; from modelconfig.cli.main import main; main(['serve', 'gateway'])"
    )
    ended = subprocess.run([sys.executable, "-c", hidden], capture_output=True, check=False, timeout=PATIENCE)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert b'pip install ".[server]"' in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_log_formats_are_text_and_json(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "modelconfig", "serve", "gateway", "--port", "0"]
    for log_format in ("human", "json", "auto"):
        log = tmp_path / log_format
        with log.open("wb") as stream:
            process = subprocess.Popen([*command, "--log-format", log_format], stderr=stream)
        wait_until(partial(has_begun, log), "the start")
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        lines = log.read_text("utf-8").splitlines()
        if log_format == "human":
            assert any("listening  url=http://127.0.0.1:" in line for line in lines)
        else:
            assert [json.loads(line)["event"] for line in lines][-1] == "ended"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the stream")
def test_a_server_whose_streams_are_closed_serves_without_a_log() -> None:
    port = free_port()
    command = f'exec "$0" -m modelconfig serve gateway --port {port} >&- 2>&-'
    with subprocess.Popen(["/bin/sh", "-c", command, sys.executable]) as process:
        try:
            wait_until(lambda: process.poll() is not None or answers(port), "an answer")
            assert process.poll() is None
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


@pytest.fixture
def many_files() -> Iterator[int]:
    """Raise the limit on open files as far as possible; return the possible number of connections."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield min(10_000, hard - 500)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_requests_are_answered_beside_ten_thousand_idle_connections(tmp_path: Path, many_files: int) -> None:
    with served(tmp_path, "gateway") as running:
        idle = [connected(running) for _ in range(many_files)]
        assert running.get(PATH).body == real_bytes()
        # Among them slow ones: half a request, and a request whose response is not read.
        for connection in idle[:500]:
            connection.sendall(REQUEST[:20])
        for connection in idle[500:1000]:
            connection.sendall(REQUEST)
        assert running.get(PATH).body == real_bytes()
        assert running.stop() == 0
        for connection in idle:
            connection.close()


@pytest.mark.slow
def test_five_hundred_reloads_under_load_give_only_consistent_responses(tmp_path: Path) -> None:
    models = tmp_path / "models.json"
    # Each edition contains its number at two distant positions, so that a mixture of two is detected.
    editions = [text(document(f"2026-01-01.{number}", edition=number)).encode() for number in range(1, 501)]
    models.write_bytes(editions[0])
    known = set(editions)
    faults: list[str] = []
    seen: set[bytes] = set()
    with served(tmp_path, "gateway", "--models", models) as running:
        ending = threading.Event()

        def ask() -> None:
            while not ending.is_set():
                answer = running.get(PATH)
                if answer.status != 200 or answer.body not in known:
                    faults.append(f"{answer.status} {answer.body[:200]!r}")
                seen.add(answer.body)

        askers = [threading.Thread(target=ask) for _ in range(4)]
        for asker in askers:
            asker.start()
        for number, edition in enumerate(editions, 1):
            replace(models, edition)
            running.signal(signal.SIGHUP)
            while running.status()["document"]["generation"] < number:
                assert running.process.poll() is None
        wait_until(lambda: editions[-1] in seen, "the last edition")
        ending.set()
        for asker in askers:
            asker.join(PATIENCE)
        assert not faults
        assert len(seen) > 100
        assert running.events("document rejected") == []
        assert running.stop() == 0
