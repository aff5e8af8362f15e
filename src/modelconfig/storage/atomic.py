"""Write files atomically: each is replaced as a whole or not at all.

All files are staged beside their targets before the first one is renamed, so a full disk or a read-only folder leaves
every old file unchanged. A link is never followed and never replaced: it is an error.
"""

import contextlib
import os
import re
import stat
import time
from collections.abc import Callable, Container, Iterator, Mapping
from errno import EISDIR
from pathlib import Path
from typing import Final

from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.errors import WriteError
from modelconfig.storage.files import unwritable
from modelconfig.storage.open_folder import OpenFolder, open_folder

_DEFAULT: Final = 0o666
PRIVATE: Final = 0o600
"""The mode of a file with secrets: only its owner may read and write it."""
_STAGED: Final = re.compile(r"\.(.+)\.[0-9a-f]{8}\.tmp", re.DOTALL)
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

    Missing folders are created. Files that are not `durable` may be lost in a power failure, not when the process ends:
    for content that can be generated again.
    """
    put: dict[Path, Callable[[str], None]] = {}
    with contextlib.ExitStack() as stack:
        for path in contents:
            if path.parent not in put:
                with os_errors_as_problems(path):
                    folder = stack.enter_context(open_folder(path.parent, create=True))
                siblings = {other.name: contents[other] for other in contents if other.parent == path.parent}
                put[path.parent] = stack.enter_context(staging(folder, siblings, mode=mode, durable=durable))
        for path in contents:
            put[path.parent](path.name)


def try_write(contents: Mapping[Path, str | bytes], *, mode: int | None = None) -> Problem | None:
    """Replace several files as `write_all`; return why that failed, or None."""
    try:
        write_all(contents, mode=mode)
    except WriteError as failure:
        return failure.problem
    return None


@contextlib.contextmanager
def staging(
    folder: OpenFolder, contents: Mapping[str, str | bytes], *, mode: int | None = None, durable: bool = True
) -> Iterator[Callable[[str], None]]:
    """Stage the contents beside the files of these names, and yield a function that renames one of them to its name.

    At the end the remaining staged files are removed, and at the start those of killed processes. Raises WriteError.
    """
    remove_abandoned(folder, contents)
    staged: dict[str, str] = {}

    def put(name: str) -> None:
        with os_errors_as_problems(folder.path / name):
            folder.replace(staged[name], name)

    try:
        for name, content in contents.items():
            with os_errors_as_problems(folder.path / name):
                staged[name] = _stage(folder, name, content, mode, durable=durable)
        yield put
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                folder.remove(temporary)


def remove_abandoned(folder: OpenFolder, names: Container[str]) -> None:
    """Remove files that killed processes staged for files of these names."""
    with contextlib.suppress(OSError):
        for temporary in folder.names():
            staged = _STAGED.fullmatch(temporary)
            if staged is None or staged[1] not in names:
                continue
            if time.time() - folder.status(temporary).st_mtime > _ABANDONED_SECONDS:
                folder.remove(temporary)


@contextlib.contextmanager
def os_errors_as_problems(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into a WriteError about `path`."""
    try:
        yield
    except OSError as os_error:
        raise WriteError(in_file([unwritable(os_error)], path.as_posix())[0]) from os_error


def reject_link(folder: OpenFolder, name: str) -> None:
    """Raise WriteError if the file is a link: what it links to was not named, and another user may have made it."""
    if folder.is_link(name):
        hint = "Remove the link, or specify the file that it links to."
        problem = error("MC477", "this is a symbolic link, and links are not followed", hint=hint)
        raise WriteError(in_file([problem], (folder.path / name).as_posix())[0])


def _stage(folder: OpenFolder, name: str, content: str | bytes, mode: int | None, *, durable: bool) -> str:
    """Write the content beside the file of this name, and return the name of the temporary file."""
    reject_link(folder, name)
    old_mode = folder.status(name).st_mode if folder.exists(name) else None
    if not name or (old_mode is not None and stat.S_ISDIR(old_mode)):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    if mode is None and old_mode is not None:
        mode = stat.S_IMODE(old_mode)
    temporary = f".{name}.{os.urandom(4).hex()}.tmp"
    handle = folder.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _DEFAULT if mode is None else PRIVATE & mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)
            stream.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(stream.fileno(), mode)
            if durable:
                os.fsync(stream.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            folder.remove(temporary)
        raise
    return temporary
