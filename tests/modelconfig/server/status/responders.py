"""Run `modelconfig status`, and servers that answer every request in the same way."""

from __future__ import annotations

import http.server
import json
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import command_line
from tests.modelconfig.server.instances import TOKEN

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator


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
