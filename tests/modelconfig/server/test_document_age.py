"""With `--max-document-age`, a server is stale when the revision of its document is older."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from modelconfig.server.health import age_reasons
from modelconfig.server.served_document import ServedDocument
from tests.helpers import command_line
from tests.modelconfig.server.documents import document, text
from tests.modelconfig.server.faults.documents import edition, supplied
from tests.modelconfig.server.instances import InstanceProcess
from tests.modelconfig.server.polling_servers import NOON
from tests.modelconfig.server.process import served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

DAY = timedelta(days=1)
MIDNIGHT = datetime.combine(NOON, time(), NOON.tzinfo)


def is_old(revision: str, limit: float | None, now: datetime) -> bool:
    served_document = ServedDocument.of({"revision": revision}, b"", "embedded", 1)
    return bool(age_reasons(served_document, limit, now))


@pytest.mark.parametrize(
    ("revision", "limit", "now", "old"),
    [
        (f"{NOON.date()}.1", 86400.0, MIDNIGHT + DAY + timedelta(seconds=1), False),
        (f"{NOON.date()}.1", 86400.0, MIDNIGHT + DAY + timedelta(seconds=2), True),
        (f"{NOON.date()}.1", 0.0, NOON, True),
        (f"{NOON.date()}.1", None, NOON + 1000 * DAY, False),
        (f"{NOON.date()}.1", float("inf"), NOON + 1000 * DAY, False),
        (f"{NOON.date() + 2 * DAY}.1", 0.0, NOON, False),
        ("2026-01-01.1", 86400.0, NOON, True),
        # A clock that is wrong does not hide the age.
        ("2026-01-01.1", 86400.0, NOON - 4000 * DAY, True),
        ("2026-01-01.1", 400 * 86400.0, NOON - 4000 * DAY, False),
        ("dev", 1e9, NOON, True),
        ("", 1e9, NOON, True),
        ("-", 0.0, NOON, False),
    ],
)
def test_the_age_is_that_of_the_revision(revision: str, limit: float | None, now: datetime, *, old: bool) -> None:
    assert is_old(revision, limit, now) is old


def test_without_a_document_no_age_is_reported() -> None:
    assert age_reasons(None, 0.0, NOON) == []


def test_a_gateway_is_stale_when_its_document_is_old(tmp_path: Path) -> None:
    file = tmp_path / "models.json"
    file.write_text(text(document("2026-01-01.1")))
    for age, stale in (("1d12h", True), ("100000d", False)):
        with served(tmp_path, "gateway", "--models", file, "--max-document-age", age) as running:
            status = running.status()
            assert (status["ready"], status["stale"]) == (True, stale)
            assert ("2026-01-01" in "".join(status["reasons"])) is stale
            assert f"modelconfig_stale {float(stale)}".encode() in running.get("/metrics").body


def test_an_instance_is_stale_when_its_document_is_old_although_polls_succeed(
    gateway: FaultGateway, tmp_path: Path
) -> None:
    gateway.serve(edition(1, revision="2026-01-01.1"))
    instance = InstanceProcess(tmp_path)
    options = ("--gateway", gateway.url, "--source", "polled", "--max-document-age", "30d")
    with instance.running(*options):
        instance.wait_for_name("Edition 1")
        status = instance.status()
        assert status["polling"]["consecutiveFailures"] == 0
        assert status["reasons"] == ["The served document is of 2026-01-01, older than --max-document-age allows."]
    assert supplied()["revision"] > "2026-01-01"


@pytest.mark.parametrize("age", ["soon", "", "never", "30", "-1d", "1h1d", "1.5d"])
@pytest.mark.parametrize("server", ["gateway", "instance"])
def test_an_invalid_age_is_a_usage_error(server: str, age: str) -> None:
    done = command_line.run("serve", server, "--site-config", "x.json", "--max-document-age", age)
    if server == "gateway":
        done = command_line.run("serve", server, "--max-document-age", age)
    assert done.returncode == 2
    assert "expected a duration such as 30d or 36h" in done.stderr
