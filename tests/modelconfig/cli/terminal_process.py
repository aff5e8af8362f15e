"""Run `modelconfig` with its output, and if wanted its input, on a terminal of a given width."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(
    *arguments: object, columns: int = 80, delay: float = 0.0, stdin: str | None = None, module: str = "modelconfig"
) -> tuple[int, str]:
    """Return the exit code and what is printed to a terminal, without colours.

    Standard input is a pipe which gets the text `stdin` after `delay` seconds, or the terminal if it is None; the
    process then gets an interrupt.
    """
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR"}}
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        stdin=follower if stdin is None else subprocess.PIPE,
        stdout=follower,
        stderr=follower,
        env={**environment, "TERM": "xterm"},
        start_new_session=True,
    )
    os.close(follower)
    printed = b""
    try:
        if delay:
            time.sleep(delay)
        if process.stdin is not None:
            process.stdin.write((stdin or "").encode())
            process.stdin.close()
        elif delay:
            process.terminate()
        with suppress(OSError):
            while data := os.read(leader, 65536):
                printed += data
        return process.wait(timeout=60), _COLOUR.sub("", printed.decode()).replace("\r\n", "\n")
    finally:
        process.kill()
        process.wait()
        os.close(leader)
