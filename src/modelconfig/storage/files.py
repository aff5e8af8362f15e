"""Read regular files within a size limit, and turn errors of the operating system into problems."""

import os
import re
import stat
from errno import EISDIR
from typing import BinaryIO, Final

from modelconfig.diagnostics.credentials import without_query_credentials, without_user_info
from modelconfig.diagnostics.problem import Problem, error

READ_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""The flags to open a file for reading. Opening a pipe would otherwise block until another process writes to it."""
LOCAL_SIZE_LIMIT: Final = 256 << 20
"""The most bytes that a command reads from a file, a device or standard input. Some devices never end."""
# Not all that is allowed at once, because Python reserves the memory before it reads.
_READ_SIZE: Final = 1 << 20
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:/{1,2}[^/]", re.ASCII)


def is_url(path: str) -> bool:
    """Return whether a path is a URL; `pathlib` makes one slash of two."""
    return _URL.match(path) is not None


def shown_url(url: str) -> str:
    """Return a URL as it may be printed: without credentials."""
    return without_query_credentials(without_user_info(url))


def url_instead_of_file() -> Problem:
    """Return the problem of a URL in place of a file."""
    hint = "Download it, for example with `curl --output FILE URL`, and specify the file."
    return error("MC001", "this is a URL; only files and standard input (-) can be read", hint=hint)


class TooLarge(OSError):
    """A file has more bytes than allowed. The message says how many are allowed."""


def read_regular_file(path: str | os.PathLike[str], limit: int) -> bytes:
    """Return the bytes of a regular file. Raises OSError, also for another kind of file.

    A server must neither wait for a pipe nor run out of memory. Raises TooLarge for more than `limit` bytes, and
    ValueError for a path with a null character.
    """
    return read_and_close(os.open(path, READ_FLAGS), limit)


def read_and_close(handle: int, limit: int) -> bytes:
    """Return the bytes of an open file, as `read_regular_file`."""
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        if not stat.S_ISREG(mode):
            raise OSError("it is not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            return read_stream(stream, limit)
    finally:
        os.close(handle)


def read_stream(stream: BinaryIO, limit: int) -> bytes:
    """Return the bytes up to the end of a stream. Raises TooLarge for more than `limit` bytes."""
    parts, size = [], 0
    while part := stream.read(_READ_SIZE):
        size += len(part)
        if size > limit:
            raise TooLarge(f"it is larger than {limit} bytes")
        parts.append(part)
    return b"".join(parts)


def os_reason(os_error: OSError) -> str:
    """Return the reason of an error in the words of the operating system, which contain no path and no address."""
    reason = os.strerror(os_error.errno) if os_error.errno else str(os_error) or "no reason given"
    return reason[0].lower() + reason[1:]


def unreadable(os_error: OSError) -> Problem:
    """Return the problem of a file that cannot be read."""
    match os_error:
        case FileNotFoundError():
            hint = "Check the path."
        case IsADirectoryError():
            hint = "Specify a file in the folder."
        case PermissionError():
            hint = "Check the permissions of the file."
        case _:
            hint = "Specify another file."
    return error("MC001", f"cannot read the file: {os_reason(os_error)}", hint=hint)


def unwritable(os_error: OSError) -> Problem:
    """Return the problem of a file that cannot be written."""
    hint = "Make the folder writable, or free some space; the old content is unchanged."
    return error("MC011", f"cannot be written: {os_reason(os_error)}", hint=hint)
