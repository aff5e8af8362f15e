"""Errors of the disk: no space, a read-only file system, input/output errors, too many open files."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.faults.injection import InjectedFaults
from tests.helpers import command_line
from tests.modelconfig.publish.samples import document
from tests.modelconfig.publish.trees import served, state, text
from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.faults.documents import edition, edition_revision
from tests.modelconfig.server.faults.gateway import FaultGateway
from tests.modelconfig.server.instances import AUTHORISED, BROKEN, CONFIG, MODELS, TOKEN, InstanceProcess, naming
from tests.modelconfig.server.process import served as server
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD, NEW = document(), document(revision="2026-11-22.2")
OF_WRITES = [
    ("create", errno.EROFS),
    ("create", errno.EMFILE),
    ("create", errno.EACCES),
    ("write", errno.ENOSPC),
    ("write", errno.EIO),
    ("fsync", errno.EIO),
    ("fchmod", errno.EROFS),
    ("rename", errno.EIO),
]
IDS = [f"{call}-{errno.errorcode[number]}" for call, number in OF_WRITES]


def reason(number: int) -> str:
    """Return an error of the operating system as messages show it."""
    words = os.strerror(number)
    return words[0].lower() + words[1:]


@pytest.mark.parametrize(("call", "number"), OF_WRITES, ids=IDS)
def test_publish(faults: InjectedFaults, tmp_path: Path, call: str, number: int) -> None:
    tree, new = tmp_path / "tree", tmp_path / "new.json"
    (tmp_path / "old.json").write_bytes(text(OLD))
    new.write_bytes(text(NEW))
    assert faults.run("publish", tree, "--models", tmp_path / "old.json").returncode == 0
    before = state(tree)
    faults.set(f"fail {call} {number} {tree}/")
    failed = faults.run("publish", tree, "--models", new)
    assert (failed.returncode, "Traceback" in failed.stderr) == (2, False), failed.stderr
    assert f"error[MC011] cannot be written: {reason(number)}" in failed.stderr
    assert served(tree) == text(OLD)
    assert {name: content for name, content in state(tree).items() if name in before} == before
    faults.set()
    assert faults.run("publish", tree, "--models", new).returncode == 0
    assert served(tree) == text(NEW)
    assert not list(tree.glob(".*"))


@pytest.mark.parametrize(("call", "number"), OF_WRITES, ids=IDS)
def test_convert(faults: InjectedFaults, tmp_path: Path, call: str, number: int) -> None:
    completions = {"provider": "anthropic", "chatModel": "claude-3-opus-20240229", "accessToken": "canary"}
    site, output = tmp_path / "site.json", tmp_path / "output.jsonc"
    site.write_text(json.dumps({"cody.enabled": True, "completions": completions}))
    output.write_text("{}\n")
    faults.set(f"fail {call} {number} output.jsonc")
    failed = faults.run("site", "convert", site, "--output", output, "--force")
    assert (failed.returncode, "Traceback" in failed.stderr) == (2, False), failed.stderr
    assert f"error[MC011] cannot be written: {reason(number)}" in failed.stderr
    assert output.read_text() == "{}\n"
    assert not list(tmp_path.glob(".output*"))
    faults.set()
    assert faults.run("site", "convert", site, "--output", output, "--force").returncode == 0
    assert "canary" in output.read_text()


class FaultyInstance:
    """An instance with faults that polls a gateway with faults; each call of `number` is higher."""

    def __init__(self, instance: InstanceProcess, gateway: FaultGateway, faults: InjectedFaults) -> None:
        self.instance, self.gateway, self.faults = instance, gateway, faults
        self._number = 1

    @property
    def number(self) -> int:
        self._number += 1
        return self._number

    def codes(self) -> set[str]:
        return {problem["code"] for problem in self.instance.status()["problems"]}

    def reload(self) -> None:
        self.instance.process.signal(signal.SIGHUP)


@pytest.fixture(scope="module")
def polling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FaultyInstance]:
    instance = InstanceProcess(tmp_path_factory.mktemp("instance"))
    faults = InjectedFaults(tmp_path_factory.mktemp("injected"))
    with FaultGateway() as gateway, instance.running("--gateway", gateway.url, env=faults.environment) as running:
        wait_until(lambda: running.get(MODELS).json()["revision"] == edition_revision(1), "the first document")
        yield FaultyInstance(running, gateway, faults)


@pytest.mark.parametrize(("call", "number"), OF_WRITES, ids=IDS)
def test_cache(polling: FaultyInstance, call: str, number: int) -> None:
    instance, name, revision = polling.instance, f"Name {polling.number}", edition_revision(polling.number)
    polling.faults.set(f"fail {call} {number} {instance.cache}/")
    instance.write(naming(name))
    instance.wait_for_name(name)
    polling.gateway.serve(edition(polling.number, revision=revision))
    polling.reload()
    wait_until(lambda: instance.get(MODELS).json()["revision"] == revision, revision)
    wait_until(lambda: polling.codes() == {"MC416", "MC434"}, "both problems")
    messages = [problem["message"] for problem in instance.status()["problems"]]
    assert all(reason(number) in message for message in messages), messages
    assert instance.get("/readyz").status == 200
    polling.faults.set()
    polling.reload()
    instance.wait_until_saved(name)
    cached = instance.saved.parent / "base.json"
    wait_until(lambda: cached.exists() and revision in cached.read_text(), revision)
    wait_until(lambda: polling.codes() == set(), "no problem")
    # The metadata of the poll are written last.
    wait_until(lambda: not list(instance.saved.parent.glob(".*")), "no temporary file")


@pytest.mark.parametrize("number", [errno.EIO, errno.EMFILE, errno.ENFILE, errno.EACCES, errno.ESTALE])
def test_reading_the_site_configuration(polling: FaultyInstance, number: int) -> None:
    instance, name = polling.instance, f"Name {polling.number}"
    before, refused = instance.names(), instance.status()["siteConfiguration"]["refused"]
    call = "read" if number == errno.EIO else "open"
    polling.faults.set(f"fail {call} {number} {instance.site}")
    instance.write(naming(name))
    problem = instance.wait_for_rejection(refused + 1)["problems"][0]
    assert (problem["code"], reason(number) in problem["message"]) == ("MC001", True)
    assert instance.names() == before
    # Without another change of the file.
    polling.faults.set()
    instance.wait_for_name(name)


def test_reading_the_feature_flags(faults: InjectedFaults, tmp_path: Path) -> None:
    instance, flags = InstanceProcess(tmp_path), tmp_path / "flags.json"
    flags.write_text('{"codyEnabled": true}')
    with instance.running("--switches", flags, env=faults.environment) as running:
        assert running.get(CONFIG).json()["codyEnabled"] is True
        faults.set(f"fail open {errno.EMFILE} {flags}")
        replace(flags, '{"codyEnabled": false}')
        wait_until(lambda: [problem["code"] for problem in running.status()["problems"]] == ["MC001"], "the problem")
        assert running.get(CONFIG).json()["codyEnabled"] is True
        faults.set()
        wait_until(lambda: running.get(CONFIG).json()["codyEnabled"] is False, "the change")


def test_reading_the_document_of_a_gateway(faults: InjectedFaults, tmp_path: Path) -> None:
    models = tmp_path / "models.json"
    models.write_bytes(text(OLD))
    with server(tmp_path, "gateway", "--models", models, env=faults.environment) as running:
        faults.set(f"fail open {errno.EMFILE} {models}")
        replace(models, text(NEW))
        running.wait_for_event("document rejected")
        assert running.get("/llm-models.json").body == text(OLD)
        faults.set()
        wait_until(lambda: running.get("/llm-models.json").body == text(NEW), "the new document")


def test_polling_without_a_free_descriptor(polling: FaultyInstance) -> None:
    instance, revision = polling.instance, edition_revision(polling.number)
    polling.faults.set(f"fail socket {errno.EMFILE} -")
    polling.gateway.serve(edition(polling.number, revision=revision))
    polling.reload()
    wait_until(lambda: instance.status()["polling"]["lastOutcome"] == "unreachable", "the failure")
    assert instance.get("/readyz").status == 200
    polling.faults.set()
    polling.reload()
    wait_until(lambda: instance.get(MODELS).json()["revision"] == revision, revision)


def cache_problems(instance: InstanceProcess) -> list[str]:
    return [problem["code"] for problem in instance.status()["cache"]["problems"]]


def test_start_with_a_read_only_cache(faults: InjectedFaults, tmp_path: Path, gateway: FaultGateway) -> None:
    instance = InstanceProcess(tmp_path, naming("Before"))
    calls = ("create", "mkdir", "fchmod", "rename", "unlink")
    rules = [f"fail {call} {errno.EROFS} {instance.cache}" for call in calls]
    for revision in (edition_revision(1), edition_revision(2)):
        # The first start has no cache folder, and cannot create it; the second one has the files of an earlier run.
        gateway.serve(edition(1))
        faults.set(*rules)
        with instance.running("--gateway", gateway.url, env=faults.environment) as running:
            wait_until(lambda: running.get(MODELS).json()["revision"] == revision, revision)  # noqa: B023  # called at once
            wait_until(lambda: "MC416" in cache_problems(running), "the problem")
            faults.set()
            gateway.serve(edition(2))
            running.process.signal(signal.SIGHUP)
            running.wait_until_saved(edition_revision(2))


def test_reading_the_tokens(polling: FaultyInstance) -> None:
    """A token that is revoked while the file cannot be read is rejected as soon as it can be read."""
    instance, revoked = polling.instance, "a-token-that-is-revoked-in-the-test"
    headers = {"Authorization": f"token {revoked}"}
    instance.tokens.write_text(f"{TOKEN}\n{revoked}\n")
    wait_until(lambda: instance.get(MODELS, headers).status == 200, "the other token")
    polling.faults.set(f"fail open {errno.EMFILE} {instance.tokens}")
    instance.tokens.write_text(f"{TOKEN}\n")
    wait_until(lambda: "MC001" in polling.codes(), "the problem")
    assert instance.get(MODELS, AUTHORISED).status == 200
    polling.faults.set()
    wait_until(lambda: instance.get(MODELS, headers).status == 401, "the revocation")
    wait_until(lambda: polling.codes() == set(), "no problem")


def test_reading_the_tokens_at_a_start(faults: InjectedFaults, tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path)
    faults.set(f"fail read {errno.EIO} {instance.tokens}")
    files = ("--site-config", instance.site, "--tokens", instance.tokens, "--cache-dir", instance.cache)
    ended = faults.run("serve", "instance", "--port", 0, *files)
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)
    assert f"error[MC001] cannot read the file: {reason(errno.EIO)}" in ended.stderr


@pytest.mark.parametrize("call", ["open", "read"])
def test_reading_the_last_good_result(faults: InjectedFaults, tmp_path: Path, call: str) -> None:
    instance = InstanceProcess(tmp_path, naming("Before"))
    with instance.running() as running:
        running.wait_until_saved("Before")
    instance.site.write_text(BROKEN)
    faults.set(f"fail {call} {errno.EIO} {instance.saved}")
    with instance.running(env=faults.environment) as running:
        assert running.get(MODELS).status == 503
        for _ in range(2):
            running.process.signal(signal.SIGHUP)
            assert cache_problems(running) == ["MC415"]
        faults.set()
        running.process.signal(signal.SIGHUP)
        wait_until(lambda: running.get(MODELS).status == 200, "the last good result")
        assert "Before" in running.names()
        assert cache_problems(running) == []
        running.write(naming("After"))
        running.wait_for_name("After")
        running.wait_until_saved("After")


@pytest.mark.root
def test_a_read_only_file_system(tmp_path: Path, gateway: FaultGateway) -> None:
    """Use a real one, to check that the injected faults of the other tests are like it."""
    disk, tree = tmp_path / "disk", tmp_path / "disk" / "tree"
    disk.mkdir()
    for name, published in (("old.json", OLD), ("new.json", NEW)):
        (tmp_path / name).write_bytes(text(published))
    instance = InstanceProcess(tmp_path, naming("Before"))
    instance.cache = disk / "cache"
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=True)
    try:
        assert command_line.run("publish", tree, "--models", tmp_path / "old.json").returncode == 0
        with instance.running("--gateway", gateway.url) as running:
            running.wait_until_saved(edition_revision(1))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        failed = command_line.run("publish", tree, "--models", tmp_path / "new.json")
        assert (failed.returncode, f"error[MC011] cannot be written: {reason(errno.EROFS)}" in failed.stderr) == (
            2,
            True,
        )
        gateway.serve(edition(2))
        with instance.running("--gateway", gateway.url) as running:
            wait_until(lambda: running.get(MODELS).json()["revision"] == edition_revision(2), "the second document")
            wait_until(lambda: {"MC416", "MC434"} <= set(cache_problems(running)), "both problems")
            assert served(tree) == text(OLD)
            subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
            running.process.signal(signal.SIGHUP)
            running.wait_until_saved(edition_revision(2))
        assert command_line.run("publish", tree, "--models", tmp_path / "new.json").returncode == 0
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
