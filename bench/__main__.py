"""The command `python -m bench`: run the benchmarks and print their table. A missed target is not an error."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.rows import BENCHMARKS
from bench.table import format_table, growth
from bench.workspace import Workspace

DESCRIPTION = "`python -m bench`: run the comparisons and print them; a missed target is told, never an error."


def main() -> None:
    """Run the selected benchmarks and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=DESCRIPTION)
    parser.add_argument("--runs", type=int, default=7, help="measured runs of each side (default: %(default)s)")
    parser.add_argument("--only", choices=BENCHMARKS, action="append", help="measure this work; may be repeated")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as directory:
        workspace = Workspace.create_in(Path(directory))
        for name in options.only or BENCHMARKS:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            new_rows = BENCHMARKS[name](workspace, options.runs)
            rows += new_rows
    print(format_table(rows))
    print("\nTimes and rates are medians by the clock, ours and the peer's run in turn.")
    print("CPU is the ratio of the processor time for the same work.")
    print("\n".join([*growth(rows), *workspace.omissions]))


main()
