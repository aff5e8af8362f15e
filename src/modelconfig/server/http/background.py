"""Run work in the background and log its exceptions, which must not stop the server."""

import asyncio
import logging
from collections.abc import Awaitable
from traceback import walk_tb
from typing import Any

from modelconfig.server.http.logs import event

LOGGER = logging.getLogger("modelconfig.server")


_RUNNING: set[asyncio.Task[None]] = set()


def start(work: Awaitable[Any]) -> None:
    """Run some work in the running event loop, without waiting for it, and log an exception in it."""
    task = asyncio.get_running_loop().create_task(log_exceptions(work))
    # The event loop has only weak references to tasks.
    _RUNNING.add(task)
    task.add_done_callback(_RUNNING.discard)


async def log_exceptions(work: Awaitable[Any]) -> None:
    """Await some work, and log an exception in it."""
    try:
        await work
    except Exception as error:  # noqa: BLE001  # the server keeps serving
        log_exception(error)


def log_exception(error: Exception) -> None:
    """Log the type and location of an exception. Its text is not logged, because it may quote input."""
    *_, (frame, line) = walk_tb(error.__traceback__)
    location = f"{frame.f_globals.get('__name__')}:{line}"
    event(LOGGER, logging.ERROR, "internal error", error=type(error).__name__, at=location)
