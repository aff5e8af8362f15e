"""Granian's worker for HTTP, on a socket of ours and within our event loop.

Granian's own server makes a task of the event loop of every request, which costs as much as all else that an answer
takes. Contents are prepared, so here they are handed out by the thread that brings the request, and only what is left
goes to the loop. That server would also open a socket that another process can share unnoticed.
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
"""Connections that may wait to be accepted; the kernel has a limit of its own, often the same."""
CONNECTIONS = 1 << 20
"""Connections at a time: as many as the process may open files. Idle ones cost little."""
HEADER_SECONDS = 15
"""How long a client may take to send a request's header."""

NATIVE: Any = _granian
"""Granian's compiled part, whose stub leaves out most of what is used here."""


class HttpWorker:
    """Reads requests, and has them answered by an application."""

    def __init__(self, app: App, listening: socket.socket) -> None:
        """Do nothing yet."""
        self._app = app
        self._listening = listening
        self._signal = NATIVE.WorkerSignal()

    async def serve(self) -> None:
        """Answer until `stop` is called and what was asked before is answered."""
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        self._signal.add_cb(lambda: loop.call_soon_threadsafe(ended.set))
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
        await ended.wait()

    def stop(self) -> None:
        """Accept no more connections, and end when there is nothing left to answer."""
        self._signal.set()


def _scheduler(app: App, loop: asyncio.AbstractEventLoop) -> Any:
    """Return what granian calls for each request, always from the same one thread."""

    def schedule(asked: Any) -> None:
        try:
            later = app.answer(asked.scope, asked.proto)
            if later is not None:
                loop.call_soon_threadsafe(finish, later, asked)
                return
        except Exception as why:  # noqa: BLE001  # the client gets a 500, and the server goes on
            log_exception(why)
        asked.done()

    def finish(later: Callable[[], None], asked: Any) -> None:
        try:
            later()
        except Exception as why:  # noqa: BLE001  # as above
            log_exception(why)
        asked.done()

    # The rest is for tasks of granian's own.
    scheduler = NATIVE.CallbackScheduler(loop, app, None, None, None)
    scheduler._schedule_fn = schedule  # noqa: SLF001  # its only way in
    return scheduler
