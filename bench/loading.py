"""Load one document in this process, alternately with the generated types and with mashumaro; print medians as JSON."""

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


def load_with_generated_types(text: bytes) -> ModelConfiguration:
    """Parse bytes into the generated dataclasses, with the standard library's parser."""
    return ModelConfiguration.from_json(json.loads(text))


def load_with_peer(text: bytes) -> peer_types.ModelConfiguration:
    """Parse bytes into mashumaro's dataclasses, with orjson."""
    return peer_types.ModelConfiguration.from_json(text)


def main(file: str, runs: int) -> None:
    """Measure both and print `{"ours": seconds, "peer": seconds}`."""
    text = Path(file).read_bytes()
    if len(load_with_generated_types(text).models) != len(load_with_peer(text).models):
        raise ValueError("the two did not read the same document")
    times: dict[str, list[float]] = {"ours": [], "peer": []}
    for _ in range(runs):
        for name, load in (("ours", load_with_generated_types), ("peer", load_with_peer)):
            times[name].append(_measure(load, text))
    print(json.dumps({name: statistics.median(seconds) for name, seconds in times.items()}))


def _measure(load: Callable[[bytes], object], text: bytes) -> float:
    gc.collect()
    started = time.perf_counter()
    loaded = load(text)
    seconds = time.perf_counter() - started
    del loaded
    return seconds


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
