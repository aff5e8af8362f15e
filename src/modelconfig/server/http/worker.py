"""Run granian's HTTP worker on a given socket and within the running event loop.

Granian's server creates a task in the event loop for every request, which costs as much as the rest of a response.
Most responses are prepared, so the thread that reads a request sends them, and only the others go to the loop. That
server would also open a socket that another process can share unnoticed.
"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

from granian import _granian
from granian.http import HTTP1Settings

from modelconfig.server.http.background import log_exception

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from modelconfig.server.http.app import App

BACKLOG = 4096
"""Connections that may wait to be accepted; the kernel has its own limit, often the same."""
CONNECTIONS = 1 << 20
"""Connections at a time: as many as the process may open files. Idle ones cost little."""
HEADER_SECONDS = 15
"""Time limit for a client to send the header of a request."""

NATIVE: Any = _granian
"""Granian's compiled part, whose stub leaves out most of what is used here."""


class HttpWorker:
    """The HTTP worker of an application."""

    def __init__(self, app: App, listening: socket.socket) -> None:
        """Prepare the worker without starting it."""
        self._app = app
        self._listening = listening
        self._signal = NATIVE.WorkerSignal()

    async def serve(self) -> None:
        """Answer requests until `stop` is called and the earlier requests are answered."""
        loop = asyncio.get_running_loop()
        stopped = asyncio.Event()
        self._signal.add_cb(lambda: loop.call_soon_threadsafe(stopped.set))
        # A copy, because the holder closes what it holds.
        holder = NATIVE.SocketHolder(os.dup(self._listening.fileno()), False, BACKLOG)
        worker = NATIVE.RSGIWorker(
            worker_id=1,
            sock=(None, holder),
            ipc=None,
            backpressure=CONNECTIONS,
            http_mode="1",
            http1_opts=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000, max_buffer_size=64 * 1024),
            metrics=(None, None),
        )
        worker.serve_async(_scheduler(self._app, loop), loop, self._signal)
        await stopped.wait()

    def stop(self) -> None:
        """Accept no more connections, and end after the last response."""
        self._signal.set()


def _scheduler(app: App, loop: asyncio.AbstractEventLoop) -> Any:
    """Return the scheduler that granian calls for each request, always in the same thread."""

    def schedule(request: Any) -> None:
        try:
            answer_later = app.answer(request.scope, request.proto)
            if answer_later is not None:
                loop.call_soon_threadsafe(finish, answer_later, request)
                return
        except Exception as error:  # noqa: BLE001  # the client gets a 500, and the server goes on
            log_exception(error)
        request.done()

    def finish(answer_later: Callable[[], None], request: Any) -> None:
        try:
            answer_later()
        except Exception as error:  # noqa: BLE001  # as above
            log_exception(error)
        request.done()

    # The other arguments are for granian's own tasks.
    scheduler = NATIVE.CallbackScheduler(loop, app, None, None, None)
    scheduler._schedule_fn = schedule  # noqa: SLF001  # its only way in
    return scheduler
