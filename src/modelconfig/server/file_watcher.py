"""Which files have changed: a look at their metadata several times a second.

Notifications of the operating system get lost on network file systems, bind mounts and exchanged links, and run out
when many programs watch; so this look would be needed beside them anyway, and it is cheap enough to do without them.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING

from modelconfig.server.http.background import log_exceptions

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

INTERVAL = 0.25
"""Seconds between two looks: a change is seen, read and merged within the second that is promised."""
_SETTLING = 0.05
"""Seconds in which a second change may leave no trace in a file's times, because clocks of file systems are coarse."""

Signature = tuple[int, ...] | str


def signature(path: str) -> Signature:
    """Return what differs when a file, or what a link to it leads to, was written, replaced or taken away."""
    try:
        found = Path(path).stat()
    except OSError as why:
        return f"errno {why.errno}"
    except ValueError:
        return "no path"
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


class Watch:
    """One file, and what is to be done when it may have changed."""

    def __init__(self, path: str, changed: Callable[[], Awaitable[None]]) -> None:
        """Take the file as it is now as known; `changed` is awaited for every later state of it."""
        self.path = path
        self._changed = changed
        self._known: Signature | None = signature(path)

    def forget(self) -> None:
        """Treat the file as changed at the next look."""
        self._known = None

    async def look(self) -> None:
        """Tell if the file is another one than at the last look."""
        found = signature(self.path)
        if found == self._known:
            return
        # Taken down before the file is read: a change in between is then seen at the next look. A file that was
        # written just now may change again without a trace, so it is not known before it has been left alone.
        self._known = found if _settled(found) else None
        await self._changed()


def _settled(found: Signature) -> bool:
    return isinstance(found, str) or abs(time.time_ns() - max(found[3], found[4])) > _SETTLING * 1e9


async def watch(watches: list[Watch]) -> None:
    """Look at the files until cancelled."""
    while True:
        await asyncio.sleep(INTERVAL)
        for one in watches:
            await log_exceptions(one.look())
