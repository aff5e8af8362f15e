"""`modelconfig status` with real servers: its output and its exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from modelconfig.server.attempt_limit import ATTEMPTS
from tests.modelconfig.server.instances import BROKEN, TOKEN, InstanceProcess, naming
from tests.modelconfig.server.process import served, wait_until
from tests.modelconfig.server.status.responders import ask

if TYPE_CHECKING:
    from pathlib import Path


def test_a_healthy_gateway(tmp_path: Path) -> None:
    with served(tmp_path, "gateway") as running:
        port = running.url.rpartition(":")[2]
        for url in (running.url, f"{running.url}/", f"{running.url}/status", f"127.0.0.1:{port}/", f"localhost:{port}"):
            done = ask(url)
            assert (done.returncode, done.stderr) == (0, "")
            shown_url = f"http://{url}/status" if "localhost" in url else f"{running.url}/status"
            assert done.stdout.startswith(f"gateway at {shown_url}: serving\n")
            assert "from the package" in done.stdout
        as_json = ask(running.url, "--format", "json")
        assert as_json.returncode == 0
        printed = json.loads(as_json.stdout)
        assert printed["service"] == "gateway"
        assert printed.keys() == running.status().keys()


def test_an_instance_becomes_stale(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, naming("One", licenseKey="a licence"))
    with instance.running():
        url = instance.process.url
        assert ask(url, token=TOKEN).returncode == 0
        assert ask(url, "--token-file", instance.tokens).returncode == 0
        instance.write(BROKEN)
        instance.wait_for_rejection()
        done = ask(url, "--token-file", instance.tokens)
        assert done.returncode == 1
        head = f"instance at {url}/status: serving, but stale\n  - The site configuration is rejected"
        assert done.stdout.startswith(head)
        assert f"{instance.site}: REJECTED" in done.stdout
        # Location and hint.
        assert f"{instance.site}:1:76: error[MC105]" in done.stdout
        assert "\n  = Write provider::apiVersion::modelID" in done.stdout
        assert ask(url, "--token-file", instance.tokens, "--format", "json").returncode == 1


def test_an_instance_without_a_valid_configuration_is_not_ready(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path, BROKEN)
    with instance.running():
        done = ask(instance.process.url, token=TOKEN)
        assert done.returncode == 1
        assert "not ready" in done.stdout
        assert "document            none" in done.stdout


def test_an_instance_rejects_status_requests_without_a_valid_token(tmp_path: Path) -> None:
    instance = InstanceProcess(tmp_path)
    with instance.running():
        without, wrong = ask(instance.process.url), ask(instance.process.url, token="Qx7v-wrong")
        assert (without.returncode, without.stdout, wrong.returncode, wrong.stdout) == (2, "", 2, "")
        assert "requires a token" in without.stderr
        assert "--token-file" in without.stderr
        assert "rejects the token" in wrong.stderr
        assert "Qx7v" not in wrong.stderr
        for _ in range(2 * ATTEMPTS):
            instance.get("/status", {})
        limited = ask(instance.process.url, token="Qx7v-wrong")
        assert (limited.returncode, limited.stdout) == (2, "")
        assert "too many requests without a valid token" in limited.stderr
        assert ask(instance.process.url, token=TOKEN).returncode == 0


def test_a_polling_instance_shows_its_gateway(tmp_path: Path) -> None:
    with served(tmp_path, "gateway") as gateway:
        instance = InstanceProcess(tmp_path)
        with instance.running("--gateway", gateway.url):
            wait_until(lambda: instance.status()["polling"]["lastSuccess"], "a poll")
            done = ask(instance.process.url, token=TOKEN)
            assert done.returncode == 0
            assert f"{gateway.url}/llm-models.json every 6 hours; last success" in done.stdout
