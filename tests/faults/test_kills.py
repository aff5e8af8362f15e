"""`kill -9` at every call that changes a file: the file is the previous or the new one, and complete."""

from __future__ import annotations

import json
import os
import signal
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.faults.documents import edition, edition_revision
from tests.modelconfig.server.instances import BROKEN, MODELS, InstanceProcess, naming
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.injection import InjectedFaults
    from tests.modelconfig.server.faults.gateway import FaultGateway

pytestmark = pytest.mark.slow
COMPLETIONS = {"provider": "anthropic", "chatModel": "claude-3-opus-20240229", "accessToken": "a-token-of-the-test"}
FEWEST = 5
"""Calls that replace one file: create, write, change the mode, flush to disk, rename."""


@pytest.mark.parametrize("existing", [False, True], ids=["new", "existing"])
def test_kill_of_convert_at_every_write(faults: InjectedFaults, tmp_path: Path, *, existing: bool) -> None:
    (tmp_path / "site.json").write_text(json.dumps({"cody.enabled": True, "completions": COMPLETIONS}))
    command = ("site", "convert", tmp_path / "site.json", "--output", tmp_path / "output.jsonc", "--force")
    assert faults.run(*command).returncode == 0
    output = tmp_path / "output.jsonc"
    new, old = output.read_bytes(), b"{}\n" if existing else None
    moments = []
    for number in count():
        output.unlink(missing_ok=True)
        if old is not None:
            output.write_bytes(old)
        faults.set(f"kill {number} output.jsonc")
        code = faults.run(*command).returncode
        moments.append(output.read_bytes() if output.exists() else None)
        if code == 0:
            break
        assert code == -signal.SIGKILL
        assert moments[-1] in (old, new)
    assert moments[-1] == new
    assert moments[0] == old
    assert len(moments) > FEWEST
    # What remains of killed runs has credentials; it is removed when no other run can still need it.
    left = list(tmp_path.glob(".output*"))
    assert left
    for path in left:
        os.utime(path, (1, 1))
    faults.set()
    assert faults.run(*command).returncode == 0
    assert not list(tmp_path.glob(".output*"))


def ends_by_itself(instance: InstanceProcess, is_saved: Callable[[], object]) -> bool:
    """Wait until the instance was killed or has saved a file; stop it, and return whether it was not killed."""
    process = instance.process.process
    wait_until(lambda: process.poll() is not None or is_saved(), "the kill or the file")
    code = instance.process.stop()
    assert code in (0, -signal.SIGKILL)
    return code == 0


def test_kill_of_an_instance_at_every_write_of_the_cached_document(
    faults: InjectedFaults, tmp_path: Path, gateway: FaultGateway
) -> None:
    instance = InstanceProcess(tmp_path)
    known = {edition_revision(0)}
    for number in count():
        gateway.behave("down")
        faults.set()
        with instance.running("--gateway", gateway.url, env=faults.environment) as running:
            cached = running.get(MODELS).json()["revision"]
            assert cached in known
            assert running.status()["cache"]["problems"] == [] or number
            known = {cached, edition_revision(number + 1)}
            faults.set(f"kill {number} /modelconfig/.base.")
            gateway.serve(edition(number + 1))
            running.process.signal(signal.SIGHUP)
            if ends_by_itself(running, lambda: running.process.events("polled document active")):  # called at once
                break
    assert number > 2 * FEWEST


def test_kill_of_an_instance_at_every_write_of_the_last_good_result(faults: InjectedFaults, tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, naming("Name 0"))
    with instance.running():
        instance.wait_until_saved("Name 0")
    known = {"Name 0"}
    for number in count():
        instance.site.write_text(BROKEN)
        faults.set()
        with instance.running(env=faults.environment) as running:
            (saved,) = {name for name in running.names() if name.startswith("Name ")}
            assert saved in known
            assert running.status()["cache"]["problems"] == []
            name = f"Name {number + 1}"
            known = {saved, name}
            faults.set(f"kill {number} /modelconfig/.merged.json")
            running.write(naming(name))
            if ends_by_itself(running, lambda: f'"{name}"' in running.saved.read_text()):  # noqa: B023  # called at once
                break
    assert number > FEWEST
