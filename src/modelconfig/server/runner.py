"""From a program to a process that serves it: the socket, the event loop, the signals, and an orderly end."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from modelconfig.server.http.background import log_exceptions
from modelconfig.server.http.logs import event
from modelconfig.server.http.worker import BACKLOG, HttpWorker

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from modelconfig.server.http.app import App

LOGGER = logging.getLogger("modelconfig.server")
DRAIN_SECONDS = 10.0
"""How long answers that are on their way may take to arrive after the process was told to end."""


class Program(Protocol):
    """What is served, and what goes on beside it."""

    app: App

    async def prepare(self) -> None:
        """Do what must be done before the first answer. Nothing is fetched here."""

    def tasks(self) -> Sequence[Coroutine[Any, Any, None]]:
        """Return what is to go on from the first answer until the end."""

    async def reload(self) -> None:
        """Read everything again, because somebody asked for it."""


class CannotListen(Exception):
    """The address cannot be had; the message says why and what to do."""


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 is any free one. Raises CannotListen."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        opened = socket.socket(family, kind, protocol)
        try:
            # A server that ended a moment ago leaves its port in waiting.
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            opened.bind(address)
            opened.listen(BACKLOG)
            opened.setblocking(False)
        except BaseException:
            opened.close()
            raise
    except (OSError, OverflowError) as why:
        reason = why.strerror if isinstance(why, OSError) and why.strerror else str(why)
        message = f"cannot listen on {host} port {port}: {reason}. Choose another address with --host and --port."
        raise CannotListen(message) from why
    return opened


def run(program: Program, listening: socket.socket) -> None:
    """Serve until the process is told to end (SIGTERM, SIGINT); read everything again on SIGHUP."""
    _raise_file_limit()
    _take_turns()
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_serve(program, listening))


async def _serve(program: Program, listening: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    ending = asyncio.Event()
    reloading: set[asyncio.Task[None]] = set()

    def reload() -> None:
        event(LOGGER, logging.INFO, "reloading")
        task = loop.create_task(log_exceptions(program.reload()))
        reloading.add(task)
        task.add_done_callback(reloading.discard)

    # Before anything takes its time: whoever asks to reload meanwhile is not heard too early, but heard.
    _on_signals(loop, ending.set, reload)
    await program.prepare()
    server = HttpWorker(program.app, listening)
    serving = loop.create_task(server.serve())
    host, port = listening.getsockname()[:2]
    event(LOGGER, logging.INFO, "listening", url=f"http://{f'[{host}]' if ':' in host else host}:{port}/", port=port)
    # What lives until the end need not be looked through for garbage again and again.
    gc.collect()
    gc.freeze()
    beside = [loop.create_task(log_exceptions(task)) for task in program.tasks()]
    try:
        await asyncio.wait([serving, loop.create_task(ending.wait())], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        await _drain(server, serving)


async def _drain(server: HttpWorker, serving: asyncio.Task[None]) -> None:
    event(LOGGER, logging.INFO, "ending", seconds=DRAIN_SECONDS)
    server.stop()
    _, late = await asyncio.wait([serving], timeout=DRAIN_SECONDS)
    if late:
        event(LOGGER, logging.WARNING, "ended with answers on their way")
    event(LOGGER, logging.INFO, "ended")


def _on_signals(loop: asyncio.AbstractEventLoop, end: Callable[[], None], reload: Callable[[], None]) -> None:
    for name, act in (("SIGTERM", end), ("SIGINT", end), ("SIGHUP", reload)):
        number = getattr(signal, name, None)
        if number is not None:
            # Some event loops and systems have no such thing; there the process ends as any other.
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, act)


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def _raise_file_limit() -> None:
    """Allow as many open connections as the system lets us."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _take_turns() -> None:
    """Let no thread take the core from another at the moment it is woken.

    One thread reads and writes, another one answers. Where they share a core, each answer would wake the first, which
    would send it before the next is made: two switches for each, a quarter of all work. Threads to come inherit this.
    """
    if sys.platform != "linux":
        return
    # Some sandboxes and C libraries (musl) know no policies; there it stays as it is.
    with suppress(OSError):
        # Whoever started us under another policy knows why.
        if os.sched_getscheduler(0) == os.SCHED_OTHER:
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
