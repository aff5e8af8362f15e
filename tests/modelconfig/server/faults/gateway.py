"""A gateway with configurable faults: real sockets on loopback, served from a thread of the test process.

with FaultGateway() as gateway:
    gateway.serve(document)          # from now on it serves this document correctly
    gateway.behave("truncated")      # from now on with a fault; the names are those of `behaviours.BEHAVIOURS`
    gateway.behave("unavailable", retry_after="7")
    gateway.behave("down")           # its port is closed until the next call of `behave` or `serve`
    gateway.url, gateway.requests
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from tests.modelconfig.server.faults.behaviours import BEHAVIOURS
from tests.modelconfig.server.faults.documents import as_bytes, edition
from tests.modelconfig.server.faults.exchange import Exchange, Seen

if TYPE_CHECKING:
    import ssl
    from collections.abc import Coroutine

_LONGEST_HEAD = 1 << 16
_PATIENCE = 20.0
_TLS_GREETING = b"\x16"
_NOTHING = Seen("", "", {})


@dataclass
class FaultGateway:
    """Serves one document with one behaviour at a time, on a constant port, and records every request."""

    tls: ssl.SSLContext | None = None
    requests: list[Seen] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.body = as_bytes(edition(1))
        self._behaviour, self._settings = "good", dict[str, Any]()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fault gateway", daemon=True)
        self._thread.start()
        self._exchanges: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.port = 0
        self._do(self._listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)
        self._loop.close()

    @property
    def url(self) -> str:
        """Return the address of its document."""
        return f"{'http' if self.tls is None else 'https'}://127.0.0.1:{self.port}/llm-models.json"

    def serve(self, document: object, behaviour: str = "good", **settings: Any) -> None:
        """Serve another document, a JSON value or bytes, correctly or with another behaviour."""
        self.body = document if isinstance(document, bytes) else as_bytes(document)
        self.behave(behaviour, **settings)

    def behave(self, behaviour: str, **settings: Any) -> None:
        """Use this behaviour from the next request on; responses in progress are completed or, when down, cut off."""
        if behaviour != "down" and behaviour not in BEHAVIOURS:
            raise ValueError(f"unknown behaviour {behaviour!r}; known are: down, {', '.join(BEHAVIOURS)}")
        self._behaviour, self._settings = behaviour, settings
        self._do(self._end() if behaviour == "down" else self._listen())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    async def _listen(self) -> None:
        if self._server is not None:
            return
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", self.port))
        self.port = listening.getsockname()[1]
        self._server = await asyncio.start_server(self._answer, sock=listening, ssl=self.tls, limit=_LONGEST_HEAD)

    async def _end(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in list(self._exchanges):
            task.cancel()
        await asyncio.gather(*self._exchanges, return_exceptions=True)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._exchanges.add(task)
        try:
            # Many of the faults make the client close the connection.
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError):
                first = await reader.readexactly(1)
                if first == _TLS_GREETING:
                    await Exchange(_NOTHING, reader, writer, b"", "").head("400 Bad Request")
                    return
                seen = _request(first + await reader.readuntil(b"\r\n\r\n"))
                self.requests.append(seen)
                exchange = Exchange(seen, reader, writer, self.body, self.url)
                await BEHAVIOURS[self._behaviour](exchange, **self._settings)
        except asyncio.CancelledError:
            # Cancelled to be down: the task ends normally, otherwise the stream protocol logs an error.
            pass
        finally:
            writer.transport.abort() if writer.transport.get_write_buffer_size() else writer.close()
            with contextlib.suppress(OSError, asyncio.CancelledError):
                await writer.wait_closed()
            self._exchanges.discard(task)


def _request(head: bytes) -> Seen:
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ", 2)
    fields = [line.partition(":") for line in lines]
    return Seen(method, target, {name.strip().lower(): value.strip() for name, _, value in fields})
