"""`python -m bench`: run the comparisons and print them; a missed target is told, never an error."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.rows import WORK
from bench.table import growth, printed
from bench.workshop import Workshop


def main() -> None:
    """Measure what was asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="measured runs of each side (default: %(default)s)")
    parser.add_argument("--only", choices=WORK, action="append", help="measure this work; may be repeated")
    chosen = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop.opened_in(Path(folder))
        for name in chosen.only or WORK:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            measured = WORK[name](workshop, chosen.runs)
            rows += measured
    print(printed(rows))
    print("\nTimes and rates are medians by the clock, ours and the peer's run in turn.")
    print("CPU is the ratio of the processor time for the same work.")
    print("\n".join([*growth(rows), *workshop.left_out]))


main()
