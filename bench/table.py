"""The rows of a benchmark and how they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measure import Cost

HEAD = ("work", "size", "ours", "peer", "ratio", "target", "reached", "CPU", "peak MiB", "against")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison. The ratio of the clock times is what the target limits; None where there is no target."""

    work: str
    size: str
    ours: Cost
    peer: Cost
    against: str
    target: float | None

    @property
    def ratio(self) -> float:
        """Our time as a multiple of the peer's."""
        return self.ours.wall / self.peer.wall

    def cells(self) -> tuple[str, ...]:
        """Return the row as text, in the order of HEAD."""
        target, reached = "", ""
        if self.target is not None:
            target = f"≤ {self.target:.1f}"
            reached = "yes" if self.ratio <= self.target else "NO"
        peaks = f"{self.ours.peak:.0f} / {self.peer.peak:.0f}" if self.ours.peak else ""
        times = (f"{_time(self.ours.wall)}", f"{_time(self.peer.wall)}", f"{self.ratio:.2f}")
        processor = f"{self.ours.cpu / self.peer.cpu:.2f}"
        return (self.work, self.size, *times, target, reached, processor, peaks, self.against)


def printed(rows: list[Row]) -> str:
    """Return the rows as a table."""
    cells = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def growth(rows: list[Row]) -> list[str]:
    """Tell of each work that was measured in several sizes how it grows between the two largest."""
    told = []
    for work in dict.fromkeys(row.work for row in rows):
        sizes = [row for row in rows if row.work == work]
        if len(sizes) > 1:
            told.append(_growth(*sizes[-2:]))
    return told


def _growth(middle: Row, largest: Row) -> str:
    size = int(largest.size.replace(",", "")) / int(middle.size.replace(",", ""))
    time = largest.ours.wall / middle.ours.wall
    peer = largest.peer.wall / middle.peer.wall
    text = f"{middle.work}, x{size:.0f} models: time x{time:.1f} (peer x{peer:.1f})"
    if not middle.ours.peak:
        # Work in memory outgrows the processor's caches; what is linear by nature shows by how much.
        return f"{text}. At most linear, or as the peer: {'yes' if time <= max(size, peer) * 1.1 else 'NO'}"
    memory = largest.ours.peak / middle.ours.peak
    text += f", memory x{memory:.1f} (peer x{largest.peer.peak / middle.peer.peak:.1f})"
    # A tenth more is the noise of two medians.
    return f"{text}. At most linear: {'yes' if max(time, memory) <= size * 1.1 else 'NO'}"


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"
