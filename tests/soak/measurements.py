"""Memory and open files of a process during a run, and whether they stay the same."""

from __future__ import annotations

import statistics
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

_INTERVAL = 0.5
_CLOSING_SECONDS = 20
_MIB = 1 << 20
GROWTH = 0.05
"""Share by which memory may grow from the second quarter of a run to the last one."""
SPARE_MEMORY = 4 * _MIB
"""Growth that is always allowed: what an allocator keeps differs between two runs."""
SPARE_FILES = 8


@dataclass(frozen=True, slots=True)
class Sample:
    """What a process used at one moment."""

    memory: int
    open_files: int
    threads: int

    @classmethod
    def of(cls, process_id: int) -> Sample:
        """Return the sample of a running process. Raises OSError."""
        folder = Path(f"/proc/{process_id}")
        lines = (folder / "status").read_text("utf-8").splitlines()
        values = dict(line.split(":", 1) for line in lines)
        files = sum(1 for _ in (folder / "fd").iterdir())
        return cls(int(values["VmRSS"].split()[0]) * 1024, files, int(values["Threads"]))


@dataclass
class Measurement:
    """Samples of one process, taken by a thread from `start` to `stop`."""

    name: str
    process_id: int
    samples: list[Sample] = field(default_factory=list)
    _ending: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Take samples from now on."""
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        """Take no more samples, except one when the connections of all clients are closed, or some time later."""
        self._ending.set()
        self._thread.join()
        end = time.monotonic() + _CLOSING_SECONDS
        while (last := Sample.of(self.process_id)).open_files > self.samples[0].open_files and time.monotonic() < end:
            time.sleep(_INTERVAL)
        self.samples.append(last)

    def report(self) -> list[str]:
        """Return the lines of the report."""
        first, last = self.samples[0], self.samples[-1]
        early, late = (median / _MIB for median in self._medians())
        most = max(sample.memory for sample in self.samples) / _MIB
        files = max(sample.open_files for sample in self.samples)
        memory = [
            f"{first.memory / _MIB:.1f} MiB at the start",
            f"{early:.1f} in the second quarter",
            f"{late:.1f} in the last one",
            f"{most:.1f} at most",
            f"{last.memory / _MIB:.1f} at the end",
        ]
        return [
            f"{self.name}: memory {', '.join(memory)}",
            f"{self.name}: open files {first.open_files} at the start, {files} at most, {last.open_files} at the end",
            f"{self.name}: threads {first.threads} at the start, {last.threads} at the end",
        ]

    def faults(self) -> list[str]:
        """Return what grew. The last sample is taken after all clients have left."""
        early, late = self._medians()
        first, last = self.samples[0], self.samples[-1]
        found = []
        if late > early * (1 + GROWTH) + SPARE_MEMORY:
            found.append(f"{self.name}: memory grew from {early / _MIB:.1f} to {late / _MIB:.1f} MiB")
        if last.open_files > first.open_files + SPARE_FILES:
            found.append(f"{self.name}: open files grew from {first.open_files} to {last.open_files}")
        if last.threads > first.threads + SPARE_FILES:
            found.append(f"{self.name}: threads grew from {first.threads} to {last.threads}")
        return found

    def _medians(self) -> tuple[float, float]:
        memories = [sample.memory for sample in self.samples]
        quarter = max(1, len(memories) // 4)
        return statistics.median(memories[quarter : 2 * quarter] or memories), statistics.median(memories[-quarter:])

    def _run(self) -> None:
        while not self._ending.wait(_INTERVAL):
            self.samples.append(Sample.of(self.process_id))
