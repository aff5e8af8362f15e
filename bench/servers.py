"""Servers as processes that have one core to themselves: started, measured from outside, ended."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.asking import NotAnswered, ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bench.asking import HttpRequest, HttpResponse

_DEADLINE = 30.0
_BETWEEN_TRIES = 0.001
_KIBIBYTES_PER_MIB = 1024


class Cores(NamedTuple):
    """One core for whoever answers, another for whoever asks."""

    server: int
    load: int

    @classmethod
    def found(cls) -> Cores | None:
        """Return two cores of this process's, or None where there are none or processes cannot be tied to one."""
        if not hasattr(os, "sched_setaffinity"):
            return None
        ours = sorted(os.sched_getaffinity(0))
        return cls(*ours[:2]) if len(ours) > 1 else None


@contextmanager
def tied_to(core: int) -> Iterator[None]:
    """Let this thread, and what it starts meanwhile, run on one core only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as tried:
        port: int = tried.getsockname()[1]
        return port


class Memory(NamedTuple):
    """MiB that a process holds: all of it, and with its share only of what others hold, too."""

    resident: float
    proportional: float


class Server:
    """A process that answers. `first_answer` is how many seconds after its start the first good answer had come."""

    def __init__(self, command: Sequence[str | Path], core: int, environment: Mapping[str, str] | None = None) -> None:
        """Start it on its core."""
        self._output = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `end`
        self._command = command
        self._started = time.perf_counter()
        self.first_answer = 0.0
        with tied_to(core):
            self._process = subprocess.Popen(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=self._output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )

    def wait_for(self, question: HttpRequest, good: Callable[[HttpResponse], bool]) -> HttpResponse:
        """Ask until there is a good answer, and return it. Raises RuntimeError, with what it printed, if none comes."""
        while time.perf_counter() - self._started < _DEADLINE and self._process.poll() is None:
            try:
                answer = ask(question)
            except (NotAnswered, OSError):
                time.sleep(_BETWEEN_TRIES)
                continue
            if good(answer):
                self.first_answer = time.perf_counter() - self._started
                return answer
        self._output.seek(0)
        printed = self._output.read().decode("utf-8", "replace")
        raise RuntimeError(f"{' '.join(map(str, self._command))} did not answer {question.path}:\n{printed}")

    def processor_seconds(self) -> float:
        """Return the processor time that it and its children have taken so far."""
        times = [_status_of(process) for process in self._family()]
        # The 14th and 15th value of the line, counted from 1; the second is cut off (proc_pid_stat(5)).
        return sum(int(values[11]) + int(values[12]) for values in times) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> Memory:
        """Return what the process itself holds."""
        lines = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text("ascii").splitlines()[1:]
        values = {name: int(value.split()[0]) / _KIBIBYTES_PER_MIB for name, value in (row.split(":") for row in lines)}
        return Memory(values["Rss"], values["Pss"])

    def end(self) -> None:
        """End it, and wait until it has."""
        self._process.terminate()
        try:
            self._process.wait(_DEADLINE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._output.close()

    def _family(self) -> list[int]:
        parents = {}
        for process in (int(found.name) for found in Path("/proc").iterdir() if found.name.isdigit()):
            try:
                parents[process] = int(_status_of(process)[1])
            except OSError:
                continue
        family = [self._process.pid]
        for member in family:
            family += [child for child, parent in parents.items() if parent == member]
        return family


def _status_of(process: int) -> list[str]:
    """Return the values of a process that follow its name, which may hold blanks and parentheses itself."""
    return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
