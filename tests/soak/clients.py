"""Clients of a server: those that check each response, slow ones, and hostile ones."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import random
import socket
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping

_TIMEOUT = 30.0
_OK, _NOT_MODIFIED = 200, 304


@dataclass
class Results:
    """What the clients of one server saw."""

    name: str
    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    attacks: Counter[str] = field(default_factory=Counter)

    def report(self) -> list[str]:
        """Return the lines of the report."""
        ordered = sorted(self.seconds) or [0.0]
        share = {part: ordered[int(part * (len(ordered) - 1))] * 1000 for part in (0.5, 0.99, 1.0)}
        statuses = ", ".join(f"{number} with {status}" for status, number in sorted(self.statuses.items()))
        attacks = ", ".join(f"{number} {kind}" for kind, number in sorted(self.attacks.items()))
        return [
            f"{self.name}: {sum(self.statuses.values())} responses: {statuses}",
            f"{self.name}: {len(self.torn)} torn and {len(self.failures)} missing responses",
            f"{self.name}: {share[0.5]:.1f} ms median, {share[0.99]:.1f} ms for 99 %, {share[1.0]:.1f} ms at most",
            f"{self.name}: {attacks}",
        ]

    def faults(self) -> list[str]:
        """Return what should not have happened, each kind with an example."""
        return [f"{self.name}: {len(kind)} times: {kind[0]}" for kind in (self.torn, self.failures) if kind]


def check_responses(
    port: int, path: str, headers: Mapping[str, str], is_whole: Callable[[bytes], bool], results: Results,
    ending: threading.Event,
) -> None:  # fmt: skip
    """Request a path until the end, and check each response: its status, its ETag and its content."""
    chance = random.Random(path)  # noqa: S311  # not a secret
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT)
    etag = ""
    while not ending.is_set():
        encoding = chance.choice(["identity", "gzip"])
        asked = {
            **headers,
            "Accept-Encoding": encoding,
            **({"If-None-Match": etag} if etag and chance.random() < 0.3 else {}),
        }
        begun = time.monotonic()
        try:
            connection.request("GET", path, headers=asked)
            response = connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException) as error:
            results.failures.append(f"{path}: {error!r}")
            connection.close()
            continue
        results.seconds.append(time.monotonic() - begun)
        results.statuses[response.status] += 1
        if response.status == _OK:
            etag = response.headers["ETag"]
            content = gzip.decompress(body) if response.headers["Content-Encoding"] == "gzip" else body
            if not is_whole(content) or etag.strip('"') != hashlib.sha256(body).hexdigest():
                results.torn.append(f"{path}: {response.headers.items()}: {content[:100]!r}")
        elif response.status != _NOT_MODIFIED or body:
            results.failures.append(f"{path}: status {response.status}: {body[:100]!r}")
    connection.close()


def read_slowly(port: int, request: bytes, results: Results, ending: threading.Event) -> None:
    """Hold connections that read a byte now and then, or nothing, or send a request slowly."""
    while not ending.is_set():
        held = [_small_connection(port) for _ in range(30)]
        for number, connection in enumerate(held):
            with suppress(OSError):
                connection.sendall(request * 20 if number % 3 else request[: number % len(request)])
        for _ in range(20):
            if ending.wait(0.2):
                break
            for connection in held[::3]:
                with suppress(OSError):
                    connection.sendall(b"X")
            for connection in held[1::3]:
                with suppress(OSError):
                    connection.recv(1)
        for connection in held:
            connection.close()
        results.attacks["slow connections"] += len(held)


def attack(port: int, path: str, results: Results, ending: threading.Event) -> None:
    """Send invalid requests, wrong tokens and half-closed connections, and leave without reading."""
    chance = random.Random(port)  # noqa: S311  # not a secret
    get, post, host = f"GET {path} HTTP/1.1\r\n", f"POST {path} HTTP/1.1\r\n", "Host: x\r\n"
    attacks = {
        "random bytes": "",
        "long headers": f"{get}{host}X: {'a' * 100_000}",
        "wrong tokens": f"{get}{host}Authorization: token a-token-that-is-wrong\r\n\r\n",
        "unknown paths": f"GET /none HTTP/1.1\r\n{host}\r\n",
        "other methods": f"{post}{host}Content-Length: 9\r\n\r\n",
        "two hosts": f"{get}{host}{host}\r\n",
        "chunks": f"{post}{host}Transfer-Encoding: chunked\r\n\r\nFFFF\r\n",
    }
    while not ending.wait(0.01):
        kind = chance.choice([*attacks])
        with suppress(OSError), _small_connection(port) as connection:
            connection.sendall(attacks[kind].encode() or chance.randbytes(2000))
            if chance.random() < 0.5:
                connection.shutdown(socket.SHUT_WR)
            if chance.random() < 0.5:
                connection.recv(100)
        results.attacks[kind] += 1


def _small_connection(port: int) -> socket.socket:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(1)
    with suppress(OSError):
        connection.connect(("127.0.0.1", port))
    return connection
