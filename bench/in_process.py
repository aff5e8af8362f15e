"""Running functions alternately in one process, and passing their costs to the process that asked for them."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.measure import Cost, median_cost

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).resolve().parents[1]


def costs_of(module: str, *arguments: object) -> dict[str, Cost]:
    """Run a module that calls `print_costs`, and return what it printed. Raises CalledProcessError."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    process = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    return {name: Cost(wall, cpu, 0) for name, (wall, cpu) in json.loads(process.stdout).items()}


def print_costs(work: dict[str, Callable[[], object]], runs: int, *, collect_garbage: bool = True) -> None:
    """Run the functions alternately and print the median seconds of each as JSON: `{name: [wall, cpu]}`.

    `collect_garbage` is false to pause the collector during a run, as `timeit` does: how often it runs depends on the
    other objects of the process.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in work}
    for _ in range(runs):
        for name, function in work.items():
            costs[name].append(_cost_of(function, collect_garbage=collect_garbage))
    medians = {name: median_cost(costs_of_name) for name, costs_of_name in costs.items()}
    print(json.dumps({name: (cost.wall, cost.cpu) for name, cost in medians.items()}))


def _cost_of(function: Callable[[], object], *, collect_garbage: bool) -> Cost:
    gc.collect()
    if not collect_garbage:
        gc.disable()
    started, started_cpu = time.perf_counter(), time.process_time()
    result = function()
    cost = Cost(time.perf_counter() - started, time.process_time() - started_cpu, 0)
    gc.enable()
    del result
    return cost
