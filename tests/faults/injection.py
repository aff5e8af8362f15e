"""Faults of system calls, injected into started processes by a library that is compiled from `injected_faults.c`."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tests.helpers.programs import missing, required_program

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = Path(__file__).with_name("injected_faults.c")
PATIENCE = 120.0
_SIZE = 4096
_OPTIONS = ("-std=gnu17", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC")


class InjectedFaults:
    """The rules for processes that are started with `environment`; they apply at once, also while a process runs."""

    def __init__(self, folder: Path) -> None:
        """Compile the library into the folder. The test is skipped on a machine that cannot do so."""
        if sys.platform != "linux":
            missing("Linux, whose C library can be replaced in part")
        self._library, self._rules = folder / "injected_faults.so", folder / "rules"
        command = [required_program("cc"), *_OPTIONS, "-o", str(self._library), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True, timeout=PATIENCE)
        self.set()

    @cached_property
    def environment(self) -> dict[str, str]:
        """The environment variables of a process with these faults."""
        return {"LD_PRELOAD": str(self._library), "FAULTS": str(self._rules)}

    def set(self, *rules: str) -> None:
        """Replace all rules, which `injected_faults.c` describes; without arguments, no fault happens."""
        text = "\n".join(rules).encode().ljust(_SIZE, b"\0")
        handle = os.open(self._rules, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            # In place, because processes have mapped the file.
            os.pwrite(handle, text, 0)
        finally:
            os.close(handle)

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run `modelconfig ARGUMENTS` with the faults, and wait until it ends."""
        command: Sequence[str] = [sys.executable, "-W", "error", "-m", "modelconfig", *map(str, arguments)]
        environment = {**os.environ, **self.environment}
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE, errors="replace"
        )
