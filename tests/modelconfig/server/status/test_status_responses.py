"""Responses that `modelconfig status` rejects, and characters that it escapes."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.instances import TOKEN
from tests.modelconfig.server.status.responders import answering, ask, sends
from tests.modelconfig.server.status.status_documents import SOUND

if TYPE_CHECKING:
    import http.server
    from collections.abc import Callable


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
