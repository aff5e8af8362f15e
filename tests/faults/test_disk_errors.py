"""Errors of the disk: no space, a read-only file system, input/output errors, too many open files."""

from __future__ import annotations

import errno
import json
import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.faults.injection import InjectedFaults
from tests.modelconfig.publish.samples import document
from tests.modelconfig.publish.trees import served, state, text
from tests.modelconfig.server.faults.documents import edition, edition_revision
from tests.modelconfig.server.faults.gateway import FaultGateway
from tests.modelconfig.server.instances import AUTHORISED, MODELS, TOKEN, InstanceProcess, naming
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD, NEW = document(), document(revision="2026-11-22.2")
OF_WRITES = [
    ("create", errno.EROFS),
    ("create", errno.EMFILE),
    ("write", errno.ENOSPC),
    ("write", errno.EIO),
    ("fsync", errno.EIO),
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
        self._number = 0

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
    assert not list(instance.saved.parent.glob(".*"))


@pytest.mark.parametrize("number", [errno.EIO, errno.EMFILE, errno.ENFILE, errno.EACCES, errno.ESTALE])
def test_reading_the_site_configuration(polling: FaultyInstance, number: int) -> None:
    instance, name = polling.instance, f"Name {polling.number}"
    before = instance.names()
    call = "read" if number == errno.EIO else "open"
    polling.faults.set(f"fail {call} {number} {instance.site}")
    instance.write(naming(name))
    problem = instance.wait_for_rejection(instance.status()["siteConfiguration"]["refused"] + 1)["problems"][0]
    assert (problem["code"], reason(number) in problem["message"]) == ("MC001", True)
    assert instance.names() == before
    # Without another change of the file.
    polling.faults.set()
    instance.wait_for_name(name)


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
