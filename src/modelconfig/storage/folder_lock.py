"""Lock a folder for one run at a time; the folder itself is locked, so that no lock file remains."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@contextlib.contextmanager
def locked(folder: Path, waiting: Callable[[], None]) -> Iterator[bool]:
    """Lock a folder after other runs have ended, and yield whether the system supports that.

    `waiting` is called if another run has the lock. The system releases the lock when the process ends, in any way.
    Some network file systems and Windows have no such lock; there each file is still written atomically, but two runs
    at once may leave files of both.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _lock(handle, waiting)
    finally:
        os.close(handle)


def _lock(handle: int, waiting: Callable[[], None]) -> bool:
    try:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
    except (ModuleNotFoundError, OSError):
        return False
    return True
