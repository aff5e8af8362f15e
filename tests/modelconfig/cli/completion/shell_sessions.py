"""Interactive shells in a terminal: bash, zsh and fish, with the completion of `modelconfig` loaded.

Bash is part of each system with these tests. `python3 dev.py -s tests` installs the others as root or in CI, with
`apt-get install zsh fish`; elsewhere their tests are skipped.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.helpers.programs import required_program

SHELLS = {
    "bash": (("--norc", "--noprofile"), 'eval "$(_MODELCONFIG_COMPLETE=bash_source modelconfig)"'),
    "zsh": (("-f",), 'autoload -Uz compinit; compinit -u; eval "$(_MODELCONFIG_COMPLETE=zsh_source modelconfig)"'),
    "fish": (("--no-config",), "_MODELCONFIG_COMPLETE=fish_source modelconfig | source"),
}
"""The arguments of each shell without the user's settings, and the line that loads the completion."""
_ROOT = Path(__file__).parents[4]
_TIMEOUT = 60
_REPLIES = {b"\x1b[c": b"\x1b[?62c", b"\x1b[0c": b"\x1b[?62c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a terminal replies to the queries of a shell."""


def run_lines(shell: str, lines: list[str], folder: Path) -> list[list[str]]:
    """Type lines, which may have tabs, and return the arguments with which `modelconfig` was run by each of them."""
    program = required_program(shell)
    arguments, setup = SHELLS[shell]
    (folder / "bin").mkdir()
    calls = folder / "calls"
    calls.touch()
    script = folder / "bin" / "modelconfig"
    # Outside of completion, the command only records its arguments.
    script.write_text(
        f'#!/bin/sh\n[ -n "$_MODELCONFIG_COMPLETE" ] && exec {sys.executable} -m modelconfig "$@"\n'
        f"for argument; do printf '%s\\0' \"$argument\" >> {calls}; done\necho >> {calls}\n"
    )
    script.chmod(0o755)
    environment = {
        "HOME": str(folder),
        "PATH": f"{folder}/bin:{os.environ['PATH']}",
        "PYTHONPATH": os.environ.get("PYTHONPATH") or f"{_ROOT}/src:{_ROOT}/generated/python",
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
    }
    terminal, follower = pty.openpty()
    # Shells need a controlling terminal.
    command = [required_program("setsid"), "--ctty", program, *arguments]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    try:
        # Each line is typed after the one before it has run, because shells discard what is typed meanwhile.
        for number, line in enumerate([f"{setup}; modelconfig ready", *lines], start=1):
            os.write(terminal, line.encode() + b"\r")
            _wait(terminal, calls, number)
    finally:
        process.kill()
        os.close(terminal)
        process.wait()
    return [text.split("\0")[:-1] for text in calls.read_text("utf-8").splitlines()[1:]]


def _wait(terminal: int, calls: Path, number: int) -> None:
    """Read what the shell prints until the command was run so many times."""
    end = time.monotonic() + _TIMEOUT
    printed = b""
    while calls.read_bytes().count(b"\n") < number:
        assert time.monotonic() < end, printed.decode("utf-8", "backslashreplace")
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        with suppress(OSError):
            data = os.read(terminal, 65536)
            printed += data
            for query, reply in _REPLIES.items():
                if query in data:
                    os.write(terminal, reply)
