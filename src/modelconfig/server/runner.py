"""Run a program in a process: the event loop, the signals, and an orderly shutdown."""

import asyncio
import gc
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any, Protocol

from modelconfig.server.http.app import App
from modelconfig.server.http.background import log_exceptions
from modelconfig.server.http.logs import event
from modelconfig.server.http.threaded_worker import ThreadedWorker
from modelconfig.server.http.worker import HttpWorker
from modelconfig.server.listeners import Listeners
from modelconfig.server.open_files import allowed_connections
from modelconfig.server.service_manager import READY, STOPPING, notify

LOGGER = logging.getLogger("modelconfig.server")
DRAIN_SECONDS = 10.0
"""Time limit for unfinished responses after the process was asked to stop."""
CLOSE_SECONDS = 2.0
"""Time limit for the threads of the event loop after the last response."""
ADMIN_CONNECTIONS = 32
"""Connections of operators, beside those of clients."""
_SWITCH_SECONDS = 0.0003
"""Seconds for which a thread that runs Python code keeps another one waiting; by default 0.005."""


class Program(Protocol):
    """A server: its application and its background tasks."""

    app: App
    """What clients get."""
    admin: App
    """What operators get, at another address."""

    async def prepare(self) -> None:
        """Prepare the first response, without sending requests to other servers."""

    def tasks(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return the tasks that run from the first response until shutdown."""

    async def reload(self) -> None:
        """Read everything again, on request."""


def run(program: Program, listeners: Listeners) -> None:
    """Serve until SIGTERM or SIGINT; read everything again on SIGHUP. Raises DocumentInvalid (MC471)."""
    connections = allowed_connections()
    _use_batch_scheduling()
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_serve(program, listeners, connections))
        # Closing the loop waits for threads, and one that waits for a name server cannot be ended.
        exit_anyway = threading.Timer(CLOSE_SECONDS, os._exit, [0])
        exit_anyway.daemon = True
        exit_anyway.start()
    exit_anyway.cancel()


async def _serve(program: Program, listeners: Listeners, connections: int) -> None:
    loop = asyncio.get_running_loop()
    stop_requested, reload_requested = asyncio.Event(), asyncio.Event()
    # Handle signals before slow work begins, so that a signal in the meantime is not lost.
    _on_signals(loop, stop_requested.set, reload_requested.set)
    await program.prepare()
    workers: list[HttpWorker | ThreadedWorker] = []
    if listeners.admin is not None:
        connections -= ADMIN_CONNECTIONS
        address = _address_fields(listeners.admin)
        # In another thread, so that operators do not wait for all responses to clients. With 10,000 clients, the
        # slowest hundredth of their responses took a quarter of the time that it took with Python's default interval.
        sys.setswitchinterval(_SWITCH_SECONDS)
        admin = ThreadedWorker(program.admin, listeners.admin, ADMIN_CONNECTIONS)
        workers.append(admin)
        await admin.start(_loop_factory())
        event(LOGGER, logging.INFO, "listening for operators", **address)
    address = _address_fields(listeners.public)
    worker = HttpWorker(program.app, listeners.public, connections)
    workers.append(worker)
    await worker.start()
    event(LOGGER, logging.INFO, "listening", **address)
    notify(READY)
    # Exclude what lives until shutdown from garbage collection.
    gc.collect()
    gc.freeze()
    tasks = [*program.tasks(), _reload(program, reload_requested)]
    background_tasks = [loop.create_task(log_exceptions(task)) for task in tasks]
    try:
        ends: list[asyncio.Future[Any]] = [
            loop.create_task(stop_requested.wait()),
            *(worker.ended for worker in workers),
        ]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in background_tasks:
            task.cancel()
        await asyncio.gather(*background_tasks, return_exceptions=True)
        await _drain(workers)


def _address_fields(listening: socket.socket) -> dict[str, Any]:
    """Return the fields of a log line about a socket."""
    host, port = listening.getsockname()[:2]
    return {"url": f"http://{f'[{host}]' if ':' in host else host}:{port}/", "port": port}


async def _reload(program: Program, requested: asyncio.Event) -> None:
    """Reload on request, until cancelled: once for all requests that arrive during the previous reload."""
    while True:
        await requested.wait()
        requested.clear()
        event(LOGGER, logging.INFO, "reloading")
        await log_exceptions(program.reload())


async def _drain(workers: Sequence[HttpWorker | ThreadedWorker]) -> None:
    """End after the last response. Raises what has ended a worker, if anything has."""
    event(LOGGER, logging.INFO, "ending", seconds=DRAIN_SECONDS)
    notify(STOPPING)
    for worker in workers:
        worker.stop()
    try:
        await asyncio.wait_for(asyncio.gather(*(worker.ended for worker in workers)), DRAIN_SECONDS)
    except TimeoutError:
        event(LOGGER, logging.WARNING, "ended with unfinished responses")
    event(LOGGER, logging.INFO, "ended")


def _on_signals(loop: asyncio.AbstractEventLoop, end: Callable[[], None], reload: Callable[[], None]) -> None:
    for signal_name, handler in (("SIGTERM", end), ("SIGINT", end), ("SIGHUP", reload)):
        number = getattr(signal, signal_name, None)
        if number is not None:
            # Some event loops and systems do not support this; there the signal has its default effect.
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, handler)


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def _use_batch_scheduling() -> None:
    """Schedule threads as a batch, so that a thread that wakes up does not preempt another.

    One thread reads and writes, another one makes responses. If they share a core, each response would wake the first
    thread, which would preempt the second: two context switches for each response, a quarter of all work. New threads
    inherit the policy.
    """
    if sys.platform != "linux":
        return
    # Some sandboxes and C libraries (musl) have no scheduling policies; there nothing changes.
    with suppress(OSError):
        # Keep another policy that the process was started with.
        if os.sched_getscheduler(0) == os.SCHED_OTHER:
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
