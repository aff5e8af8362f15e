"""Running two things in turn and keeping what each run cost."""

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
    from collections.abc import Callable, Sequence
    from pathlib import Path

# getrusage counts kibibytes on Linux and bytes on macOS.
_PEAK_UNITS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds on the clock, seconds of processor time, and the most memory at once in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Command:
    """A whole process. `before` restores what the run consumes and is not measured."""

    arguments: Sequence[str | Path]
    directory: Path
    before: Callable[[], None] = lambda: None

    def run(self) -> Cost:
        """Run it and return its cost. Raises RuntimeError, with what it printed, when it fails."""
        self.before()
        with tempfile.TemporaryFile() as output:
            started = time.perf_counter()
            process = subprocess.Popen(
                self.arguments, cwd=self.directory, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                output.seek(0)
                printed = output.read().decode("utf-8", "replace")
                raise RuntimeError(f"{' '.join(map(str, self.arguments))} failed:\n{printed}")
        return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _PEAK_UNITS_PER_MIB)


def side_by_side(ours: Command, peer: Command, runs: int) -> tuple[Cost, Cost]:
    """Return the median costs of both, run in turn so that a busy machine slows both alike; one warm-up each."""
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    for turn in range(runs + 1):
        for command, kept in zip((ours, peer), costs, strict=True):
            cost = command.run()
            if turn:
                kept.append(cost)
    return median_cost(costs[0]), median_cost(costs[1])


def median_cost(costs: Sequence[Cost]) -> Cost:
    """Return the medians of what runs took, each of its own."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.peak for cost in costs),
    )
