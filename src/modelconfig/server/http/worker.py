"""Serve an application with granian, through the interface that granian documents for use within an event loop."""

import asyncio
import socket
from contextlib import ExitStack
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from modelconfig.server.http.app import App

BACKLOG = 4096
"""Connections that may wait to be accepted; the kernel has its own limit, often the same."""
HTTP1 = HTTP1Settings(header_read_timeout=15_000, max_buffer_size=64 * 1024)
"""A client has 15 seconds to send the header of a request."""
_START_TIMEOUT = 1.0
"""Seconds that an attempt to connect may take. A port on which nothing listens rejects it at once."""
_START_INTERVAL = 0.005
"""Seconds between two attempts to connect to the server that starts."""


class HttpWorker:
    """`granian.server.embed.Server`: each request becomes a task of the running event loop."""

    ended: asyncio.Future[None]
    """Done when the worker has stopped and the earlier requests are answered. Set by `start`."""

    def __init__(self, app: App, listening: socket.socket, connections: int) -> None:
        """Prepare the worker, which replaces the listening socket by another one on the same port.

        At most `connections` are accepted at a time. Others wait in the kernel until one of them ends.
        """
        self._listening = listening
        self._host, self._port = listening.getsockname()[:2]
        self._server: Any = Server(
            app,
            self._host,
            self._port,
            interface=Interfaces.RSGI,
            http=HTTPModes.http1,
            websockets=False,
            backlog=BACKLOG,
            # Granian accepts no connection while it has as many as this, whether they send requests or not.
            backpressure=connections,
            http1_settings=HTTP1,
            log_enabled=False,
        )

    async def start(self) -> None:
        """Accept connections from now on."""
        reservation = _reserve_port(self._listening)
        self._listening.close()
        self.ended = asyncio.create_task(self._serve(reservation))
        # The server does not report when it listens.
        while not self.ended.done():
            try:
                async with asyncio.timeout(_START_TIMEOUT):
                    _, writer = await asyncio.open_connection(self._host, self._port)
                writer.close()
            except TimeoutError:
                # It listens, and as many clients wait as the kernel allows.
                return
            except OSError:
                await asyncio.sleep(_START_INTERVAL)
            else:
                return

    def stop(self) -> None:
        """Accept no more connections, and end after the last response."""
        self._server.stop()

    async def _serve(self, reservation: socket.socket) -> None:
        with reservation:
            try:
                await self._server.serve()
            except RuntimeError as error:
                # Granian's error of the operating system, followed by a trace of calls.
                raise OSError(str(error).partition("\n")[0]) from None


def _reserve_port(listening: socket.socket) -> socket.socket:
    """Return a bound socket that keeps the port of a listening one from every other server of this package.

    Granian's socket has `SO_REUSEPORT`: it shares its port with those of the same user that have that, too. A server of
    this package first opens a socket without it, which fails while anything else listens on the port or reserves it.
    """
    with ExitStack() as stack:
        reservation = stack.enter_context(socket.socket(listening.family, listening.type))
        if hasattr(socket, "SO_REUSEPORT"):
            for shared in (listening, reservation):
                shared.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            # Early connections to the listening socket count as users of the port, also after it was closed.
            reservation.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            reservation.bind(listening.getsockname())
            reservation.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
        stack.pop_all()
    return reservation
