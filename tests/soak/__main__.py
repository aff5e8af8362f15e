"""Run a gateway and an instance under load, reloads, slow and hostile clients: `python -m tests.soak --seconds 600`.

Prints figures. The exit code is 1 if a response was torn or missing, or if memory or open files grew.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.soak.load_run import soak


def main() -> int:
    """Run for the given time, print the figures and the faults, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=(__doc__ or "").partition(":")[0] + ".")
    parser.add_argument("--seconds", type=float, default=600, help="duration of the load (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines, faults = soak(Path(folder), options.seconds)
    sys.stdout.write("\n".join([*lines, "", *(faults or ["no faults"])]) + "\n")
    return 1 if faults else 0


sys.exit(main())
