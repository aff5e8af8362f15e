"""Serve an application in its own thread, so that it answers while the main thread is busy with other requests."""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from modelconfig.server.http.app import App
from modelconfig.server.http.worker import HttpWorker


class ThreadedWorker:
    """An HttpWorker with its own event loop and thread, used like one."""

    ended: asyncio.Future[None]
    """Done in the event loop of `start` when the worker has stopped and the earlier requests are answered."""

    def __init__(self, app: App, listening: socket.socket, connections: int) -> None:
        """Prepare the worker. Functions of the application are called in its thread."""
        self._worker = (app, listening, connections)
        self._stop: Callable[[], object] = lambda: None

    async def start(self, loop_factory: Callable[[], asyncio.AbstractEventLoop] | None) -> None:
        """Accept connections from now on."""
        loop = asyncio.get_running_loop()
        self.ended, started = loop.create_future(), asyncio.Event()

        def call(function: Callable[..., object], *arguments: object) -> None:
            # The main thread ends without a worker that does not end in time.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(function, *arguments)

        async def serve() -> None:
            worker = HttpWorker(*self._worker)
            await worker.start()
            own_loop = asyncio.get_running_loop()
            self._stop = lambda: own_loop.call_soon_threadsafe(worker.stop)
            call(started.set)
            await worker.ended

        def run() -> None:
            try:
                with asyncio.Runner(loop_factory=loop_factory) as runner:
                    runner.run(serve())
            except Exception as error:  # noqa: BLE001  # raised in the main thread
                call(self.ended.set_exception, error)
            else:
                call(self.ended.set_result, None)
            call(started.set)

        # A daemon, because a client may never read its response.
        threading.Thread(target=run, name="operators", daemon=True).start()
        await started.wait()

    def stop(self) -> None:
        """Accept no more connections, and end after the last response."""
        with suppress(RuntimeError):  # it has ended already
            self._stop()
