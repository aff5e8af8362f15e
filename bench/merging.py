"""Merge a base and a site configuration in this process, alternately with parsing and with copying the base.

Print medians as JSON.
"""

from __future__ import annotations

import copy
import gc
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.site_documents import base_document, site_document
from modelconfig.diagnostics.problem import has_errors
from modelconfig.merge.pipeline import merge_site

if TYPE_CHECKING:
    from collections.abc import Callable


def main(catalogue: str, models: int, overrides: int, providers: int, runs: int) -> None:
    """Measure the merge, `json.loads` and `copy.deepcopy`, and print the medians in seconds.

    The output is `{"merge": …, "loads": …, "deepcopy": …}`.
    """
    base = base_document(Path(catalogue), models, providers)
    site = site_document(base, overrides, providers)
    text = json.dumps(base, ensure_ascii=False)
    merged = merge_site(base, site)
    if merged.document is None or has_errors(merged.problems):
        raise ValueError(f"the measured configuration cannot be merged: {merged.problems[:3]}")
    work: dict[str, Callable[[], object]] = {
        "merge": lambda: merge_site(base, site),
        "loads": lambda: json.loads(text),
        "deepcopy": lambda: copy.deepcopy(base),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, function in work.items():
            times[name].append(_measure(function))
    print(json.dumps({name: statistics.median(seconds) for name, seconds in times.items()}))


def _measure(function: Callable[[], object]) -> float:
    gc.collect()
    # Pause the collector as `timeit` does: how often it runs depends on the other objects of the process.
    gc.disable()
    started = time.perf_counter()
    result = function()
    seconds = time.perf_counter() - started
    gc.enable()
    del result
    return seconds


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
