"""The other files of an instance: tokens and feature flags, read at startup and when they change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.instances import AUTHORISED, CONFIG, MODELS, TOKEN, InstanceProcess, naming
from tests.modelconfig.server.process import PATIENCE, wait_until

if TYPE_CHECKING:
    from pathlib import Path

OTHER = {"Authorization": "Bearer Qx7v-another-token-here"}
THIRD = {"Authorization": "token Qx7v-a-token-of-the-environment"}


@pytest.fixture
def instance(tmp_path: Path) -> InstanceProcess:
    return InstanceProcess(tmp_path)


def write_tokens(instance: InstanceProcess, *headers: dict[str, str]) -> None:
    text = "# rotated\n" + "".join(header["Authorization"].split()[1] + "\n" for header in headers)
    replace(instance.tokens, text)
    instance.tokens.chmod(0o600)


def test_a_rotated_token_is_accepted_and_the_old_one_is_rejected(instance: InstanceProcess) -> None:
    with instance.running():
        assert instance.get(MODELS, OTHER).status == 401
        write_tokens(instance, AUTHORISED, OTHER)
        wait_until(lambda: instance.get(MODELS, OTHER).status == 200, "the new token")
        assert instance.get(MODELS, AUTHORISED).status == 200
        write_tokens(instance, OTHER)
        wait_until(lambda: instance.get(MODELS, AUTHORISED).status == 401, "the end of the old token")
        assert instance.get("/status", OTHER).json()["tokens"]["count"] == 1
        assert instance.process.wait_for_event("tokens active", 2)["number"] == 1


@pytest.mark.parametrize("content", [None, b"", b"# none left\n", b"\xff\xff"])
def test_a_token_file_without_a_token_keeps_the_previous_tokens_active(
    instance: InstanceProcess, content: bytes | None
) -> None:
    with instance.running():
        if content is None:
            instance.tokens.unlink()
        else:
            replace(instance.tokens, content)
        wait_until(lambda: instance.status()["tokens"]["refused"] == 1, "a rejected file of tokens")
        assert instance.get(MODELS).status == 200
        status = instance.status()
        assert status["stale"]
        assert "tokens" in status["reasons"][0]
        assert status["tokens"]["problems"][0]["file"] == str(instance.tokens)
        assert status["tokens"]["problems"][0] in status["problems"]
        assert instance.process.wait_for_event("tokens rejected")["level"] == "error"
        assert 'refused_updates_total{what="tokens"} 1.0' in instance.get("/metrics").body.decode()
        write_tokens(instance, OTHER)
        wait_until(lambda: instance.get(MODELS, OTHER).status == 200, "the new token")
        assert not instance.get("/status", OTHER).json()["stale"]


def test_tokens_of_the_environment_and_the_file_are_both_accepted(instance: InstanceProcess) -> None:
    env = {"MODELCONFIG_TOKENS": " Qx7v-a-token-of-the-environment  Qx7v-yet-another-token "}
    with instance.running(env=env):
        assert instance.status()["tokens"]["count"] == 3
        assert instance.get(MODELS, THIRD).status == 200
        write_tokens(instance, OTHER)
        wait_until(lambda: instance.get(MODELS, OTHER).status == 200, "the new token")
        assert instance.get(MODELS, THIRD).status == 200


def test_a_token_file_readable_by_others_causes_a_warning(instance: InstanceProcess) -> None:
    instance.tokens.chmod(0o644)
    with instance.running():
        assert [problem["code"] for problem in instance.status()["tokens"]["problems"]] == ["MC413"]
        assert instance.process.wait_for_event("warnings about tokens")["level"] == "warning"
        instance.tokens.chmod(0o600)
        wait_until(lambda: instance.status()["tokens"]["problems"] == [], "tokens without a warning")


def start(*arguments: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "modelconfig", "serve", "instance", "--port", "0", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE, env=env)


@pytest.mark.parametrize("content", [None, "", "# none\n", "Qx7v two words\n"])
def test_without_a_token_the_server_does_not_start(instance: InstanceProcess, content: str | None) -> None:
    if content is None:
        instance.tokens.unlink()
    else:
        instance.tokens.write_text(content)
    ended = start("--site-config", instance.site, "--tokens", instance.tokens)
    assert ended.returncode == 2
    assert str(instance.tokens) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Qx7v" not in ended.stderr


@pytest.mark.parametrize("of_tokens", [True, False])
def test_a_pipe_at_startup_does_not_block(instance: InstanceProcess, *, of_tokens: bool) -> None:
    pipe = instance.folder / "pipe"
    os.mkfifo(pipe)
    if of_tokens:
        ended = start("--site-config", instance.site, "--tokens", pipe)
        assert (ended.returncode, "MC001" in ended.stderr) == (2, True)
        return
    instance.site = pipe
    with instance.running("--switches", pipe):
        assert instance.get(MODELS).status == 503
        status = instance.status()
        for part in ("siteConfiguration", "switches"):
            assert status[part]["problems"][0]["code"] == "MC001"
        assert instance.process.stop() == 0


def test_missing_token_options_are_reported_with_a_hint(instance: InstanceProcess) -> None:
    ended = start("--site-config", instance.site)
    assert ended.returncode == 2
    assert "MC410" in ended.stderr
    assert "--tokens" in ended.stderr
    assert "MODELCONFIG_TOKENS" in ended.stderr


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--tokens", "-"], "standard input"),
        (["--tokens", ""], "found an empty one"),
        (["--cache-dir", ""], "found an empty one"),
        (["--gateway", ""], "found an empty one"),
        (["--gateway", "ftp://gateway.example.com"], "MC420"),
        (["--gateway", "https://user:Qx7v@gateway.example.com"], "MC420"),
        (["--source", "cached"], "MC435"),
        (["--source", "cached", "--gateway", "foo"], "MC420"),
        (["--minimum-share", "2"], "minimum-share"),
    ],
)
def test_invalid_options_are_rejected_with_a_hint(instance: InstanceProcess, options: list[str], expected: str) -> None:
    ended = start("--site-config", instance.site, "--tokens", instance.tokens, "--cache-dir", instance.cache, *options)
    assert ended.returncode == 2
    assert expected in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Qx7v" not in ended.stderr


def test_a_site_configuration_is_required(instance: InstanceProcess) -> None:
    ended = start("--tokens", instance.tokens)
    assert ended.returncode == 2
    assert "--site-config" in ended.stderr


def test_feature_flags_are_read_and_watched(instance: InstanceProcess) -> None:
    file = instance.folder / "switches.json"
    file.write_text('{"chatEnabled": false, "attribution": "enforced"}')
    with instance.running("--switches", file):
        response = instance.get(CONFIG)
        config = response.json()
        assert (config["chatEnabled"], config["attribution"], config["attributionEnabled"]) == (False, "enforced", True)
        replace(file, "{}")
        wait_until(lambda: instance.get(CONFIG).json()["chatEnabled"], "another switch")
        assert instance.get(CONFIG, {**AUTHORISED, "If-None-Match": response.headers["ETag"]}).status == 200
        replace(file, '{"chatEnabled": 0}')
        wait_until(lambda: instance.status()["switches"]["refused"] == 1, "rejected switches")
        status = instance.status()
        assert "feature flags" in status["reasons"][0]
        assert status["switches"]["problems"][0]["line"] == 1
        assert instance.get(CONFIG).json()["chatEnabled"] is True
        replace(file, '{"chatEnabled": false}')
        wait_until(lambda: not instance.get(CONFIG).json()["chatEnabled"], "another switch")
        assert not instance.status()["stale"]


def test_invalid_feature_flags_at_startup_are_reported(instance: InstanceProcess) -> None:
    file = instance.folder / "switches.json"
    file.write_text('{"codyEnabled": fal')
    with instance.running("--switches", file):
        config = instance.get(CONFIG)
        assert (config.status, config.json()["codyEnabled"]) == (200, False)
        assert instance.get(MODELS).status == 200
        assert instance.status()["stale"]
        replace(file, '{"chatEnabled": false}')
        wait_until(lambda: instance.get(CONFIG).json()["codyEnabled"], "switches")
        assert instance.get(CONFIG).json()["chatEnabled"] is False


def test_sighup_reloads_tokens_and_feature_flags(instance: InstanceProcess) -> None:
    file = instance.folder / "switches.json"
    file.write_text("{}")
    with instance.running("--switches", file):
        write_tokens(instance, OTHER)
        instance.site.write_text(naming("Two"))
        replace(file, '{"chatEnabled": false}')
        instance.process.signal(signal.SIGHUP)
        wait_until(lambda: instance.get(CONFIG, OTHER).status == 200, "the new token")
        wait_until(lambda: instance.get(CONFIG, OTHER).json()["chatEnabled"] is False, "the new switch")
        assert TOKEN not in instance.process.log.read_text()
