r"""Change this process so that Python behaves like that of Windows, as far as files and text are concerned.

A test copies this file to `sitecustomize.py`, so that every process that it starts runs it first. What is simulated: no
POSIX-only modules, functions or signals; no links; folders that cannot be opened; names that Windows rejects; one file
for all spellings of its name in upper and lower case; `\r\n` and the code page 1252, before Python 3.15, where a
text stream does not specify line ends and encoding. Separators of paths are not simulated.
"""

# pathlib calls the functions that this file replaces.
# ruff: noqa: PTH112, PTH118, PTH119, PTH120
from __future__ import annotations

import builtins
import contextlib
import importlib
import io
import os
import re
import shutil
import signal
import socket
import sys
from typing import Any

MODULES = ("fcntl", "grp", "posix_ipc", "pty", "pwd", "resource", "syslog", "termios", "tty", "uvloop")
FUNCTIONS = """O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK O_SYNC chown chroot confstr fchdir fchmod fchown fork forkpty
    getegid geteuid getgid getgroups getpgid getpgrp getuid killpg lchown mkfifo mknod nice pread preadv pwrite
    register_at_fork sched_getaffinity sendfile setegid seteuid setgid setgroups setpgid setsid setuid statvfs sync
    sysconf ttyname uname wait3 wait4 waitid""".split()
SIGNALS = "SIGALRM SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGUSR1 SIGUSR2".split()
INVALID_NAME = re.compile(r'.*[<>:"|?*\x00-\x1f].*|.*[. ]|(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?', re.DOTALL)
CHECKED = "open stat lstat replace rename unlink remove mkdir rmdir chmod scandir listdir utime".split()


def stored(path: Any) -> Any:
    """Return a path as the file system stores it: each part in the case in which it exists.

    Raises OSError for a name that Windows rejects.
    """
    if isinstance(path, int) or path is None:
        return path
    text = os.fspath(path)
    if isinstance(text, bytes) or text.startswith(("/dev/", "/proc/")):
        return path
    folder = "/" if text.startswith("/") else ""
    for part in filter(None, text.split("/")):
        if part not in (".", "..") and INVALID_NAME.fullmatch(part):
            raise OSError(22, "Invalid argument", text)
        folder = os.path.join(folder, found(folder, part))
    return folder or text


def found(folder: str, name: str) -> str:
    """Return the name of the entry that exists with this name in any case, otherwise the name."""
    with contextlib.suppress(OSError):
        REAL["lstat"](os.path.join(folder, name))
        return name
    with contextlib.suppress(OSError):
        for entry in REAL["listdir"](folder or "."):
            if entry.casefold() == name.casefold():
                return str(entry)
    return name


def checked(name: str) -> Any:
    """Return a function of `os` with paths as the file system stores them."""

    def call(*arguments: Any, **options: Any) -> Any:
        first = [stored(argument) for argument in arguments[:1]]
        second = [stored(argument) for argument in arguments[1:2]] if name in ("replace", "rename") else arguments[1:2]
        if name == "open" and os.path.isdir(first[0]):
            raise PermissionError(13, "Permission denied", first[0])
        if name in ("replace", "rename"):
            return renamed(name, first[0], os.fspath(arguments[1]), second[0])
        return REAL[name](*first, *second, *arguments[2:], **options)

    return call


def renamed(name: str, source: str, target: str, existing: str) -> None:
    """Rename a file to the case of `target`, although it exists in another case."""
    if existing != source:
        REAL[name](source, existing)
    REAL["rename"](existing, os.path.join(os.path.dirname(existing), os.path.basename(target)))


def no_links(*_: Any, **__: Any) -> None:
    """Fail as Windows does for users without the privilege to create links."""
    raise OSError(1314, "A required privilege is not held by the client")


def text_file(real: Any) -> Any:
    """Return `open` with the line ends and the encoding of Windows as its defaults."""

    def call(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        names = ("buffering", "encoding", "errors", "newline", "closefd", "opener")
        options = dict(zip(names, rest, strict=False)) | options
        if "b" not in mode:
            if options.get("encoding") in (None, "locale"):
                options["encoding"] = "cp1252"
            if set(mode) & set("wax+") and options.get("newline") is None:
                options["newline"] = "\r\n"
        return real(stored(file), mode, **options)

    return call


REAL = {name: getattr(os, name) for name in CHECKED}


def simulate() -> None:
    """Change this process."""
    sys.modules.update(dict.fromkeys(MODULES))  # type: ignore[arg-type]  # None makes an import fail
    for function in FUNCTIONS:
        with contextlib.suppress(AttributeError):
            delattr(os, function)
    for number in SIGNALS:
        delattr(signal, number)
    del socket.AF_UNIX
    for name in ("symlink", "link", "readlink"):
        setattr(os, name, no_links)
    for supported in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
        supported.clear()
    for name in CHECKED:
        setattr(os, name, checked(name))
    importlib.reload(shutil)  # it reads these sets at import
    io.open = builtins.open = text_file(io.open)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="cp1252", errors="strict", newline="\r\n")  # type: ignore[union-attr]


if __name__ == "sitecustomize":
    simulate()
