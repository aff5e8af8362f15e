"""Servers as processes pinned to one core: started, measured from outside, stopped."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.http_client import IncompleteResponseError, send

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bench.http_client import HttpRequest, HttpResponse

_TIMEOUT = 30.0
_RETRY_INTERVAL = 0.001
_KIBIBYTES_PER_MIB = 1024


class Cores(NamedTuple):
    """One core for the server, another for the load generator."""

    server: int
    load: int

    @classmethod
    def allocate(cls) -> Cores | None:
        """Return two cores of this process, or None where it has only one or processes cannot be pinned."""
        if not hasattr(os, "sched_setaffinity"):
            return None
        available = sorted(os.sched_getaffinity(0))
        return cls(*available[:2]) if len(available) > 1 else None


@contextmanager
def pinned_to(core: int) -> Iterator[None]:
    """Pin this thread, and the processes that it starts meanwhile, to one core."""
    previous = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, previous)


def free_port() -> int:
    """Return a free port of the loopback interface."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


class Memory(NamedTuple):
    """Memory of a process in MiB: all of it, and with shared memory divided among its users."""

    resident: float
    proportional: float


class Server:
    """A server process. `first_response` is the time from its start to the first expected response, in seconds."""

    def __init__(self, command: Sequence[str | Path], core: int, environment: Mapping[str, str] | None = None) -> None:
        """Start the process, pinned to its core."""
        self._output = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `stop`
        self._command = command
        self._started = time.perf_counter()
        self.first_response = 0.0
        with pinned_to(core):
            self._process = subprocess.Popen(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=self._output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )

    def wait_for(self, request: HttpRequest, is_expected: Callable[[HttpResponse], bool]) -> HttpResponse:
        """Repeat the request until the response is expected, and return that.

        Raises RuntimeError, with the output of the server, at the time limit or when the server has exited.
        """
        while time.perf_counter() - self._started < _TIMEOUT and self._process.poll() is None:
            try:
                response = send(request)
            except (IncompleteResponseError, OSError):
                time.sleep(_RETRY_INTERVAL)
                continue
            if is_expected(response):
                self.first_response = time.perf_counter() - self._started
                return response
        self._output.seek(0)
        printed = self._output.read().decode("utf-8", "replace")
        raise RuntimeError(f"{' '.join(map(str, self._command))} did not answer {request.path}:\n{printed}")

    def processor_seconds(self) -> float:
        """Return the processor time that the process and its children have used so far."""
        statuses = [_status_of(process) for process in self._process_tree()]
        # Values 14 and 15 of the line, counted from 1; the first two are cut off (proc_pid_stat(5)).
        return sum(int(values[11]) + int(values[12]) for values in statuses) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> Memory:
        """Return the memory of the process itself."""
        lines = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text("ascii").splitlines()[1:]
        values = {name: int(value.split()[0]) / _KIBIBYTES_PER_MIB for name, value in (row.split(":") for row in lines)}
        return Memory(values["Rss"], values["Pss"])

    def stop(self) -> None:
        """Stop the process, and wait until it has exited."""
        self._process.terminate()
        try:
            self._process.wait(_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._output.close()

    def _process_tree(self) -> list[int]:
        parents = {}
        for process in (int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()):
            try:
                parents[process] = int(_status_of(process)[1])
            except OSError:
                continue
        processes = [self._process.pid]
        for parent_process in processes:
            processes += [child for child, parent in parents.items() if parent == parent_process]
        return processes


def _status_of(process: int) -> list[str]:
    """Return the values of a process after its name, which may contain spaces and parentheses."""
    return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
