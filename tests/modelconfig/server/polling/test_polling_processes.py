"""An instance as a real process with a faulty gateway: responses to clients, status, recovery."""

from __future__ import annotations

import signal
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.modelconfig.server.faults.documents import edition, supplied
from tests.modelconfig.server.faults.gateway import FaultGateway
from tests.modelconfig.server.instances import AUTHORISED, MODELS, InstanceProcess
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

SITE = '{"modelConfiguration": {"sourcegraph": {"pollingInterval": "1s"}}}'
OPTIONS = ("--poll-timeout", "0.5", "--poll-max-size", str(1 << 20))
NUMBERS = count(1)
MUCH = 100 << 20


class ProcessFault(NamedTuple):
    behaviour: str
    outcome: str
    settings: dict[str, Any] = {}  # noqa: RUF012  # never changed


FAULTS = [
    ProcessFault("down", "unreachable"),
    ProcessFault("status", "status"),
    ProcessFault("unavailable", "status", {"retry_after": "1"}),
    ProcessFault("hangs", "timeout"),
    ProcessFault("hangs_in_body", "timeout"),
    ProcessFault("drips", "timeout"),
    ProcessFault("truncated", "broken"),
    ProcessFault("half_closes", "broken"),
    ProcessFault("length_too_long", "broken"),
    ProcessFault("length_too_short", "unparsable"),
    ProcessFault("gzip_bomb", "too_large"),
    ProcessFault("huge", "too_large"),
    ProcessFault("huge", "too_large", {"announced": False}),
    ProcessFault("html", "content_type"),
    ProcessFault("other_shape", "invalid"),
    ProcessFault("deep", "unparsable"),
    ProcessFault("not_utf8", "unparsable"),
    ProcessFault("duplicate_members", "unparsable"),
    ProcessFault("without_models", "shrunk"),
    ProcessFault("shrunken", "shrunk"),
    ProcessFault("redirect_loop", "redirect"),
    ProcessFault("redirect", "redirect", {"location": "file:///etc/passwd"}),
]


class Polling:
    """An instance that polls a gateway every second."""

    def __init__(self, instance: InstanceProcess, gateway: FaultGateway) -> None:
        self.instance, self.gateway = instance, gateway

    def poll(self) -> None:
        """Trigger a poll."""
        self.instance.process.signal(signal.SIGHUP)

    def status(self) -> dict[str, Any]:
        found: dict[str, Any] = self.instance.status()["polling"]
        return found

    def revision(self) -> str:
        """Return the revision that clients get."""
        answer = self.instance.get(MODELS)
        assert answer.status == 200, answer.body
        return str(answer.json()["revision"])

    def offer_another(self) -> str:
        """Serve a newer edition from the gateway, and wait until clients get it."""
        document = edition(next(NUMBERS))
        self.gateway.serve(document)
        self.poll()
        wait_until(lambda: self.revision() == document["revision"], document["revision"])
        return str(document["revision"])

    def peak(self) -> int:
        """Return the peak memory of the process, in bytes."""
        status = Path(f"/proc/{self.instance.process.process.pid}/status")
        return int(status.read_text("utf-8").partition("VmHWM:")[2].split()[0]) << 10 if status.exists() else 0


@pytest.fixture(scope="module")
def polling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Polling]:
    instance = InstanceProcess(tmp_path_factory.mktemp("instance"), SITE)
    with FaultGateway() as gateway, instance.running("--gateway", gateway.url, *OPTIONS) as running:
        yield Polling(running, gateway)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: "-".join([fault.behaviour, *map(str, fault.settings)]))
def test_a_fault_is_reported_and_polling_recovers(polling: Polling, fault: ProcessFault) -> None:
    revision = polling.offer_another()
    before, peak = polling.instance.get(MODELS), polling.peak()
    recoveries = len(polling.instance.process.events("polling succeeds again"))
    polling.gateway.behave(fault.behaviour, **fault.settings)
    polling.poll()
    wait_until(lambda: polling.status()["lastOutcome"] == fault.outcome, fault.outcome)
    assert polling.revision() == revision
    assert polling.instance.get(MODELS).headers["ETag"] == before.headers["ETag"]
    assert polling.instance.get("/readyz").status == 200
    status = polling.status()
    assert status["consecutiveFailures"] > 0
    assert status["lastError"]["outcome"] == fault.outcome
    assert status["lastError"]["message"]
    metrics = polling.instance.get("/metrics").body.decode()
    assert f'modelconfig_polls_total{{outcome="{fault.outcome}"}}' in metrics
    assert polling.peak() < peak + MUCH
    polling.offer_another()
    assert polling.status()["consecutiveFailures"] == 0
    polling.instance.process.wait_for_event("polling succeeds again", recoveries + 1)


def test_an_older_document_is_not_a_failure(polling: Polling) -> None:
    revision = polling.offer_another()
    polling.gateway.behave("older")
    polling.poll()
    wait_until(lambda: polling.status()["lastOutcome"] == "older", "an older document")
    assert polling.revision() == revision
    assert polling.status()["consecutiveFailures"] == 0


def test_a_constant_etag_does_not_hide_changes(polling: Polling) -> None:
    for _ in range(3):
        document = edition(next(NUMBERS))
        polling.gateway.serve(document, "same_tag")
        polling.poll()
        wait_until(lambda: polling.revision() == document["revision"], "the next edition")  # noqa: B023  # called at once
    assert [problem["code"] for problem in polling.instance.status()["problems"]] == ["MC432"]
    polling.offer_another()
    assert polling.instance.status()["problems"] == []


def test_values_of_later_versions_reach_clients(polling: Polling) -> None:
    document = {**edition(next(NUMBERS)), "futureMember": {"nested": [1]}}
    document["models"][0] |= {"status": "retired", "futureMember": "kept"}
    polling.gateway.serve(document)
    polling.poll()
    wait_until(lambda: polling.revision() == document["revision"], "the later version")
    served = polling.instance.get(MODELS).json()
    assert served["futureMember"] == {"nested": [1]}
    assert (served["models"][0]["status"], served["models"][0]["futureMember"]) == ("retired", "kept")


@pytest.mark.parametrize("behaviour", ["down", "hangs", "html", "not_json", "without_models"])
def test_an_instance_starts_and_serves_despite_gateway_faults(
    gateway: FaultGateway, tmp_path: Path, behaviour: str
) -> None:
    gateway.behave(behaviour)
    instance = InstanceProcess(tmp_path, SITE)
    with instance.running("--gateway", f"{gateway.url}?edition=canary", *OPTIONS) as running:
        polling = Polling(running, gateway)
        assert running.get("/readyz").status == 200
        assert polling.revision() == supplied()["revision"]
        wait_until(lambda: polling.status()["lastError"], "a failure")
        assert polling.status()["lastSuccess"] is None
        polling.offer_another()
        assert running.status()["base"]["source"] == "polled"
        assert b"canary" not in running.process.get("/status", AUTHORISED).body
    assert "canary" not in running.process.log.read_text("utf-8")
    # The polled document is served after the next start, with the gateway down.
    gateway.behave("down")
    with instance.running("--gateway", f"{gateway.url}?edition=canary", *OPTIONS) as running:
        assert running.status()["base"]["source"] == "cached"
        assert Polling(running, gateway).revision() > supplied()["revision"]


def test_a_redirect_to_another_host_needs_an_option(gateway: FaultGateway, tmp_path: Path) -> None:
    gateway.serve(edition(1), "redirect_once", location=f"http://localhost:{gateway.port}/elsewhere")
    instance = InstanceProcess(tmp_path, SITE)
    with instance.running("--gateway", gateway.url) as running:
        wait_until(lambda: running.status()["polling"]["lastError"], "a failure")
        assert running.status()["polling"]["lastError"]["code"] == "MC426"
    with instance.running("--gateway", gateway.url, "--poll-redirects") as running:
        running.wait_for_name("Edition 1")


def test_polling_without_encryption_is_a_warning(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, SITE)
    with instance.running("--gateway", "http://gateway.invalid") as running:
        wait_until(lambda: running.status()["polling"]["lastError"], "a failure")
        assert [problem["code"] for problem in running.status()["base"]["problems"]] == ["MC466", "MC421"]
        wait_until(lambda: "MC466" in codes(running), "the warning in the log")
        assert codes(running).count("MC466") == 1


def codes(running: InstanceProcess) -> list[str]:
    """Return the codes of the events in the log."""
    return [event["code"] for event in running.process.events() if "code" in event]
