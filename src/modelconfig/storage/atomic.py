"""Write files atomically: each is replaced as a whole or not at all.

All files are staged beside their targets before the first one is renamed, so a full disk or a read-only folder leaves
every old file unchanged.
"""

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from errno import EISDIR
from pathlib import Path
from typing import Final

from modelconfig.diagnostics.problem import Problem, in_file
from modelconfig.errors import WriteError
from modelconfig.storage.files import unwritable

PRIVATE: Final = 0o600
"""The mode of a file with secrets: only its owner may read and write it."""
_ABANDONED_SECONDS: Final = 3600.0
"""Age after which a staged file belongs to a process that was killed."""


def write_atomically(path: Path, content: str | bytes, *, mode: int | None = None) -> None:
    """Replace one file, or create it. Raises WriteError, and then leaves the old content.

    `mode` is the file's mode from its first byte on; without it an old file keeps its mode, and a new one gets the
    default of the umask.
    """
    write_all({path: content}, mode=mode)


def write_all(contents: Mapping[Path, str | bytes], *, mode: int | None = None, durable: bool = True) -> None:
    """Replace several files: all are staged first, then renamed in the given order. Raises WriteError.

    Files that are not `durable` may be lost in a power failure, not when the process ends: for content that can be
    generated again.
    """
    with staging(contents, mode=mode, durable=durable) as put:
        for path in contents:
            put(path)


def try_write(contents: Mapping[Path, str | bytes], *, mode: int | None = None) -> Problem | None:
    """Replace several files as `write_all`; return why that failed, or None."""
    try:
        write_all(contents, mode=mode)
    except WriteError as failure:
        return failure.problem
    return None


@contextlib.contextmanager
def staging(
    contents: Mapping[Path, str | bytes], *, mode: int | None = None, durable: bool = True
) -> Iterator[Callable[[Path], None]]:
    """Stage the contents beside their targets, and yield a function that renames one of them to its target.

    At the end the remaining staged files are removed. Raises WriteError.
    """
    staged: dict[Path, tuple[Path, Path]] = {}

    def put(path: Path) -> None:
        temporary, target = staged[path]
        with os_errors_as_problems(target):
            temporary.replace(target)

    try:
        for path, content in contents.items():
            staged[path] = _stage(path, content, mode, durable=durable)
        yield put
    finally:
        for temporary, _ in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def remove_abandoned(path: Path) -> None:
    """Remove files that killed processes staged for a path."""
    with contextlib.suppress(OSError):
        for temporary in path.parent.glob(f".{path.name}.*.tmp"):
            if time.time() - temporary.lstat().st_mtime > _ABANDONED_SECONDS:
                temporary.unlink()


@contextlib.contextmanager
def os_errors_as_problems(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into a WriteError about `path`."""
    try:
        yield
    except OSError as os_error:
        raise WriteError(in_file([unwritable(os_error)], path.as_posix())[0]) from os_error


def _stage(path: Path, content: str | bytes, mode: int | None, *, durable: bool) -> tuple[Path, Path]:
    """Write the content beside the target of `path`, which may be a link; return the temporary file and the target."""
    with os_errors_as_problems(path):
        target = Path(os.path.realpath(path))  # unlike Path.resolve, this accepts a link to itself
        if target.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode is None and target.exists():
            mode = stat.S_IMODE(target.stat().st_mode)
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else PRIVATE & mode)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content.encode("utf-8") if isinstance(content, str) else content)
                stream.flush()
                if durable:
                    os.fsync(stream.fileno())
            if mode is not None:
                temporary.chmod(mode)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return temporary, target
