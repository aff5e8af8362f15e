"""Loads one document in this process, by turns with the generated types and with mashumaro; prints medians as JSON."""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench import peer_types
from modelconfig_types.model import ModelConfiguration

if TYPE_CHECKING:
    from collections.abc import Callable


def ours(text: bytes) -> ModelConfiguration:
    """Bytes to the generated dataclasses, with the standard library's parser."""
    return ModelConfiguration.from_json(json.loads(text))


def theirs(text: bytes) -> peer_types.ModelConfiguration:
    """Bytes to mashumaro's dataclasses, with orjson."""
    return peer_types.ModelConfiguration.from_json(text)


def main(file: str, runs: int) -> None:
    """Time both and print `{"ours": seconds, "peer": seconds}`."""
    text = Path(file).read_bytes()
    if len(ours(text).models) != len(theirs(text).models):
        raise ValueError("the two did not read the same document")
    times: dict[str, list[float]] = {"ours": [], "peer": []}
    for _ in range(runs):
        for name, load in (("ours", ours), ("peer", theirs)):
            times[name].append(_timed(load, text))
    print(json.dumps({name: statistics.median(taken) for name, taken in times.items()}))


def _timed(load: Callable[[bytes], object], text: bytes) -> float:
    gc.collect()
    started = time.perf_counter()
    loaded = load(text)
    taken = time.perf_counter() - started
    del loaded
    return taken


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
