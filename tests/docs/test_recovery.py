"""The command of the runbook that discards a polled document, on a real instance."""

from __future__ import annotations

import re
import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING

from modelconfig.documents.current_day import day_of, now
from tests.docs.test_runbook import RUNBOOK
from tests.modelconfig.server.conftest import gateway, no_proxies
from tests.modelconfig.server.faults.documents import edition, edition_revision
from tests.modelconfig.server.instances import InstanceProcess
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

__all__ = ["gateway", "no_proxies"]

FOLDER = "/var/cache/modelconfig-instance"
"""The folder of --cache-dir in the systemd unit."""


def test_one_command_discards_a_polled_document(gateway: FaultGateway, tmp_path: Path) -> None:
    [command] = re.findall(r"^rm -f .*$", RUNBOOK.read_text("utf-8"), re.MULTILINE)
    instance = InstanceProcess(tmp_path)
    high = f"{day_of(now()) + timedelta(days=2)}.999999999"
    gateway.serve(edition(1, revision=high))
    with instance.running("--gateway", gateway.url) as running:
        running.wait_for_name("Edition 1")
    gateway.serve(edition(2))
    with instance.running("--gateway", gateway.url) as running:
        wait_until(lambda: running.status()["polling"]["lastOutcome"] == "older", "the older document")
        assert running.status()["document"]["revision"] == high
        assert "MC465" in [problem["code"] for problem in running.status()["problems"]]
        remove, restart = command.split(" && ")
        assert restart == "systemctl restart modelconfig-instance"
        subprocess.run(["sh", "-c", remove.replace(FOLDER, str(instance.cache))], check=True)
    with instance.running("--gateway", gateway.url) as running:
        running.wait_for_name("Edition 2")
        assert running.status()["document"]["revision"] == edition_revision(2)
        assert "MC465" not in [problem["code"] for problem in running.status()["problems"]]
