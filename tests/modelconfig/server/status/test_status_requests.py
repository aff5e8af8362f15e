"""What `modelconfig status` requests: addresses, tokens, proxies and redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.instances import TOKEN
from tests.modelconfig.server.status.responders import answering, ask, sends
from tests.modelconfig.server.status.status_documents import SOUND

if TYPE_CHECKING:
    import http.server
    from pathlib import Path


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
