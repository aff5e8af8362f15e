"""Report the problems of one document in this process, alternately with the validator alone; print medians as JSON."""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema_rs

from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker

if TYPE_CHECKING:
    from collections.abc import Callable


def main(file: str, runs: int) -> None:
    """Measure both with 2 problems in the document, and print `{"ours": seconds, "peer": seconds}`."""
    document = json.loads(Path(file).read_bytes())
    models = document["models"]
    models[len(models) // 3]["contextWindow"]["maxInputTokens"] = "5"
    models[-1]["capabilities"].append("vison")
    checker, peer = Checker(embedded("model")), jsonschema_rs.Draft202012Validator(embedded("model"))
    if len(checker.problems(document)) != 2:
        raise ValueError("the document does not have 2 problems")
    work: dict[str, Callable[[], object]] = {
        "ours": lambda: checker.problems(document),
        "peer": lambda: list(peer.iter_errors(document)),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, function in work.items():
            gc.collect()
            started = time.perf_counter()
            function()
            times[name].append(time.perf_counter() - started)
    print(json.dumps({name: statistics.median(seconds) for name, seconds in times.items()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
