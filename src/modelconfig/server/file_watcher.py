"""Detect changes of files by checking their metadata several times a second.

Notifications of the operating system get lost on network file systems, bind mounts and replaced links, and are limited
in number. Checking would be needed beside them anyway, and it is cheap enough to do without them.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from modelconfig.diagnostics.problem import Problem
from modelconfig.server.http.background import log_exceptions

INTERVAL = 0.25
"""Seconds between two checks: a change is detected, read and merged within the promised second."""
_SETTLING = 0.05
"""Seconds in which a second change may not change a file's times, because the clocks of file systems are coarse."""

Signature = tuple[int, ...] | str


def signature(path: str) -> Signature:
    """Return a value that differs after a file, or the target of a link, was written, replaced or removed."""
    try:
        current = Path(path).stat()
    except OSError as error:
        return f"errno {error.errno}"
    except ValueError:
        return "no path"
    return (current.st_dev, current.st_ino, current.st_size, current.st_mtime_ns, current.st_ctime_ns)


def could_be_read(problems: Iterable[Problem]) -> bool:
    """Return whether the problems of a file are others than that it could not be read.

    That may pass without a change of the file, as when the process has too many open files.
    """
    return all(problem.code != "MC001" for problem in problems)


class Watch:
    """One file, and the function to call when it may have changed."""

    def __init__(self, path: str, changed: Callable[[], Awaitable[bool]]) -> None:
        """Start with the present state of the file; `changed` is awaited for every later state.

        It returns whether the file could be read. If not, or if it raises, it is awaited again at the next check.
        """
        self.path = path
        self._changed = changed
        self._known: Signature | None = signature(path)

    async def check(self) -> None:
        """Await `changed` if the file differs from the one that was read last."""
        current = signature(self.path)
        if current == self._known:
            return
        was_read = await self._changed()
        # The state before the file was read: the next check detects a change in between. A file that was written just
        # now may change again with the same times, so it is read again until it is settled. One that does not exist
        # cannot be read before its state changes.
        is_final = isinstance(current, str) or (was_read and _is_settled(current))
        self._known = current if is_final else None


def _is_settled(current: tuple[int, ...]) -> bool:
    return abs(time.time_ns() - max(current[3], current[4])) > _SETTLING * 1e9


async def watch(watches: list[Watch]) -> None:
    """Check the files until cancelled."""
    while True:
        await asyncio.sleep(INTERVAL)
        for watched in watches:
            await log_exceptions(watched.check())
