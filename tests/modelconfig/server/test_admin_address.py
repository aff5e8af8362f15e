"""The second address, for operators: what it serves, and that it answers while the first one cannot."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import modelconfig
from modelconfig.cli.main import cli
from tests.modelconfig.server.documents import document, real_bytes, replace, text
from tests.modelconfig.server.instances import AUTHORISED, GUARDED, MODELS, InstanceProcess
from tests.modelconfig.server.process import PATIENCE, Response, Served, served, wait_until

if TYPE_CHECKING:
    from pathlib import Path

ADMIN = ("--admin-address", "127.0.0.1:0")
PATHS = ("/healthz", "/readyz", "/status", "/metrics")


def admin_get(running: Served, path: str) -> Response:
    """Request a path at the operators' address, without a token."""
    return running.get(path, port=running.admin_port)


def test_a_gateway_has_two_addresses(tmp_path: Path) -> None:
    with served(tmp_path, "gateway", *ADMIN) as running:
        assert [admin_get(running, path).status for path in PATHS] == [200] * len(PATHS)
        assert [admin_get(running, path).status for path in ("/", "/llm-models.json", "/other")] == [404] * 3
        assert running.get("/llm-models.json").body == real_bytes()
        # Only requests of clients are counted.
        metrics = admin_get(running, "/metrics").body
        assert (b'route="/llm-models.json"' in metrics, b'route="/healthz"' in metrics) == (True, False)
        assert admin_get(running, "/status").json()["version"] == modelconfig.__version__
        assert running.stop() == 0
        assert running.events()[-1]["event"] == "ended"


def test_operators_of_an_instance_need_no_token_at_their_address(tmp_path: Path) -> None:
    with InstanceProcess(tmp_path).running(*ADMIN) as instance:
        assert [admin_get(instance.process, path).status for path in PATHS] == [200] * len(PATHS)
        others = set(GUARDED) - set(PATHS)
        assert {admin_get(instance.process, path).status for path in others} == {404}
        assert instance.get("/status", {}).status == 401
        mine, public = admin_get(instance.process, "/status").json(), instance.status()
        assert mine.keys() == public.keys()
        assert mine["siteConfiguration"]["file"] == public["siteConfiguration"]["file"] == str(instance.site)


@pytest.mark.parametrize("name", ["gateway", "instance"])
def test_the_page_is_served_to_operators_if_asked(tmp_path: Path, name: str) -> None:
    with ExitStack() as stack:
        if name == "gateway":
            running = stack.enter_context(served(tmp_path, name, *ADMIN, "--admin-page"))
            data, page = "/llm-models.json", running.get("/")
        else:
            instance = stack.enter_context(InstanceProcess(tmp_path).running(*ADMIN, "--admin-page"))
            running, data, page = instance.process, MODELS, instance.get("/")
        assert admin_get(running, "/").body == page.body
        assert admin_get(running, data).json()["models"]


def test_both_addresses_follow_a_change(tmp_path: Path) -> None:
    models = tmp_path / "models.json"
    replace(models, text(document("2026-01-01.1")))
    with served(tmp_path, "gateway", "--base", models, *ADMIN, "--admin-page") as running:
        replace(models, text(document("2026-01-01.2")))
        wait_until(lambda: b"2026-01-01.2" in running.get("/llm-models.json").body, "the change")
        for answer in (running.get("/status"), admin_get(running, "/status")):
            assert answer.json()["document"]["revision"] == "2026-01-01.2"
        assert admin_get(running, "/llm-models.json").body == running.get("/llm-models.json").body


@pytest.mark.skipif(sys.platform != "linux", reason="limits open files by a shell")
def test_operators_get_responses_while_clients_hold_all_connections(tmp_path: Path) -> None:
    with served(tmp_path, "gateway", *ADMIN, open_files=160) as running, ExitStack() as stack:
        for _ in range(320):
            stack.enter_context(socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE))
        waiting = stack.enter_context(socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE))
        waiting.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        for _ in range(20):
            assert [admin_get(running, path).status for path in PATHS] == [200] * len(PATHS)
        metrics = admin_get(running, "/metrics").body.decode().splitlines()
        (used,) = (line for line in metrics if line.startswith("process_open_fds "))
        assert float(used.split()[1]) < 160 - 16
        waiting.settimeout(0.2)
        with pytest.raises(TimeoutError):
            waiting.recv(1)


@pytest.mark.parametrize("details", [False, True])
def test_the_public_status_of_a_gateway_has_no_path_and_no_version(tmp_path: Path, *, details: bool) -> None:
    folder = tmp_path / "canary"
    folder.mkdir()
    models = folder / "canary-models.json"
    replace(models, text(document()))
    options = ("--status-details",) if details else ()
    with served(tmp_path, "gateway", "--base", models, *ADMIN, *options) as running:
        for broken in ("{", text(document() | {"models": [{}]}), '{"schemaVersion": "1.0", "schemaVersion": "1.0"}'):
            rejected = running.status()["file"]["refused"]
            replace(models, broken)
            wait_until(lambda: running.status()["file"]["refused"] > rejected, "the rejection")  # noqa: B023  # called at once
            public, private = running.get("/status").body.decode(), admin_get(running, "/status").body.decode()
            for shown, full in ((public, details), (private, True)):
                assert ("canary" in shown) is full
                assert ("version" in json.loads(shown)) is full
                assert json.loads(shown)["problems"]
        models.unlink()
        wait_until(lambda: running.status()["file"]["refused"] > rejected + 1, "the rejection")
        assert ("canary" in running.get("/status").body.decode()) is details
        command = [sys.executable, "-m", "modelconfig", "status", running.url]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
        assert (done.returncode, done.stderr) == (1, "")
        assert ("canary" in done.stdout, f"version {modelconfig.__version__}" in done.stdout) == (details, details)
        assert ("version ," in done.stdout, " ;" in done.stdout) == (False, False)


@pytest.mark.parametrize(
    ("options", "warned"),
    [
        ((), []),
        (("--host", "::1", "--admin-address", "[::1]:0"), []),
        (("--host", "localhost", "--admin-address", "localhost:0"), []),
        (("--host", "0.0.0.0"), ["0.0.0.0"]),  # noqa: S104  # the case to warn of
        (("--host", "::", "--admin-address", "0.0.0.0:0"), ["::", "0.0.0.0"]),  # noqa: S104  # the case to warn of
        (("--admin-address", "[::]:0"), ["::"]),
        (("--host", "0.0.0.0", "--admin-address", "0.0.0.0:0", "--behind-proxy"), []),  # noqa: S104  # confirmed
    ],
)
def test_an_address_that_other_machines_can_reach_causes_a_warning(
    tmp_path: Path, options: tuple[str, ...], warned: list[str]
) -> None:
    with served(tmp_path, "gateway", *options) as running:
        found = [problem for line in running.events("warnings about addresses") for problem in line["problems"]]
        assert [problem.split(" port ")[0] for problem in found] == [
            f"MC467 other machines can connect to {host}" for host in warned
        ]


@pytest.mark.parametrize(
    "options",
    [
        *(
            ("--admin-address", address)
            for address in ("", "9080", ":9080", "::1:9080", "127.0.0.1:", "x:65536", "x:²")
        ),
        ("--admin-page",),
    ],
)
def test_an_invalid_address_of_operators_is_reported(options: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, ["serve", "gateway", *options])
    assert result.exit_code == 2
    assert "--admin-address" in result.output


def test_an_address_that_is_in_use_is_reported_with_its_option(tmp_path: Path) -> None:
    with served(tmp_path, "gateway") as running:
        command = [sys.executable, "-m", "modelconfig", "serve", "gateway", "--port", "0"]
        command += ["--admin-address", f"127.0.0.1:{running.port}"]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
        assert ended.returncode == 2
        assert (
            f"port {running.port}: address already in use. Choose another address with --admin-address." in ended.stderr
        )


def test_attempts_are_not_limited_behind_a_proxy_without_its_address(tmp_path: Path) -> None:
    with InstanceProcess(tmp_path).running("--behind-proxy") as instance:
        assert {instance.get(MODELS, {}).status for _ in range(60)} == {401}
        line = instance.process.wait_for_event("warnings about clients")
        assert line["problems"][0].startswith("MC470 ")
        assert instance.get(MODELS, AUTHORISED).status == 200
