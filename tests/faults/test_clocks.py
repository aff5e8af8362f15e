"""The clock of the tested process moves by a year, forwards and backwards; the clock of the machine is never set."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.modelconfig.publish.trees import served as published
from tests.modelconfig.server.documents import real_bytes
from tests.modelconfig.server.faults.documents import edition, edition_revision
from tests.modelconfig.server.instances import BROKEN, MODELS, InstanceProcess, naming
from tests.modelconfig.server.process import served, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.injection import InjectedFaults
    from tests.modelconfig.server.faults.gateway import FaultGateway

YEAR = 365 * 24 * 3600
YEARS = pytest.mark.parametrize("seconds", [YEAR, -YEAR], ids=["forwards", "backwards"])


def revision(instance: InstanceProcess) -> Any:
    return instance.get(MODELS).json()["revision"]


def problems(instance: InstanceProcess) -> list[str]:
    return [problem["code"] for problem in instance.status()["problems"]]


@YEARS
def test_a_running_instance(faults: InjectedFaults, tmp_path: Path, gateway: FaultGateway, seconds: int) -> None:
    instance = InstanceProcess(tmp_path, naming("Before"))
    with instance.running("--gateway", gateway.url, env=faults.environment) as running:
        wait_until(lambda: revision(running) == edition_revision(1), "the first document")
        faults.set(f"clock {seconds}")
        year = time.gmtime(time.time() + seconds).tm_year
        # Files are watched, the gateway is polled, and results are saved as before.
        running.write(naming("After"))
        running.wait_for_name("After")
        running.wait_until_saved("After")
        gateway.serve(edition(2))
        running.process.signal(signal.SIGHUP)
        wait_until(lambda: revision(running) == edition_revision(2), "the second document")
        status = running.status()
        assert (status["ready"], status["stale"], status["polling"]["lastOutcome"]) == (True, False, "accepted")
        assert status["polling"]["lastSuccess"].startswith(str(year))
        faults.set()
        gateway.serve(edition(3))
        running.process.signal(signal.SIGHUP)
        wait_until(lambda: revision(running) == edition_revision(3), "the third document")
        assert problems(running) == []
        assert running.process.stop() == 0


@YEARS
def test_a_start(faults: InjectedFaults, tmp_path: Path, gateway: FaultGateway, seconds: int) -> None:
    instance = InstanceProcess(tmp_path, naming("Before"))
    with instance.running("--gateway", gateway.url) as running:
        wait_until(lambda: revision(running) == edition_revision(1), "the first document")
        running.wait_until_saved(edition_revision(1))
    faults.set(f"clock {seconds}")
    gateway.behave("down")
    instance.site.write_text(BROKEN)
    with instance.running("--gateway", gateway.url, env=faults.environment) as running:
        assert (revision(running), "Before" in running.names()) == (edition_revision(1), True)
        assert ("MC464" in problems(running)) == (seconds < 0)
        running.write(naming("After"))
        running.wait_for_name("After")
        assert revision(running) == edition_revision(1)


@YEARS
def test_publish_and_a_gateway(faults: InjectedFaults, tmp_path: Path, seconds: int) -> None:
    faults.set(f"clock {seconds}")
    done = faults.run("publish", tmp_path / "tree")
    assert done.returncode == 0, done.stderr
    assert published(tmp_path / "tree") == real_bytes()
    with served(tmp_path, "gateway", env=faults.environment) as running:
        assert running.get("/llm-models.json").body == real_bytes()
        assert running.get("/readyz").status == 200
