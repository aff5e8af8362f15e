"""The folder that a server saves its files in: a subfolder for its user only, in a folder that others may write.

Files of other users, and links, are not used: another user could have made them.
"""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING, Final

from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.storage.folder_lock import try_lock
from modelconfig.storage.open_folder import OpenFolder, open_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME: Final = "modelconfig"
_PRIVATE: Final = 0o700
_OTHERS: Final = 0o077


class FolderRejectedError(OSError):
    """The folder must not be used."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem, whose message is the reason."""
        super().__init__(problem.message)
        self.problem = problem


class PrivateFolder:
    """The subfolder, with mode 0700, of a folder that an operator names.

    An `exclusive` one is locked against other processes while this object exists.
    """

    def __init__(self, parent: Path, *, exclusive: bool = False) -> None:
        """Open nothing yet."""
        self.path = parent / NAME
        self._exclusive = exclusive
        self._locked: OpenFolder | None = None

    def claim(self) -> list[Problem]:
        """Create and lock the folder; return why it must not be used.

        An error of the system is not a problem yet: it is found again when a file is read or written.
        """
        try:
            with self.opened(create=True):
                return []
        except FolderRejectedError as rejected:
            return [rejected.problem]
        except OSError:
            return []

    @contextlib.contextmanager
    def opened(self, *, create: bool = False) -> Iterator[OpenFolder]:
        """Open the folder, or `create` it. Raises OSError; FolderRejectedError if it must not be used."""
        with open_folder(self.path.parent, create=create) as parent:
            folder = self._subfolder(parent, create=create)
        try:
            if self._exclusive and not self._is_locked(folder):
                if try_lock(folder) is False:
                    hint = "Stop the other instance, or give each instance its own --cache-dir."
                    raise self._rejected("MC479", "another running instance uses this cache folder", hint)
                self._locked = folder
            yield folder
        finally:
            if folder is not self._locked:
                folder.close()

    def _subfolder(self, parent: OpenFolder, *, create: bool) -> OpenFolder:
        is_new = not parent.exists(NAME)
        if not is_new:
            # Another user's folder may not be open to this one; this finds the reason.
            self._check(parent.status(NAME))
        folder = parent.subfolder(NAME, create=is_new and create)
        try:
            # The opened folder may be another one.
            self._check(folder.status())
            _restrict(folder, is_new=is_new)
        except BaseException:
            folder.close()
            raise
        return folder

    def _check(self, status: os.stat_result) -> None:
        hint = "Remove it, or specify another --cache-dir. Another user may have created it to plant files."
        if stat.S_ISLNK(status.st_mode):
            raise self._rejected("MC478", "the cache folder is a symbolic link, and links are not followed", hint)
        if not _is_own(status):
            raise self._rejected("MC478", "the cache folder is owned by another user", hint)

    def _rejected(self, code: str, message: str, hint: str) -> FolderRejectedError:
        return FolderRejectedError(in_file([error(code, message, hint=hint)], self.path.as_posix())[0])

    def _is_locked(self, folder: OpenFolder) -> bool:
        """Return whether this object has locked the folder, and not an earlier one at its path."""
        return self._locked is not None and os.path.samestat(self._locked.status(), folder.status())


def _restrict(folder: OpenFolder, *, is_new: bool) -> None:
    """Take the rights of other users to a folder."""
    mode = stat.S_IMODE(folder.status().st_mode)
    if is_new or mode & _OTHERS:
        # After a mount, all files of a volume may belong to a group.
        folder.set_mode(_PRIVATE if is_new else mode & _PRIVATE)
        if folder.descriptor is not None and folder.status().st_mode & _OTHERS:
            raise OSError("this file system does not restrict access to one user (mode 0700)")


def read_own(folder: OpenFolder, name: str, limit: int) -> bytes:
    """Return the bytes of a file of this user, as `OpenFolder.read`."""
    if not _is_own(folder.status(name)):
        raise OSError("another user owns it")
    return folder.read(name, limit)


def _is_own(status: os.stat_result) -> bool:
    """Return whether the user of this process owns a file; always, where files have no such owner."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
