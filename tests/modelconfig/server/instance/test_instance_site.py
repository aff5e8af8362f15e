"""A site configuration that changes while an instance runs: valid, invalid, missing, replaced, partly written."""

from __future__ import annotations

import json
import os
import signal
import threading
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.server.instance.client_config import CODY_OFF, client_config
from modelconfig.server.instance.site_source import SIZE_LIMIT
from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.instances import AUTHORISED, BROKEN, CONFIG, LIST, MODELS, PLAIN, InstanceProcess, naming
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HALF = naming("Half")[:60]
DENYING = '{"modelConfiguration": {"sourcegraph": {"modelFilters": {"deny": ["*sonnet*"]}}}}'


@pytest.fixture
def instance(tmp_path: Path) -> InstanceProcess:
    return InstanceProcess(tmp_path, naming("One"))


def test_a_valid_change_is_served(instance: InstanceProcess) -> None:
    with instance.running():
        assert "One" in instance.names()
        before = instance.get(MODELS)
        instance.write(naming("Two"))
        instance.wait_for_name("Two")
        assert "One" not in instance.names()
        after = instance.get(MODELS, {**AUTHORISED, "If-None-Match": before.headers["ETag"]})
        assert after.status == 200
        status = instance.status()
        assert (status["document"]["generation"], status["stale"]) == (2, False)
        wait_until(lambda: b"Two" in instance.get("/").body, "the new page")
        instance.wait_for_codings()


def test_the_client_configuration_differs_exactly_when_the_models_do(instance: InstanceProcess) -> None:
    with instance.running():
        before = instance.get(CONFIG).body
        instance.write(naming("One") + "\n// a comment")
        wait_until(lambda: instance.status()["siteConfiguration"]["lastAccepted"], "the comment")
        instance.process.signal(signal.SIGHUP)
        instance.process.wait_for_event("reloading")
        assert instance.get(CONFIG).body == before
        instance.write(naming("Two"))
        instance.wait_for_name("Two")
        changed = instance.get(CONFIG)
        assert changed.json()["modelsDigest"] == instance.status()["document"]["digest"]
        assert json.loads(before) == {**changed.json(), "modelsDigest": json.loads(before)["modelsDigest"]}
        assert changed.body != before
    with instance.running():
        assert instance.get(CONFIG).body == changed.body


def pipe_instead(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_text(BROKEN),
        lambda file: file.write_text(HALF),
        lambda file: file.write_text(""),
        lambda file: file.write_bytes(b"\xff\xfe\x00"),
        lambda file: replace(file, BROKEN),
        lambda file: file.unlink(),
        lambda file: (file.unlink(), file.mkdir()),
        # The pipe has no writer, and the device never ends.
        pipe_instead,
        lambda file: (file.unlink(), file.symlink_to("/dev/zero")),
        # Replaced atomically, because an intermediate content is counted too.
        lambda file: replace(file, f"{' ' * SIZE_LIMIT}{PLAIN}"),
    ],
    ids=["broken", "half", "empty", "binary", "replaced", "deleted", "folder", "pipe", "endless", "huge"],
)
def test_an_invalid_change_is_rejected_and_reported(instance: InstanceProcess, change: Callable[[Path], Any]) -> None:
    with instance.running():
        before = instance.get(MODELS)
        change(instance.site)
        site_status = instance.wait_for_rejection()
        assert instance.get(MODELS).body == before.body
        assert instance.get("/readyz", {}).status == 200
        status = instance.status()
        assert (status["ready"], status["stale"], site_status["accepted"]) == (True, True, False)
        assert "site configuration is rejected" in status["reasons"][0]
        problem = site_status["problems"][0]
        assert (problem["severity"], problem["file"]) == ("error", str(instance.site))
        assert problem["hint"]
        assert problem in status["problems"]
        event = instance.process.wait_for_event("site configuration rejected")
        assert event["level"] == "error"
        assert problem["code"] in event["problems"][0]
        metrics = instance.get("/metrics").body.decode()
        assert 'modelconfig_refused_updates_total{what="site_configuration"} 1.0' in metrics
        assert "modelconfig_ready 1.0" in metrics
        if instance.site.is_dir():
            instance.site.rmdir()
        instance.write(naming("Two"))
        instance.wait_for_name("Two")
        healed = instance.status()
        assert (healed["stale"], healed["problems"], healed["siteConfiguration"]["accepted"]) == (False, [], True)
        instance.process.wait_for_event("site configuration accepted again")


def test_locations_of_problems_are_lines_and_columns(instance: InstanceProcess) -> None:
    with instance.running():
        instance.write('{\n  // ours\n  "modelConfiguration": {"sourcegraph": {}, "defaultModels": {"chat": 1}}\n}')
        problem = instance.wait_for_rejection()["problems"][0]
        assert (problem["line"], problem["column"]) == (3, 71)
        assert problem["pointer"] == "/modelConfiguration/defaultModels/chat"


def test_warnings_are_reported_and_do_not_reject(instance: InstanceProcess) -> None:
    with instance.running():
        instance.write(naming("Two", licenseKey="a licence", modelConfiguratio={}))
        instance.wait_for_name("Two")
        status = instance.status()
        assert [problem["code"] for problem in status["siteConfiguration"]["problems"]] == ["MC303"]
        assert not status["stale"]
        assert instance.process.wait_for_event("warnings about site configuration")["number"] == 1


def test_a_file_written_in_pieces_is_served_complete(instance: InstanceProcess) -> None:
    with instance.running():
        text = naming("Two")
        with instance.site.open("w") as stream:
            for at in range(0, len(text), 40):
                stream.write(text[at : at + 40])
                stream.flush()
                wait_until(lambda: "One" in instance.names(), "an answer")
        instance.wait_for_name("Two")
        assert not instance.status()["stale"]


def test_a_replaced_file_with_equal_size_and_time_is_detected(instance: InstanceProcess) -> None:
    with instance.running():
        instance.wait_for_name("One")
        about = instance.site.stat()
        instance.write(naming("Two"))
        os.utime(instance.site, ns=(about.st_atime_ns, about.st_mtime_ns))
        assert instance.site.stat().st_size == about.st_size
        instance.wait_for_name("Two")


def test_a_replaced_symbolic_link_is_followed(tmp_path: Path) -> None:
    """As container platforms mount configuration: a symbolic link to a folder, replaced atomically."""
    for number, name in ((1, "One"), (2, "Two"), (3, "Three")):
        (tmp_path / f"version{number}").mkdir()
        (tmp_path / f"version{number}" / "site.jsonc").write_text(naming(name))
    (tmp_path / "data").symlink_to("version1")
    (tmp_path / "site.jsonc").symlink_to("data/site.jsonc")
    instance = InstanceProcess(tmp_path, None)
    with instance.running():
        for number, name in ((2, "Two"), (3, "Three")):
            (tmp_path / "new").symlink_to(f"version{number}")
            (tmp_path / "new").replace(tmp_path / "data")
            instance.wait_for_name(name)


def test_sighup_reloads_all_files(instance: InstanceProcess) -> None:
    with instance.running():
        instance.write(BROKEN)
        instance.wait_for_rejection()
        instance.process.signal(signal.SIGHUP)
        instance.process.wait_for_event("reloading")
        assert instance.names()
        # The same content is not counted again as rejected.
        assert instance.wait_for_rejection()["refused"] == 1
        instance.write(naming("Two"))
        instance.process.signal(signal.SIGHUP)
        instance.wait_for_name("Two")


def test_without_a_valid_site_configuration_the_base_is_not_served(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, BROKEN)
    with instance.running():
        for path in (MODELS, LIST, f"{LIST}/anthropic::2024-10-22::claude-sonnet-4-latest", "/"):
            answer = instance.get(path)
            assert answer.status == 503
            assert answer.headers["Retry-After"]
            assert answer.json()["type"] == "unavailable"
            assert instance.get(path, {}).status == 401
        assert instance.get("/readyz", {}).status == 503
        assert instance.get("/healthz", {}).status == 200
        # A client that got an error here would use the models of the site, and would not ask again.
        config = instance.get(CONFIG)
        assert (config.status, config.json()) == (200, client_config({}, CODY_OFF, None))
        assert instance.get(CONFIG, {}).status == 401
        status = instance.status()
        assert (status["ready"], status["stale"], status["document"]) == (False, True, None)
        assert "Nothing can be served" in status["reasons"][0]
        assert "modelconfig_ready 0.0" in instance.get("/metrics").body.decode()
        instance.write(naming("One"))
        wait_until(lambda: instance.get("/readyz", {}).status == 200, "readiness")
        assert "One" in instance.names()
        assert instance.status()["document"]["generation"] == 1
        assert instance.get(CONFIG).json()["codyEnabled"] is True


def test_a_missing_file_is_read_when_it_appears(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, None)
    with instance.running():
        assert instance.get(MODELS).status == 503
        assert instance.status()["siteConfiguration"]["problems"][0]["code"] == "MC001"
        instance.site.write_text(naming("One"))
        wait_until(lambda: instance.get(MODELS).status == 200, "a configuration")


def test_an_unreadable_filter_is_not_ignored(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, DENYING)
    with instance.running():
        names = instance.names()
        assert names
        assert not any("Sonnet" in name for name in names)
        instance.write(DENYING.replace("deny", "deny ").replace("]}", "]"))
        instance.wait_for_rejection()
        assert instance.names() == names


def test_without_gateway_models_only_models_of_the_site_are_listed(tmp_path: Path) -> None:
    site = {"sourcegraph": None, "providerOverrides": [{"id": "acme", "displayName": "Acme"}]}
    model = {"modelRef": "acme::v1::ours", "capabilities": ["chat", "autocomplete"]}
    instance = InstanceProcess(tmp_path, json.dumps({"modelConfiguration": {**site, "modelOverrides": [model]}}))
    with instance.running():
        assert [one["id"] for one in instance.get(LIST).json()["data"]] == ["acme::v1::ours"]
        assert instance.status()["document"]["revision"] == "-"


@pytest.mark.parametrize("section", [json.loads(PLAIN)["modelConfiguration"], None])
def test_the_client_configuration_shows_that_cody_is_disabled(tmp_path: Path, section: Any) -> None:
    site = {"cody.enabled": False} | ({"modelConfiguration": section} if section else {})
    instance = InstanceProcess(tmp_path, json.dumps(site))
    with instance.running():
        assert instance.get(CONFIG).json()["codyEnabled"] is False
        assert instance.get(CONFIG).json()["chatEnabled"] is False
        # As in the existing system, models remain listed.
        assert instance.get(MODELS).json()["models"]
        instance.write(json.dumps({**site, "cody.enabled": True}))
        wait_until(lambda: instance.get(CONFIG).json()["codyEnabled"], "Cody")


def test_no_request_fails_while_the_configuration_changes(instance: InstanceProcess) -> None:
    failed: list[Any] = []
    seen: set[str] = set()
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            answer = instance.get(MODELS)
            models = answer.json()["models"]
            names = {model["displayName"] for model in models if model["modelRef"] == "anthropic::v1::ours"}
            seen.update(names)
            if answer.status != 200 or len(names) != 1:
                failed.append((answer.status, names))

    with instance.running():
        asking = [threading.Thread(target=ask) for _ in range(3)]
        for one in asking:
            one.start()
        try:
            for number in range(20):
                instance.write(naming(f"Name {number}") if number % 4 else BROKEN)
                instance.process.signal(signal.SIGHUP)
                if number % 4:
                    instance.wait_for_name(f"Name {number}")
        finally:
            done.set()
            for one in asking:
                one.join()
        assert failed == []
        assert len(seen) > 5
        assert instance.process.events("internal error") == []
