"""Lock a folder for one run at a time; the folder itself is locked, so that no lock file remains.

The system releases the lock when the process ends, in any way. Some network file systems and Windows have no such lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from modelconfig.storage.open_folder import OpenFolder


def try_lock(folder: OpenFolder) -> bool | None:
    """Lock a folder until it is closed. Return whether that succeeded: False for another lock, None without support."""
    return _lock(folder, wait=False)


def lock(folder: OpenFolder, waiting: Callable[[], None]) -> bool:
    """Lock a folder until it is closed, after other runs have ended; return whether the system supports that.

    `waiting` is called if another run has the lock. Without support each file is still written atomically, but two runs
    at once may leave files of both.
    """
    locked = _lock(folder, wait=False)
    if locked is False:
        waiting()
        locked = _lock(folder, wait=True)
    return locked is True


def _lock(folder: OpenFolder, *, wait: bool) -> bool | None:
    if folder.descriptor is None:
        return None
    try:
        import fcntl

        fcntl.flock(folder.descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except (ModuleNotFoundError, OSError):
        return None
    return True
