"""`modelconfig status`: its output for real servers, its handling of invalid responses, and its exit codes."""

from __future__ import annotations

import http.server
import json
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.server.attempt_limit import ATTEMPTS
from tests.helpers import command_line
from tests.modelconfig.server.instances import BROKEN, TOKEN, InstanceProcess, naming
from tests.modelconfig.server.process import served, wait_until
from tests.modelconfig.server.status_documents import SOUND

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path


def ask(*arguments: object, token: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command; the token comes from the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MODELCONFIG_TOKEN", raising=False)
        if token is not None:
            patch.setenv("MODELCONFIG_TOKEN", token)
        done = command_line.run("status", *arguments)
    assert TOKEN not in done.stdout + done.stderr
    return done


@contextmanager
def answering(answer: Callable[[http.server.BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Run a minimal server that answers every request in the same way; yield its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Log nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def sends(
    body: bytes | object, status: int = 200, **fields: str
) -> Callable[[http.server.BaseHTTPRequestHandler], None]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()

    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in fields.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data)

    return answer


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


def test_a_server_that_does_not_listen() -> None:
    with answering(sends(SOUND)) as url:
        pass
    done = ask(url)
    assert done.returncode == 2
    assert f"{url}/status: no connection: connection refused" in done.stderr


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", "invalid server address"),
        ("http:/gateway", "invalid server address"),
        ("localhost:x", "invalid server address"),
        ("user:Qx7v@127.0.0.1:1", "user information"),
        ("127.0.0.1:1/?key=Qx7v&to=http://a", "http://127.0.0.1:1/status: no connection"),
        ("//LOCALHOST:1", "http://LOCALHOST:1/status: no connection"),
        ("[::1]:1", "http://[::1]:1/status: no connection"),
        ("no-such-host.invalid:8080", "https://no-such-host.invalid:8080/status: no connection"),
        ("file:///etc/passwd", "invalid server address"),
        ("ftp://127.0.0.1", "invalid server address"),
        ("http://", "invalid server address"),
        ("http://[::1", "invalid server address"),
        ("http://127.0.0.1:x", "invalid server address"),
        ("http://127.0.0.1:99999", "invalid server address"),
        ("http://127.0.0.1/\r\nX: y", "invalid server address"),
        ("http://user:Qx7v@127.0.0.1:1", "user information"),
        ("http://127.0.0.1:1/?key=Qx7v", "no connection"),
        ("http://127.0.0.1:1/#Qx7v", "no connection"),
        ("http://no-such-host.invalid", "no connection"),
    ],
)
def test_invalid_addresses_are_rejected(url: str, expected: str) -> None:
    done = ask(url, token=TOKEN)
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Qx7v" not in done.stderr


def hangs(_: http.server.BaseHTTPRequestHandler) -> None:
    time.sleep(5)


def drips(request: http.server.BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(50):
        request.wfile.write(b" ")
        request.wfile.flush()
        time.sleep(0.1)


def greets(request: http.server.BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"220 smtp.example.com ESMTP\r\n")


def ends_early(request: http.server.BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b'{"service"')


@pytest.mark.parametrize("answer", [hangs, drips])
def test_a_request_times_out(answer: Callable[[http.server.BaseHTTPRequestHandler], None]) -> None:
    with answering(answer) as url:
        done = ask(url, "--timeout", "0.5")
    assert done.returncode == 2
    assert "within 0.5 seconds" in done.stderr


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (sends(b"<html>Sign in</html>"), "not a status"),
        (sends(b""), "not a status"),
        (sends(b"\xff"), "not a status"),
        (sends(b"[" * 100_000), "not a status"),
        (sends([]), "not a status"),
        (sends({"service": "other", "ready": True, "stale": False}), "not a status"),
        (sends({**SOUND, "ready": 1}), "not a status"),
        (sends(b'{"service": "gateway", "ready": true, "stale": false, "age": NaN}'), "not a status"),
        (sends(SOUND, 404), "status 404"),
        (sends(SOUND, 500), "status 500"),
        (sends(b"", 302, Location="http://127.0.0.1:1/status"), "not followed"),
        (sends(b"", 307, Location="/status"), "not followed"),
        (greets, "not HTTP"),
        (ends_early, "not a status"),
    ],
    ids=(
        "page empty binary deep array other wrong-type no-number 404 500 redirect redirect-to-itself greeting cut"
    ).split(),
)
def test_responses_without_a_valid_status_are_rejected(
    answer: Callable[[http.server.BaseHTTPRequestHandler], None], expected: str
) -> None:
    with answering(answer) as url:
        done = ask(url, token=TOKEN)
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_token_is_not_sent_to_a_redirect_target() -> None:
    seen: list[str | None] = []

    def notes(request: http.server.BaseHTTPRequestHandler) -> None:
        seen.append(request.headers["Authorization"])
        sends(SOUND)(request)

    with answering(notes) as elsewhere, answering(sends(b"", 302, Location=elsewhere)) as url:
        assert ask(url, token=TOKEN).returncode == 2
        assert seen == []
        assert ask(elsewhere, token=f" {TOKEN}\n").returncode == 0
        assert seen == [f"token {TOKEN}"]


PROXY = "http://127.0.0.1:1"


@pytest.mark.parametrize(
    ("url", "variables", "token", "warned"),
    [
        ("http://instance.example:8081", {"http_proxy": PROXY}, TOKEN, True),
        ("http://instance.example:8081", {"http_proxy": PROXY}, None, False),
        ("http://instance.example:8081", {"HTTP_PROXY": PROXY, "no_proxy": ".other.example"}, TOKEN, True),
        ("http://instance.invalid:8081", {"http_proxy": PROXY, "no_proxy": ".invalid"}, TOKEN, False),
        ("https://instance.example:8081", {"http_proxy": PROXY, "https_proxy": PROXY}, TOKEN, False),
        ("http://127.0.0.1:1", {"http_proxy": PROXY}, TOKEN, False),
        ("http://localhost:1", {"http_proxy": PROXY}, TOKEN, False),
        ("http://127.0.0.1.example:1", {"http_proxy": PROXY}, TOKEN, True),
    ],
)
def test_a_token_that_a_proxy_can_read_is_reported(
    monkeypatch: pytest.MonkeyPatch, url: str, variables: dict[str, str], token: str | None, *, warned: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done = ask(url, token=token)
    assert done.returncode == 2
    assert ("warning[MC466] the token is sent through a proxy without encryption" in done.stderr) is warned


def test_loopback_requests_bypass_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with answering(sends(SOUND)) as url:
        assert ask(url).returncode == 0


@pytest.mark.parametrize(
    ("content", "expected"), [(None, "cannot read"), ("# none\n", "no token"), ("Qx7v a b", "ASCII")]
)
def test_an_invalid_token_file_is_reported(tmp_path: Path, content: str | None, expected: str) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_text(content)
    done = ask("http://127.0.0.1:1", "--token-file", file)
    assert done.returncode == 2
    assert expected in done.stderr
    assert "Qx7v" not in done.stderr


def test_control_characters_in_a_response_are_escaped() -> None:
    evil = "\x1b[2J\x07\u202e"
    status = {
        **SOUND,
        "version": evil,
        "stale": True,
        "reasons": [evil, 1, None],
        "document": {
            "source": evil,
            "revision": evil,
            "models": 1,
            "providers": "x",
            "ageSeconds": 1e300,
            "since": evil,
        },
        "siteConfiguration": {"file": evil, "accepted": False, "lastRefused": evil},
        "polling": {"enabled": True, "url": evil, "lastError": {"message": evil, "at": evil}, "intervalSeconds": True},
        "problems": [
            {
                "code": evil,
                "message": evil,
                "hint": evil,
                "file": evil,
                "pointer": evil,
                "line": "x",
                "related": [{"description": evil, "file": evil}, 1],
            },
            1,
        ],
    }
    with answering(sends(status)) as url:
        done = ask(url)
    assert done.returncode == 1
    assert not any(sign in done.stdout for sign in evil.replace("[2J", ""))
    assert "unknown" in done.stdout
    with answering(sends({**status, "more": "\x9b2J"})) as url:
        done = ask(url, "--format", "json")
    assert json.loads(done.stdout)["more"] == "\x9b2J"
    assert not any(sign in done.stdout for sign in f"{evil}\x9b".replace("[2J", ""))


def test_a_polling_instance_shows_its_gateway(tmp_path: Path) -> None:
    with served(tmp_path, "gateway") as gateway:
        instance = InstanceProcess(tmp_path)
        with instance.running("--gateway", gateway.url):
            wait_until(lambda: instance.status()["polling"]["lastSuccess"], "a poll")
            done = ask(instance.process.url, token=TOKEN)
            assert done.returncode == 0
            assert f"{gateway.url}/llm-models.json every 6 hours; last success" in done.stdout
