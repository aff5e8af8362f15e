"""An instance and its gateway: what is served while the gateway works, while it fails, and after a restart."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.faults.documents import edition, edition_revision, older, supplied
from tests.modelconfig.server.instances import BROKEN, LIST, MODELS, PLAIN, InstanceProcess, naming
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

FIRST = supplied()["models"][0]["displayName"]


@pytest.fixture
def instance(tmp_path: Path) -> InstanceProcess:
    return InstanceProcess(tmp_path)


def every(interval: str | None) -> str:
    """Return a site configuration with that interval, or without the gateway's models."""
    section: dict[str, object] = {"sourcegraph": {"pollingInterval": interval}}
    if interval is None:
        model = {"modelRef": "acme::v1::ours", "capabilities": ["chat", "autocomplete"]}
        section = {"sourcegraph": None, "providerOverrides": [{"id": "acme", "displayName": "Acme"}]}
        section["modelOverrides"] = [model]
    return json.dumps({"modelConfiguration": section})


def test_a_newer_document_of_the_gateway_is_merged_and_served(instance: InstanceProcess, gateway: FaultGateway) -> None:
    gateway.serve(edition(1))
    instance.write(naming("Ours"))
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Edition 1")
        assert "Ours" in instance.names()
        status = instance.status()
        assert (status["document"]["source"], status["document"]["revision"]) == ("polled", edition_revision(1))
        assert (status["base"]["source"], status["polling"]["lastOutcome"]) == ("polled", "accepted")
        assert (status["document"]["generation"], status["stale"]) == (2, False)
        text = instance.get("/metrics").body.decode()
        assert 'modelconfig_polls_total{outcome="accepted"} 1.0' in text
        assert "modelconfig_poll_last_success_timestamp_seconds" in text
        instance.wait_until_saved("Edition 1")


def test_a_gateway_cannot_configure_how_providers_are_reached(instance: InstanceProcess, gateway: FaultGateway) -> None:
    document = edition(1)
    route = {"serviceName": "openai", "endpoint": "https://evil.example/v1", "accessToken": ""}
    document["providers"][0]["serverSideConfig"] = {"genericProvider": route}
    gateway.serve(document)
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Edition 1")
        status = instance.status()
        assert [problem["code"] for problem in status["base"]["problems"]] == ["MC461"]
        assert "MC461" in [problem["code"] for problem in status["problems"]]
        assert "evil.example" not in json.dumps(status)
        instance.wait_until_saved("Edition 1")
        wait_until(lambda: "MC461" in instance.process.log.read_text("utf-8"), "the warning in the log")
    with instance.running("--source", "cached"):
        assert [problem["code"] for problem in instance.status()["base"]["problems"]] == ["MC461"]
        wait_until(lambda: "MC461" in instance.process.log.read_text("utf-8"), "the warning in the log")


def test_an_instance_starts_and_serves_with_its_gateway_down(instance: InstanceProcess, gateway: FaultGateway) -> None:
    gateway.behave("down")
    with instance.running("--gateway", gateway.url):
        assert FIRST in instance.names()
        wait_until(lambda: instance.status()["polling"]["lastError"], "a failed poll")
        status = instance.status()
        assert (status["ready"], status["document"]["source"]) == (True, "embedded")
        assert status["polling"]["lastError"]["outcome"] == "unreachable"
        gateway.serve(edition(1))
        instance.process.signal(signal.SIGHUP)
        instance.wait_for_name("Edition 1")


def test_the_polled_document_is_served_after_a_restart_without_the_gateway(
    instance: InstanceProcess, gateway: FaultGateway
) -> None:
    gateway.serve(edition(1))
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Edition 1")
    gateway.behave("down")
    with instance.running("--gateway", gateway.url):
        assert "Edition 1" in instance.names()
        assert instance.status()["document"]["source"] == "cached"
    # Its name is not shown either.
    with instance.running("--source", "cached"):
        assert "Edition 1" in instance.names()
        assert instance.status()["polling"]["enabled"] is False
    with instance.running("--gateway", gateway.url, "--source", "embedded"):
        assert FIRST in instance.names()
        assert "--source embedded" in instance.status()["polling"]["reason"]


def test_an_operator_can_select_the_polled_document(instance: InstanceProcess, gateway: FaultGateway) -> None:
    gateway.serve(older())
    with instance.running("--gateway", gateway.url):
        wait_until(lambda: instance.status()["polling"]["lastOutcome"] == "older", "an older document")
        assert FIRST in instance.names()
    with instance.running("--gateway", gateway.url, "--source", "polled"):
        wait_until(lambda: instance.status()["document"]["revision"] == "2001-01-01.1", "the older document")


@pytest.mark.parametrize(("interval", "word"), [("never", "never"), (None, "sourcegraph")])
def test_the_gateway_is_not_polled_when_the_site_configuration_disables_it(
    instance: InstanceProcess, gateway: FaultGateway, interval: str | None, word: str
) -> None:
    instance.write(every(interval))
    with instance.running("--gateway", gateway.url):
        assert instance.get(MODELS).status == 200
        polling = instance.status()["polling"]
        assert polling["enabled"] is False
        assert word in polling["reason"]
        # Another site configuration takes effect immediately.
        instance.write(PLAIN)
        instance.wait_for_name("Edition 1")
        assert len(gateway.requests) == 1


def test_a_rejected_site_configuration_can_still_disable_polling(
    instance: InstanceProcess, gateway: FaultGateway
) -> None:
    instance.write(BROKEN.replace('"sourcegraph": {}', '"sourcegraph": {"pollingInterval": "never"}'))
    with instance.running("--gateway", gateway.url):
        assert instance.get(MODELS).status == 503
        assert instance.status()["polling"]["enabled"] is False
        instance.write(every("6h"))
        instance.wait_for_name("Edition 1")
        assert len(gateway.requests) == 1


def test_the_interval_of_the_site_configuration_is_used(instance: InstanceProcess, gateway: FaultGateway) -> None:
    instance.write(every("1s"))
    gateway.serve(edition(1))
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Edition 1")
        assert instance.status()["polling"]["intervalSeconds"] == 1
        gateway.serve(edition(2))
        instance.wait_for_name("Edition 2")
        gateway.behave("html")
        wait_until(lambda: instance.status()["polling"]["consecutiveFailures"], "a failure")
        assert "Edition 2" in instance.names()
        problem = instance.status()["base"]["problems"][0]
        assert problem["code"] == "MC427"
        gateway.serve(edition(3))
        instance.wait_for_name("Edition 3")
        assert instance.status()["base"]["problems"] == []


def test_sighup_polls_the_gateway_immediately(instance: InstanceProcess, gateway: FaultGateway) -> None:
    gateway.serve(edition(1))
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Edition 1")
        gateway.serve(edition(2))
        instance.process.signal(signal.SIGHUP)
        instance.wait_for_name("Edition 2")


def test_a_site_configuration_and_the_document_that_it_needs_in_either_order(
    instance: InstanceProcess, gateway: FaultGateway
) -> None:
    document = edition(1)
    document["providers"].append({"id": "acme", "displayName": "Acme"})
    gateway.serve(document)
    needing = naming("Ours").replace("anthropic::v1", "acme::v1")
    instance.write(needing)
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Ours")
        status = instance.status()
        assert (status["siteConfiguration"]["accepted"], status["stale"]) == (True, False)
        # The site configuration requires it: the newer document is rejected.
        gateway.serve(edition(2))
        instance.process.signal(signal.SIGHUP)
        wait_until(lambda: instance.status()["polling"]["lastOutcome"] == "unmergeable", "a rejected document")
        assert "Ours" in instance.names()
        instance.write(PLAIN)
        wait_until(lambda: "Ours" not in instance.names(), "the other site configuration")
        instance.process.signal(signal.SIGHUP)
        instance.wait_for_name("Edition 2")


def test_a_withdrawn_site_configuration_is_not_activated(instance: InstanceProcess, gateway: FaultGateway) -> None:
    gateway.serve(edition(1))
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Edition 1")
        instance.write(naming("Ours").replace("anthropic::v1", "acme::v1"))
        instance.wait_for_rejection()
        instance.site.unlink()
        instance.wait_for_rejection(2)
        document = edition(2)
        document["providers"].append({"id": "acme", "displayName": "Acme"})
        gateway.serve(document)
        instance.process.signal(signal.SIGHUP)
        instance.wait_for_name("Edition 2")
        assert "Ours" not in instance.names()
        site_status = instance.status()["siteConfiguration"]
        assert (site_status["accepted"], site_status["problems"][0]["code"]) == (False, "MC001")
        instance.write(PLAIN)
        wait_until(lambda: not instance.status()["stale"], "the file again")


def test_a_newer_document_is_merged_with_the_last_good_site_configuration(
    instance: InstanceProcess, gateway: FaultGateway
) -> None:
    gateway.serve(edition(1))
    with instance.running("--gateway", gateway.url):
        instance.wait_for_name("Edition 1")
        instance.write(BROKEN)
        instance.wait_for_rejection()
        gateway.serve(edition(2))
        instance.process.signal(signal.SIGHUP)
        # The last good configuration is merged with the newer document.
        instance.wait_for_name("Edition 2")
        assert not instance.status()["siteConfiguration"]["accepted"]


def test_the_last_good_result_stays_active_while_the_site_configuration_is_invalid(
    instance: InstanceProcess, gateway: FaultGateway
) -> None:
    instance.write(naming("Ours"))
    with instance.running():
        instance.wait_until_saved("Ours")
    instance.write(BROKEN)
    gateway.serve(edition(1))
    with instance.running("--gateway", gateway.url):
        wait_until(lambda: instance.status()["base"]["source"] == "polled", "a polled document")
        assert instance.names() >= {"Ours", FIRST}
        assert instance.status()["document"]["source"] == "kept"
        instance.write(PLAIN)
        instance.wait_for_name("Edition 1")


def test_the_gateway_is_not_polled_before_the_server_listens(instance: InstanceProcess, gateway: FaultGateway) -> None:
    gateway.behave("hangs")
    with instance.running("--gateway", gateway.url):
        assert instance.get("/readyz", {}).status == 200
        assert instance.get(LIST).status == 200
        assert instance.process.stop() == 0
