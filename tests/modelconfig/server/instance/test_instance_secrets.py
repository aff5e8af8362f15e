"""No credential of an instance is exposed: not in any response, and not in the log at any level."""

from __future__ import annotations

import json
import signal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modelconfig.jsontext.writer import canonical
from tests.helpers.site_documents import SECRET, SERVER, Planter, legacy_documents, site_documents
from tests.modelconfig.server.faults.documents import edition
from tests.modelconfig.server.instances import (
    AUTHORISED,
    BROKEN,
    CONFIG,
    GUARDED,
    LIST,
    MODELS,
    PLAIN,
    TOKEN,
    InstanceProcess,
    naming,
)
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

MARKS = (SECRET.lower(), SERVER.lower())
STRANGER = {"Authorization": f"token {SECRET}-of-a-stranger"}
PATHS = (*GUARDED, "/healthz", "/readyz", f"{LIST}/", f"/other/{SECRET}?token={SECRET}", f"{LIST}/{SECRET}?{SECRET}")


def tagged() -> dict[str, Any]:
    """Return a gateway document with content that no gateway should publish."""
    secret = {"accessToken": f"{SECRET}0001{SECRET}0001", "endpoint": f"https://{SECRET}.example.com"}
    document = edition(1)
    for part in document["providers"]:
        part["serverSideConfig"] = {"genericProvider": {"serviceName": "openai", **secret}}
    for part in (*document["providers"], *document["models"]):
        part |= {"ServerSideConfig": secret, "later": {"server_side_config": secret}}
    return document


def answers(instance: InstanceProcess) -> Iterator[tuple[str, str]]:
    """Yield every output of the instance, with the request that caused it."""
    assert SECRET in TOKEN
    for path in PATHS:
        for name, headers in (("with a token", AUTHORISED), ("without", {}), ("with a wrong one", STRANGER)):
            for method in ("GET", "POST"):
                answer = instance.get(path, headers, method)
                yield f"{method} {path} {name}", f"{answer.headers}{answer.body.decode()}"


def assert_silent(instance: InstanceProcess) -> None:
    texts = [*answers(instance), ("the log", instance.process.log.read_text())]
    for who, text in texts:
        for mark in MARKS:
            at = text.lower().find(mark)
            assert at < 0, f"{who} exposes …{text[max(at - 80, 0) : at + 80]}…"


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InstanceProcess]:
    """Run an instance with its most verbose log."""
    instance = InstanceProcess(tmp_path_factory.mktemp("secrets"), BROKEN)
    with instance.running("--log-level", "debug", "--log-requests", "all"):
        yield instance


@st.composite
def planted(draw: st.DrawFn) -> str:
    """Return a site configuration with canaries, sometimes invalid, sometimes truncated."""
    planter = Planter(wild=lambda: draw(st.sampled_from([False] * 9 + [True])))
    text = json.dumps(planter.plant(draw(st.one_of(site_documents(), legacy_documents()))), indent=draw(st.just(1)))
    cut = draw(st.sampled_from([None, None, None, 0.3, 0.8]))
    return text if cut is None else text[: int(len(text) * cut)]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=planted())
def test_no_secret_of_a_site_configuration_is_exposed(watched: InstanceProcess, text: str) -> None:
    def states() -> int:
        status = watched.status()
        generation = status["document"]["generation"] if status["document"] else 0
        return int(generation + status["siteConfiguration"]["refused"])

    before = states()
    watched.write(f"{text}\n{'/' * (before + 2)} {SECRET}{before}")
    watched.process.signal(signal.SIGHUP)
    wait_until(lambda: states() > before, "another site configuration")
    assert_silent(watched)


def test_no_secret_of_the_gateway_or_the_environment_is_exposed(tmp_path: Path, gateway: FaultGateway) -> None:
    gateway.serve(tagged())
    instance = InstanceProcess(tmp_path, PLAIN)
    options = ("--log-level", "debug", "--log-requests", "all", "--gateway", f"{gateway.url}?tenant={SECRET}")
    with instance.running(*options, env={"MODELCONFIG_TOKENS": f"{SECRET}-a-token-of-the-environment"}):
        wait_until(lambda: instance.status()["base"]["source"] == "polled", "a polled document")
        instance.wait_for_codings()
        assert_silent(instance)
        instance.tokens.write_text(f"{instance.tokens.read_text()}{SECRET} in two words\n")
        wait_until(lambda: instance.status()["tokens"]["refused"], "rejected tokens")
        assert_silent(instance)


def test_no_secret_of_a_saved_result_is_exposed(tmp_path: Path) -> None:
    """The same applies to a file written by another program with a matching digest."""
    instance = InstanceProcess(tmp_path, naming("One"))
    with instance.running():
        instance.wait_until_saved("One")
    file = instance.saved
    content = json.loads(file.read_text())
    content["document"] = tagged()
    del content["sha256"]
    content["sha256"] = sha256(canonical(content).encode()).hexdigest()
    file.write_text(json.dumps(content))
    instance.site.write_text(BROKEN)
    with instance.running("--log-level", "debug", "--log-requests", "all"):
        assert instance.status()["document"]["source"] == "kept"
        assert_silent(instance)
    file.write_text(f'{{"sha256": "{SECRET}", "{SECRET}": 1, {SECRET}')
    with instance.running("--log-level", "debug", "--log-requests", "all"):
        assert instance.get(MODELS).status == 503
        assert_silent(instance)


def test_no_secret_is_written_to_disk(tmp_path: Path) -> None:
    server = {"type": "openai", "accessToken": f"{SECRET}-token", "endpoint": f"https://{SERVER}.example.com"}
    provider = {"id": "acme", "displayName": "Acme", "serverSideConfig": server}
    site = json.loads(naming("One", licenseKey=f"{SECRET}-licence"))
    site["modelConfiguration"]["providerOverrides"] = [provider]
    instance = InstanceProcess(tmp_path, json.dumps(site))
    with instance.running():
        instance.wait_until_saved("Acme")
        assert instance.get(CONFIG).status == 200
    saved = instance.saved.read_text().lower()
    assert not any(mark in saved for mark in MARKS)
    assert "serversideconfig" not in saved
