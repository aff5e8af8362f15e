"""The systemd units: the findings of systemd, and whether their commands are correct."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.deploy.nginx import shipped
from tests.helpers.programs import required_program
from tests.modelconfig.publish.samples import document
from tests.modelconfig.publish.trees import text
from tests.modelconfig.server.process import served, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.process import Served

UNITS = {"gateway": "modelconfig-gateway.service", "instance": "modelconfig-instance.service"}
PROGRAM = "/opt/modelconfig/bin/modelconfig"
EXPOSURE = 15
"""Highest allowed exposure level of a service, in tenths from 0 to 100; unhardened services have over 90."""


def analyze(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [required_program("systemd-analyze"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def settings(name: str) -> dict[str, list[str]]:
    """Return the settings of a unit, each with all of its values."""
    found: dict[str, list[str]] = {}
    for line in shipped(UNITS[name], {}).splitlines():
        setting, is_one, value = line.partition("=")
        if is_one and not line.startswith("#"):
            found.setdefault(setting, []).append(value)
    return found


@pytest.fixture(params=UNITS)
def unit(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a shipped unit with the path of a program on this machine."""
    path = tmp_path / UNITS[request.param]
    path.write_text(shipped(path.name, {PROGRAM: sys.executable}), "utf-8")
    return path


def test_systemd_accepts_the_unit(unit: Path) -> None:
    done = analyze("verify", "--man=no", unit)
    assert [line for line in done.stderr.splitlines() if "modelconfig" in line] == []
    assert done.returncode == 0, done.stderr


def test_the_unit_has_low_exposure(unit: Path) -> None:
    done = analyze("security", "--offline=yes", "--no-pager", f"--threshold={EXPOSURE}", unit)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", UNITS)
def test_the_unit_waits_for_the_notification_of_the_server(name: str) -> None:
    """tests/modelconfig/server/test_service_manager.py tests that servers send it."""
    assert settings(name)["Type"] == ["notify"]
    assert "AF_UNIX" in settings(name)["RestrictAddressFamilies"][0].split()
    assert "NotifyAccess" not in settings(name)


@pytest.mark.parametrize("name", UNITS)
def test_the_unit_starts_reloads_and_stops_the_server(tmp_path: Path, name: str) -> None:
    (tmp_path / "models.json").write_bytes(text(document()))
    (tmp_path / "site.json").write_text('{"modelConfiguration": {"sourcegraph": {}}}')
    (tmp_path / "tokens").write_text("0123456789abcdef0123456789abcdef")
    (tmp_path / "tokens").chmod(0o640)
    (command,) = settings(name)["ExecStart"]
    command = command.replace("/etc/modelconfig", str(tmp_path)).replace("%C", str(tmp_path / "cache"))
    program, serve, *arguments = shlex.split(command)
    assert (program, serve) == (PROGRAM, "serve")
    # The port is closed, and no external host is contacted.
    arguments = ["http://127.0.0.1:9" if one.startswith("https://") else one for one in arguments]
    place = arguments.index("--admin-address") + 1
    assert arguments[place].startswith("127.0.0.1:90")
    arguments[place] = "127.0.0.1:0"
    assert arguments[arguments.index("--trusted-proxy") + 1] == "127.0.0.1"
    with served(tmp_path, *arguments) as server:
        assert server.get("/readyz").status == 200
        assert server.get("/status", port=server.admin_port).json()["version"]
        assert server.events("warnings about addresses") == []
        assert settings(name)["ExecReload"] == ["/bin/kill -HUP $MAINPID"]
        server.signal(signal.SIGHUP)
        wait_until(lambda: reloaded(server), "the reload")
        assert server.stop() == 0
    if name == "instance":
        assert (tmp_path / "cache" / settings(name)["CacheDirectory"][0]).is_dir()


def reloaded(server: Served) -> bool:
    return any("reload" in event["event"] for event in server.events())


def test_stopping_waits_for_open_requests() -> None:
    """The stop timeout is longer than the time after which servers close connections."""
    from modelconfig.server.runner import DRAIN_SECONDS

    for name in UNITS:
        assert int(settings(name)["TimeoutStopSec"][0].removesuffix("s")) > DRAIN_SECONDS
