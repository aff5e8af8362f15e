"""A stopped process, and many reloads."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.faults.documents import edition, edition_revision
from tests.modelconfig.server.instances import AUTHORISED, MODELS, InstanceProcess, naming
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from tests.modelconfig.server.faults.gateway import FaultGateway

STOPPED_SECONDS = 3
RELOADS, SECONDS = 1000, 60
MEBIBYTE = 1 << 20


def test_a_stopped_instance_continues(tmp_path: Path, gateway: FaultGateway) -> None:
    site = '{"modelConfiguration": {"sourcegraph": {"pollingInterval": "1s"}}}'
    instance = InstanceProcess(tmp_path, site)
    with instance.running("--gateway", gateway.url) as running:
        wait_until(lambda: running.get(MODELS).json()["revision"] == edition_revision(1), "the first document")
        running.process.signal(signal.SIGSTOP)
        answers: list[int] = []
        asking = [
            threading.Thread(target=lambda: answers.append(running.get(MODELS).status), daemon=True) for _ in range(5)
        ]
        for thread in asking:
            thread.start()
        gateway.serve(edition(2))
        time.sleep(STOPPED_SECONDS)
        assert answers == []
        polls = len(gateway.requests)
        running.process.signal(signal.SIGCONT)
        for thread in asking:
            thread.join(30)
        assert answers == [200] * len(asking)
        wait_until(lambda: running.get(MODELS).json()["revision"] == edition_revision(2), "the second document")
        # One poll, not one for each interval that has passed.
        assert len(gateway.requests) <= polls + 2
        running.write(naming("Changed"))
        running.wait_for_name("Changed")
        wait_until(lambda: running.status()["stale"] is False, "a current document")
        assert running.process.stop() == 0


def resources(instance: InstanceProcess) -> tuple[int, int]:
    """Return the memory and the number of open files of the process."""
    folder = Path(f"/proc/{instance.process.process.pid}")
    memory = int((folder / "status").read_text().partition("VmRSS:")[2].split()[0]) * 1024
    return memory, len(list((folder / "fd").iterdir()))


@pytest.mark.slow
def test_a_thousand_reloads_in_a_minute(tmp_path: Path, gateway: FaultGateway) -> None:
    instance = InstanceProcess(tmp_path, naming("Name 0"))
    with instance.running("--gateway", gateway.url) as running:
        running.wait_until_saved("Name 0")
        faults: list[str] = []
        ending = threading.Event()

        def ask() -> None:
            while not ending.is_set():
                answer = running.get(MODELS, AUTHORISED)
                if answer.status != 200 or b'"Name ' not in answer.body:
                    faults.append(f"{answer.status} {answer.body[:200]!r}")

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        started = time.monotonic()
        used: list[tuple[int, int]] = []
        for number in range(1, RELOADS + 1):
            running.write(naming(f"Name {number}"))
            running.process.signal(signal.SIGHUP)
            if number in (RELOADS // 2, RELOADS):
                used.append(resources(running))
            time.sleep(max(0.0, started + number * SECONDS / RELOADS - time.monotonic()))
        running.wait_for_name(f"Name {RELOADS}")
        running.wait_until_saved(f'"Name {RELOADS}"')
        ending.set()
        asking.join(30)
        assert faults == []
        (memory_before, files_before), (memory_after, files_after) = used
        assert memory_after < memory_before + 50 * MEBIBYTE
        assert files_after < files_before + 20
        assert running.status()["problems"] == []
        events = [event for event in running.process.events() if event["level"] not in {"info", "debug"}]
        assert events == []
        # Requests for a reload during another one are one more reload, so that polling and responses go on.
        assert len(running.process.events("reloading")) <= RELOADS
        assert len(gateway.requests) > SECONDS // 5
        assert running.process.stop() == 0
