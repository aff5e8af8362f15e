"""Open a folder once, then read, create, replace and remove its files by name; links among them are never followed.

Between a check of a path and its use, another process can replace a folder of that path by a link. An open folder stays
the same. Systems that cannot open files relative to a folder, such as Windows, use paths.
"""

from __future__ import annotations

import contextlib
import os
import stat
import weakref
from errno import ELOOP
from typing import TYPE_CHECKING, Final

from modelconfig.storage.files import READ_FLAGS, read_and_close

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_OPENS_RELATIVE: Final = {os.open, os.stat, os.unlink, os.rename, os.mkdir} <= os.supports_dir_fd
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_BYTES: Final = getattr(os, "O_BINARY", 0)


class OpenFolder:
    """An open folder. Methods raise OSError. It is closed at the end of a `with` block, or when it is collected."""

    def __init__(self, path: Path, descriptor: int | None) -> None:
        """Take over an open descriptor; without one, files are opened by path."""
        self.path = path
        self.descriptor = descriptor
        self.is_new = False
        """Whether this process has just created it."""
        self.close = (lambda: None) if descriptor is None else weakref.finalize(self, os.close, descriptor)

    def __enter__(self) -> Self:
        """Return the folder, which the block closes."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the folder."""
        self.close()

    def open(self, name: str, flags: int, mode: int = 0o600) -> int:
        """Open a file and return its descriptor."""
        try:
            return os.open(self._location(name), flags | _BYTES | _NO_LINK, mode, dir_fd=self.descriptor)
        except OSError as os_error:
            if os_error.errno == ELOOP:
                raise OSError("it is a symbolic link, and links are not followed") from os_error
            raise

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a regular file of at most `limit` bytes."""
        return read_and_close(self.open(name, READ_FLAGS), limit)

    def status(self, name: str | None = None) -> os.stat_result:
        """Return the metadata of a file, or of a link itself; without a name, those of the folder."""
        if name is not None:
            return os.stat(self._location(name), dir_fd=self.descriptor, follow_symlinks=False)
        return self.path.stat() if self.descriptor is None else os.fstat(self.descriptor)

    def exists(self, name: str) -> bool:
        """Return whether a file of any kind has the name."""
        try:
            self.status(name)
        except FileNotFoundError:
            return False
        return True

    def is_link(self, name: str) -> bool:
        """Return whether a link has the name."""
        return self.exists(name) and stat.S_ISLNK(self.status(name).st_mode)

    def names(self) -> list[str]:
        """Return the names of all files, sorted."""
        # pathlib lists no open folder.
        return sorted(os.listdir(self.path if self.descriptor is None else self.descriptor))  # noqa: PTH208

    def replace(self, old: str, new: str) -> None:
        """Rename a file; another one of the new name is replaced, also if it is a link."""
        locations = self._location(old), self._location(new)
        os.replace(*locations, src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def remove(self, name: str) -> None:
        """Remove a file, or a link itself."""
        os.unlink(self._location(name), dir_fd=self.descriptor)

    def subfolder(self, name: str, *, create: bool = False) -> OpenFolder:
        """Open a folder in this one, which is not a link; `create` it for its owner only if it is missing."""
        if create:
            with contextlib.suppress(FileExistsError):
                os.mkdir(self._location(name), 0o700, dir_fd=self.descriptor)
        descriptor = self.open(name, _FOLDER) if _OPENS_RELATIVE else None
        return OpenFolder(self.path / name, descriptor)

    def set_mode(self, mode: int) -> None:
        """Set the mode of the folder, where the system supports that."""
        if self.descriptor is not None:
            os.fchmod(self.descriptor, mode)

    def flush(self) -> None:
        """Flush the names of the files to disk, where the system supports that."""
        if self.descriptor is not None:
            with contextlib.suppress(OSError):
                os.fsync(self.descriptor)

    def _location(self, name: str) -> str:
        return name if self.descriptor is not None else str(self.path / name)


def open_folder(path: Path, *, create: bool = False, listed: bool = False) -> OpenFolder:
    """Open a folder, also through links: its path is the choice of the user. `create` it if it is missing.

    One that is not to be `listed` or locked needs no permission for that. Raises OSError.
    """
    is_new = create and _create(path)
    if not _OPENS_RELATIVE:
        next(path.iterdir(), None)  # raises the error of the system if it is not a folder
        return OpenFolder(path, None)
    # Another user may have replaced a new folder by a link.
    flags = _FOLDER | (_NO_LINK if is_new else 0)
    try:
        descriptor = os.open(path, flags)
    except PermissionError:
        if listed:
            raise
        descriptor = os.open(path, flags | getattr(os, "O_PATH", 0))
    folder = OpenFolder(path, descriptor)
    folder.is_new = is_new
    return folder


def _create(path: Path) -> bool:
    """Create a folder, and return whether it was missing."""
    try:
        path.mkdir(parents=True)
    except OSError:
        if path.is_dir():
            return False
        raise
    return True
