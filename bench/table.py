"""The rows of a benchmark and how they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.measure import Cost

HEAD = ("work", "size", "ours", "peer", "ratio", "target", "reached", "CPU", "peak MiB", "against")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a row compares: how it is read from a cost, and how it is written."""

    of: Callable[[Cost], float]
    written: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit to what is compared, as a ratio; or to our own quantity where there is no peer."""

    limit: float
    upwards: bool = False

    def reached(self, value: float) -> bool:
        """Tell whether a value keeps to the limit."""
        return value >= self.limit if self.upwards else value <= self.limit

    def text(self, written: Callable[[float], str]) -> str:
        """Return the limit with its direction."""
        return f"{'≥' if self.upwards else '≤'} {written(self.limit)}"


def at_most(limit: float) -> Goal:
    """Return a target for what is the better the lower it is."""
    return Goal(limit)


def at_least(limit: float) -> Goal:
    """Return a target for what is the better the higher it is."""
    return Goal(limit, upwards=True)


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


TIME = Quantity(lambda cost: cost.wall, _seconds)
RATE = Quantity(lambda cost: 1 / cost.wall, lambda rate: f"{rate:,.0f}/s")
"""How often a second; the cost is that of doing it once."""
MEMORY = Quantity(lambda cost: cost.peak, lambda mebibytes: f"{mebibytes:.0f} MiB")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison, or one figure of ours alone where there is no peer.

    A size is a number of models, or a text where nothing is to be learned from how the costs grow with it.
    """

    work: str
    size: int | str
    ours: Cost
    peer: Cost | None
    against: str
    target: Goal | None
    quantity: Quantity = TIME

    def cells(self) -> tuple[str, ...]:
        """Return the row as text, in the order of HEAD."""
        value, written = self.quantity.of(self.ours), self.quantity.written
        ours, theirs, ratio, processor, peaks = written(value), "", "", "", ""
        if self.peer is not None:
            theirs = written(self.quantity.of(self.peer))
            value, written = value / self.quantity.of(self.peer), "{:.3g}".format
            ratio = f"{value:.2f}"
            processor = f"{self.ours.cpu / self.peer.cpu:.2f}"
            peaks = f"{self.ours.peak:.0f} / {self.peer.peak:.0f}" if self.ours.peak else ""
        target, reached = "", ""
        if self.target is not None:
            target = self.target.text(written)
            reached = "yes" if self.target.reached(value) else "NO"
        size = f"{self.size:,}" if isinstance(self.size, int) else self.size
        return (self.work, size, ours, theirs, ratio, target, reached, processor, peaks, self.against)


def printed(rows: list[Row]) -> str:
    """Return the rows as a table."""
    cells = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def growth(rows: list[Row]) -> list[str]:
    """Tell of each work that was measured with several numbers of models how it grows between the two largest."""
    told = []
    for work in dict.fromkeys(row.work for row in rows):
        sized = [
            (row.size, row.ours, row.peer)
            for row in rows
            if row.work == work and isinstance(row.size, int) and row.peer is not None
        ]
        if len(sized) > 1:
            told.append(_growth(work, *sized[-2:]))
    return told


def _growth(work: str, middle: tuple[int, Cost, Cost], largest: tuple[int, Cost, Cost]) -> str:
    size = largest[0] / middle[0]
    time = largest[1].wall / middle[1].wall
    peer = largest[2].wall / middle[2].wall
    text = f"{work}, x{size:.0f} models: time x{time:.1f} (peer x{peer:.1f})"
    if not middle[1].peak:
        # Work in memory outgrows the processor's caches; what is linear by nature shows by how much.
        return f"{text}. At most linear, or as the peer: {'yes' if time <= max(size, peer) * 1.1 else 'NO'}"
    memory = largest[1].peak / middle[1].peak
    text += f", memory x{memory:.1f} (peer x{largest[2].peak / middle[2].peak:.1f})"
    # A tenth more is the noise of two medians.
    return f"{text}. At most linear: {'yes' if max(time, memory) <= size * 1.1 else 'NO'}"
