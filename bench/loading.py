"""Load one document with the generated types, with mashumaro and with pydantic, and print the costs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from bench import peer_types
from bench.in_process import print_costs
from modelconfig_types.model import ModelConfiguration

if TYPE_CHECKING:
    from collections.abc import Callable


def main(file: str, runs: int) -> None:
    """Measure the generated types with the standard library's parser, and the peers with their own."""
    text = Path(file).read_bytes()
    pydantic_types = TypeAdapter(peer_types.PlainModelConfiguration)
    work: dict[str, Callable[[], Any]] = {
        "ours": lambda: ModelConfiguration.from_json(json.loads(text)),
        "mashumaro": lambda: peer_types.ModelConfiguration.from_json(text),
        "pydantic": lambda: pydantic_types.validate_json(text),
    }
    if len({len(load().models) for load in work.values()}) != 1:
        raise ValueError("the types did not read the same document")
    print_costs(work, runs)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
