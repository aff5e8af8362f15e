"""A server that returns the request it received, to check what a proxy passes on, and that knows users like a site."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Echo(ThreadingHTTPServer):
    """Records every request. `/slow` sends half of its response, and the rest on demand.

    With `users`, each a header and its value, it admits only them to `/.api/client-config`.
    """

    daemon_threads = True

    def __init__(self, name: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.name = name
        self.seen: list[dict[str, Any]] = []
        self.users: set[tuple[str, str]] | None = None
        self.stranger_status = 401
        self.padding = ""
        self.go_on = threading.Event()
        self.gave_up = False

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Echo

    def _answer(self) -> None:
        fields = [(name.lower(), value) for name, value in self.headers.items()]
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = {
            "server": self.server.name,
            "line": self.requestline,
            "path": self.path,
            "headers": dict(fields),
            "count": len(fields),
            "sent": sent.decode(),
        }
        self.server.seen.append(request)
        body = json.dumps(request).encode() + self.server.padding.encode()
        users = self.server.users if self.path == "/.api/client-config" else None
        self.send_response(200 if users is None or users & set(fields) else self.server.stranger_status)
        self.send_header("Content-Type", "application/json")
        # As a site does.
        self.send_header("Cache-Control", "no-cache, max-age=0")
        self.send_header("Vary", "Cookie")
        self.send_header("Set-Cookie", "visitor=1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        half = len(body) // 2 if self.path == "/slow" else 0
        self.wfile.write(body[:half])
        if half:
            self.wfile.flush()
            self.server.gave_up = not self.server.go_on.wait(10)
        self.wfile.write(body[half:])

    do_GET = do_HEAD = do_POST = do_PUT = _answer  # noqa: N815  # the base class's names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's names
        """Log nothing."""


@contextmanager
def echo(name: str) -> Iterator[Echo]:
    """Run an echo server until the end of the block."""
    with Echo(name) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server
        finally:
            server.go_on.set()
            server.shutdown()
            thread.join()
