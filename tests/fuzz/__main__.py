"""Fuzz the readers and the masking: `python3 dev.py -s fuzz`, or `… -- --seconds 600 yaml` for one reader."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

from tests.fuzz.engines import CORPUS, fuzz, has_atheris
from tests.fuzz.masking import SEED, printed
from tests.fuzz.targets import TARGETS

_CHUNK = 1000


def main() -> int:
    """Run the chosen targets, then the masking; return 1 if something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="seconds for each target (default: 60)")
    parser.add_argument("--masking", type=int, default=100_000, help="hostile credentials to print (default: 100000)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"seed of the credentials (default: {SEED})")
    arguments = parser.parse_args()
    if unknown := set(arguments.targets) - set(TARGETS):
        parser.error(f"unknown target {', '.join(sorted(unknown))}; choose from {', '.join(TARGETS)}")
    report(f"engine: {'atheris' if has_atheris() else 'hypothesis'}")
    found = []
    for name in arguments.targets or TARGETS:
        is_clean = fuzz(name, arguments.seconds)
        report(f"{name}: {'nothing found' if is_clean else f'found: see {CORPUS / name}'}")
        found += [] if is_clean else [name]
    if not arguments.targets and not print_credentials(arguments.masking, arguments.seed):
        found.append("masking")
    report(f"found in: {', '.join(found) or 'nothing'}")
    return 1 if found else 0


def report(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def print_credentials(count: int, seed: int) -> bool:
    """Print hostile credentials on all processors; return whether none appeared and nothing was raised."""
    started = time.monotonic()
    parts = [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(printed, parts, repeat(seed)))
    canaries, tracebacks = (sum(result[column] for result in results) for column in (0, 1))
    seconds = time.monotonic() - started
    report(f"masking: {count:,} hostile inputs, {canaries} canaries, {tracebacks} tracebacks in {seconds:.0f} s")
    return canaries + tracebacks == 0


if __name__ == "__main__":
    sys.exit(main())
