"""Lock a folder for one run at a time; the folder itself is locked, so that no lock file remains."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextlib.contextmanager
def locked(folder: Path, waiting: Callable[[], None]) -> Iterator[bool]:
    """Lock a folder after other runs have ended, and yield whether the system supports that.

    The system releases the lock when the process ends, in any way. Some network file systems and Windows have no such
    lock; there each file is still written atomically, but two runs at once may leave files of both.
    """
    try:
        import fcntl
    except ModuleNotFoundError:
        yield False
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _lock(fcntl.flock, handle, fcntl.LOCK_EX, fcntl.LOCK_NB, waiting)
    finally:
        os.close(handle)


def _lock(
    flock: Callable[[int, int], None], handle: int, exclusive: int, nonblocking: int, waiting: Callable[[], None]
) -> bool:
    try:
        flock(handle, exclusive | nonblocking)
    except BlockingIOError:
        waiting()
        with contextlib.suppress(OSError):
            flock(handle, exclusive)
            return True
        return False
    except OSError:
        return False
    return True
