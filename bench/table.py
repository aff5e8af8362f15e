"""The rows of a benchmark, and the table that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.measure import Cost

_Measured: TypeAlias = "tuple[int, Cost, Cost | None]"
"""A size, and the costs of this project and of its peer."""
HEADER = (
    "work",
    "size",
    "ours",
    "peer",
    "ratio",
    "target",
    "reached",
    "CPU ours",
    "peer",
    "ratio",
    "peak MiB",
    "against",
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that a row compares: its value in a cost, and its text."""

    value_of: Callable[[Cost], float]
    format_value: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit on the ratio of a row, or on our own quantity where no peer exists."""

    limit: float
    upwards: bool = False

    def reached(self, value: float) -> bool:
        """Return whether a value satisfies the limit."""
        return value >= self.limit if self.upwards else value <= self.limit

    def text(self, format_value: Callable[[float], str]) -> str:
        """Return the limit with its direction."""
        return f"{'≥' if self.upwards else '≤'} {format_value(self.limit)}"


def at_most(limit: float) -> Goal:
    """Return an upper limit."""
    return Goal(limit)


def at_least(limit: float) -> Goal:
    """Return a lower limit."""
    return Goal(limit, upwards=True)


def _seconds(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


TIME = Quantity(lambda cost: cost.wall, _seconds)
PROCESSOR_TIME = Quantity(lambda cost: cost.cpu, _seconds)
PROCESSOR_TIME = Quantity(lambda cost: cost.cpu, _seconds)
"""For short processes: waiting for the disk or for another process does not count."""
RATE = Quantity(lambda cost: 1 / cost.wall, lambda rate: f"{rate:,.0f}/s")
"""Operations per second, from the cost of one operation."""
MEMORY = Quantity(lambda cost: cost.peak, lambda mebibytes: f"{mebibytes:.0f} MiB")


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison, or one result where no peer exists.

    A size is a number of models, or a text where the growth with the size is not of interest.
    """

    work: str
    size: int | str
    ours: Cost
    peer: Cost | None
    baseline: str
    target: Goal | None
    quantity: Quantity = TIME

    def cells(self) -> tuple[str, ...]:
        """Return the cells of the row, in the order of HEADER."""
        value, format_value = self.quantity.value_of(self.ours), self.quantity.format_value
        ours, peer, ratio, peaks = format_value(value), "", "", ""
        cpu = [_seconds(self.ours.cpu) if self.ours.cpu else "", "", ""]
        if self.peer is not None:
            peer = format_value(self.quantity.value_of(self.peer))
            value, format_value = value / self.quantity.value_of(self.peer), "{:.3g}".format
            ratio = f"{value:.2f}"
            cpu[1:] = [_seconds(self.peer.cpu), f"{self.ours.cpu / self.peer.cpu:.2f}"]
            peaks = f"{self.ours.peak:.0f} / {self.peer.peak:.0f}" if self.ours.peak else ""
        target, reached = "", ""
        if self.target is not None:
            target = self.target.text(format_value)
            reached = "yes" if self.target.reached(value) else "NO"
        size = f"{self.size:,}" if isinstance(self.size, int) else self.size
        return (self.work, size, ours, peer, ratio, target, reached, *cpu, peaks, self.baseline)


def format_table(rows: list[Row]) -> str:
    """Return the rows as a table."""
    cells = [HEADER, *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADER))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def growth(rows: list[Row]) -> list[str]:
    """Return, for each benchmark with several sizes, a sentence on its growth between the two largest."""
    sentences = []
    for work in dict.fromkeys(row.work for row in rows):
        sized = [(row.size, row.ours, row.peer) for row in rows if row.work == work and isinstance(row.size, int)]
        if len(sized) > 1:
            sentences.append(_growth(work, *sized[-2:]))
    return sentences


def _growth(work: str, middle: _Measured, largest: _Measured) -> str:
    """Return how the costs of work, and those of a peer if it has one, grow with the size."""
    size = largest[0] / middle[0]
    ours, peer = _ratios(middle[1], largest[1]), _ratios(middle[2], largest[2])
    quantities = ("time", "memory") if middle[1].peak else ("time",)
    texts = [
        f"{quantity} x{ours[quantity]:.1f}" + (f" (peer x{peer[quantity]:.1f})" if peer else "")
        for quantity in quantities
    ]
    # Work in memory outgrows the processor's caches; the growth of a linear peer shows by how much.
    limit = size if middle[1].peak else max(size, peer.get("time", size))
    # Allow a tenth more, because medians vary.
    is_linear = max(ours[quantity] for quantity in quantities) <= limit * 1.1
    question = "At most linear" if middle[1].peak else "At most linear, or as the peer"
    return f"{work}, x{size:.0f} in size: {', '.join(texts)}. {question}: {'yes' if is_linear else 'NO'}"


def _ratios(middle: Cost | None, largest: Cost | None) -> dict[str, float]:
    """Return how many times as large each quantity of a cost is; nothing where no peer exists."""
    if middle is None or largest is None:
        return {}
    return {"time": largest.wall / middle.wall, "memory": largest.peak / middle.peak if middle.peak else 0}
