"""The last good result across restarts, and a cache folder with errors."""

from __future__ import annotations

import json
import signal
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.instances import BROKEN, CONFIG, LIST, MODELS, InstanceProcess, naming
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def instance(tmp_path: Path) -> InstanceProcess:
    return InstanceProcess(tmp_path, naming("One"))


def codes(instance: InstanceProcess) -> list[str]:
    """Return the codes of the cache problems."""
    return [problem["code"] for problem in instance.status()["cache"]["problems"]]


@pytest.mark.parametrize("fault", ["broken", "deleted", "empty"])
def test_the_last_good_result_is_served_after_a_restart_with_an_invalid_site_configuration(
    instance: InstanceProcess, fault: str
) -> None:
    with instance.running():
        before = {path: instance.get(path).body for path in (MODELS, LIST, CONFIG)}
        instance.wait_until_saved("One")
        since = instance.status()["document"]["since"]
    if fault == "deleted":
        instance.site.unlink()
    else:
        instance.site.write_text(BROKEN if fault == "broken" else "")
    with instance.running():
        assert {path: instance.get(path).body for path in (MODELS, LIST, CONFIG)} == before
        assert instance.get("/readyz", {}).status == 200
        status = instance.status()
        assert (status["ready"], status["stale"]) == (True, True)
        assert (status["document"]["source"], status["document"]["since"]) == ("kept", since)
        assert "earlier run" in status["reasons"][0]
        assert not status["siteConfiguration"]["accepted"]
        instance.write(naming("Two"))
        instance.wait_for_name("Two")
        healed = instance.status()
        assert (healed["document"]["source"], healed["stale"]) == ("embedded", False)
        instance.wait_until_saved("Two")


def test_only_good_results_are_saved(instance: InstanceProcess) -> None:
    with instance.running():
        instance.write(naming("Two"))
        instance.wait_until_saved("Two")
        instance.write(BROKEN)
        instance.wait_for_rejection()
    with instance.running():
        assert "Two" in instance.names()
        # A loaded result is not saved again as if it had been accepted.
        assert instance.status()["document"]["source"] == "kept"
    with instance.running():
        assert "Two" in instance.names()


def test_a_valid_site_configuration_replaces_the_saved_result(instance: InstanceProcess) -> None:
    with instance.running():
        instance.wait_until_saved("One")
    instance.site.write_text(naming("Two"))
    with instance.running():
        assert "Two" in instance.names()
        assert "One" not in instance.names()


def test_the_saved_result_includes_that_cody_is_disabled(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, naming("One", **{"cody.enabled": False}))
    with instance.running():
        instance.wait_until_saved("One")
    instance.site.write_text(BROKEN)
    with instance.running():
        assert instance.get(CONFIG).json()["codyEnabled"] is False


def test_the_cache_is_private(instance: InstanceProcess) -> None:
    with instance.running():
        instance.wait_until_saved("One")
    files = list(instance.saved.parent.iterdir())
    assert [file.name for file in files] == ["merged.json"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(instance.saved.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "invalid",
    ["", "{", "null", '{"document": {}}', "\0" * 99, "[" * 9999],
    ids=["empty", "torn", "null", "other", "zeros", "deep"],
)
def test_invalid_data_in_the_cache_is_reported_and_not_served(instance: InstanceProcess, invalid: str) -> None:
    instance.saved.parent.mkdir(parents=True)
    instance.saved.write_text(invalid)
    instance.site.write_text(BROKEN)
    with instance.running():
        assert instance.get(MODELS).status == 503
        assert codes(instance) == ["MC415"]
        assert instance.status()["problems"][-1]["code"] == "MC415"
        assert instance.process.wait_for_event("warnings about cache")["level"] == "warning"
        instance.write(naming("One"))
        instance.wait_for_name("One")
        instance.wait_until_saved("One")
        assert instance.status()["cache"]["problems"] == []


def test_a_saved_document_that_is_not_a_configuration_is_not_served(instance: InstanceProcess) -> None:
    with instance.running():
        instance.wait_until_saved("One")
    file = instance.saved
    content = json.loads(file.read_text())
    content["document"]["models"] = 1
    content["sha256"] = _digest_of(content)
    file.write_text(json.dumps(content))
    instance.site.write_text(BROKEN)
    with instance.running():
        assert instance.get(MODELS).status == 503
        assert "not a model configuration" in instance.status()["cache"]["problems"][0]["message"]


def _digest_of(content: dict[str, object]) -> str:
    from hashlib import sha256

    from modelconfig.jsontext.writer import canonical

    return sha256(canonical({name: item for name, item in content.items() if name != "sha256"}).encode()).hexdigest()


def test_a_file_at_the_path_of_the_cache_folder_is_reported(instance: InstanceProcess) -> None:
    instance.cache.write_text("not a folder")
    with instance.running():
        assert "One" in instance.names()
        wait_until(lambda: "MC416" in codes(instance), "problems of the cache")
        status = instance.status()
        assert (status["ready"], status["stale"]) == (True, False)
        instance.write(naming("Two"))
        instance.wait_for_name("Two")
        instance.cache.unlink()
        instance.write(naming("Three"))
        instance.wait_until_saved("Three")
        wait_until(lambda: "MC416" not in codes(instance), "a cache that works")


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a full file system."""
    folder = tmp_path / "full"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.root
def test_a_full_disk_is_reported_and_does_not_affect_clients(instance: InstanceProcess, full: Path) -> None:
    instance.cache = full
    with instance.running():
        wait_until(lambda: instance.status()["cache"]["problems"], "problems of the cache")
        problem = instance.status()["cache"]["problems"][0]
        assert problem["code"] == "MC416"
        assert "no space left" in problem["message"]
        assert "One" in instance.names()
        instance.write(naming("Two"))
        instance.wait_for_name("Two")
        # The served result is saved a moment later; the write may still be in progress.
        wait_until(lambda: not list(instance.saved.parent.iterdir()), "an empty folder")
        # Space is freed, and SIGHUP is sent.
        subprocess.run(["mount", "-o", "remount,size=16m", str(full)], check=True)
        instance.process.signal(signal.SIGHUP)
        instance.wait_until_saved("Two")
        wait_until(lambda: not instance.status()["cache"]["problems"], "a cache that works")
