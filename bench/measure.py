"""Running two commands alternately and recording the cost of each run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from pathlib import Path

# getrusage counts kibibytes on Linux and bytes on macOS.
_PEAK_UNITS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of a run: wall-clock seconds, seconds of processor time, and peak memory in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure. `before` restores what a run consumes, and is not measured.

    `succeeds` are the exit codes of a run that did its work.
    """

    arguments: Sequence[str | Path]
    folder: Path
    before: Callable[[], None] = lambda: None
    succeeds: Container[int] = (0,)

    def run(self) -> Cost:
        """Run the process and return its cost. Raises RuntimeError, with its output, when it fails."""
        self.before()
        with tempfile.TemporaryFile() as output:
            started = time.perf_counter()
            process = subprocess.Popen(
                self.arguments, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in self.succeeds:
                output.seek(0)
                printed = output.read().decode("utf-8", "replace")
                raise RuntimeError(f"{' '.join(map(str, self.arguments))} failed:\n{printed}")
        return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _PEAK_UNITS_PER_MIB)


def compare(ours: Command, peer: Command, runs: int) -> tuple[Cost, Cost]:
    """Return the median costs of both commands, after one warm-up run each.

    The runs alternate, so that a busy machine slows both commands alike.
    """
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    for number in range(runs + 1):
        for command, command_costs in zip((ours, peer), costs, strict=True):
            cost = command.run()
            if number:
                command_costs.append(cost)
    return median_cost(costs[0]), median_cost(costs[1])


def cost_of(command: Command, runs: int) -> Cost:
    """Return the median cost of a command, after one warm-up run."""
    return median_cost([command.run() for _ in range(runs + 1)][1:])


def median_cost(costs: Sequence[Cost]) -> Cost:
    """Return the median of each quantity."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.peak for cost in costs),
    )
