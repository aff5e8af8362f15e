"""The command `python -m bench`: measure this project and its peers, and print a table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.rows import BENCHMARKS
from bench.table import format_table, growth
from bench.workspace import Workspace

DESCRIPTION = "Measure this project and its peers, and print ratios against targets. A missed target is not an error."


def main() -> None:
    """Run the selected benchmarks and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=DESCRIPTION)
    parser.add_argument("--runs", type=int, default=7, help="measured runs of each program (default: %(default)s)")
    parser.add_argument("--only", choices=BENCHMARKS, action="append", help="measure only this work; may be repeated")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create_in(Path(folder))
        for name in options.only or BENCHMARKS:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            rows += BENCHMARKS[name](workspace, options.runs)
    print(format_table(rows))
    print("\nMedians of alternating runs. Times and rates are wall-clock time; CPU is processor time.")
    print("\n".join([*growth(rows), *workspace.omissions]))


main()
