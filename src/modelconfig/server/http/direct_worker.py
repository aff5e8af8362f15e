"""Serve an application with granian's private worker, in the thread that reads requests.

The documented interface makes a task in the event loop for each request, which costs as much as the rest of a response.
Most responses are prepared, so this worker sends them at once, and only the others go to the event loop.

This is the only file that uses what granian does not document. With a granian that lacks some of it, the worker cannot
be made, and the server uses `EmbeddedWorker` instead.
"""

import asyncio
import os
import socket
from collections.abc import Callable
from typing import Any

from granian import _granian

from modelconfig.server.http.app import App
from modelconfig.server.http.background import log_exception
from modelconfig.server.http.worker import BACKLOG, CONNECTIONS, HTTP1

NATIVE: Any = _granian
"""Granian's compiled part, whose stub leaves out most of what is used here."""


class DirectWorker:
    """Granian's worker on a given socket, with a scheduler that makes no tasks."""

    interface = "private"

    def __init__(self, app: App, listening: socket.socket) -> None:
        """Prepare the worker in the running event loop. Raises an exception of any type if granian is another one."""
        self._loop = asyncio.get_running_loop()
        self.ended: asyncio.Future[None] = self._loop.create_future()
        self._signal = NATIVE.WorkerSignal()
        # The other arguments are for granian's own tasks.
        self._scheduler = NATIVE.CallbackScheduler(self._loop, app, None, None, None)
        self._scheduler._schedule_fn = _schedule_function(app, self._loop)  # noqa: SLF001  # the only way to set it
        # A copy, because granian closes it at the end.
        descriptor = os.dup(listening.fileno())
        try:
            self._serve = NATIVE.RSGIWorker(
                worker_id=1,
                sock=(None, NATIVE.SocketHolder(descriptor, False, BACKLOG)),
                ipc=None,
                backpressure=CONNECTIONS,
                http_mode="1",
                http1_opts=HTTP1,
                metrics=(None, None),
            ).serve_async
        except Exception:
            # An open copy would accept connections that nothing answers.
            os.close(descriptor)
            raise

    async def start(self) -> None:
        """Accept connections from now on."""
        self._signal.add_cb(lambda: self._loop.call_soon_threadsafe(self.ended.set_result, None))
        self._serve(self._scheduler, self._loop, self._signal)

    def stop(self) -> None:
        """Accept no more connections, and end after the last response."""
        self._signal.set()


def _schedule_function(app: App, loop: asyncio.AbstractEventLoop) -> Callable[[Any], None]:
    """Return the function that granian calls for each request, always in the same thread."""

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

    return schedule
