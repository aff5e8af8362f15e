"""Work beside the answers whose faults must be seen and must not end what goes on around it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from modelconfig.server.http.logs import event

if TYPE_CHECKING:
    from collections.abc import Awaitable

LOGGER = logging.getLogger("modelconfig.server")


async def log_exceptions(work: Awaitable[Any]) -> None:
    """Await some work; log a fault of ours in it."""
    try:
        await work
    except Exception as why:  # noqa: BLE001  # whatever it is, what is served goes on
        log_exception(why)


def log_exception(why: Exception) -> None:
    """Log a fault of ours by its kind and place. Its text is not logged, because it may quote what was read."""
    event(LOGGER, logging.ERROR, "internal fault", error=type(why).__name__, at=_place(why))


def _place(why: BaseException) -> str:
    """Return where an exception was raised: module and line."""
    trace = why.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
