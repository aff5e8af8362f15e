"""One run at a time in a folder: the folder itself is locked, so that no file is left behind."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextlib.contextmanager
def locked(folder: Path, waiting: Callable[[], None]) -> Iterator[bool]:
    """Hold a folder for this run, after other runs have ended, and tell whether the system could promise that.

    The system gives the lock back when a process ends, however it does. Some network file systems and Windows have no
    such lock; there each file is whole all the same, but two runs at once may leave those of both.
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
    flock: Callable[[int, int], None], handle: int, exclusive: int, at_once: int, waiting: Callable[[], None]
) -> bool:
    try:
        flock(handle, exclusive | at_once)
    except BlockingIOError:
        waiting()
        with contextlib.suppress(OSError):
            flock(handle, exclusive)
            return True
        return False
    except OSError:
        return False
    return True
