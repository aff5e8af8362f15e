"""Report the problems of one document, and run the validator alone, and print the costs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema_rs

from bench.in_process import print_costs
from modelconfig.schema.embedded import embedded
from modelconfig.schema.validator import Checker


def main(file: str, runs: int) -> None:
    """Measure both with 2 problems in the document."""
    document = json.loads(Path(file).read_bytes())
    models = document["models"]
    models[len(models) // 3]["contextWindow"]["maxInputTokens"] = "5"
    models[-1]["capabilities"].append("vison")
    checker, peer = Checker(embedded("model")), jsonschema_rs.Draft202012Validator(embedded("model"))
    if len(checker.problems(document)) != 2:
        raise ValueError("the document does not have 2 problems")
    work = {
        "ours": lambda: checker.problems(document),
        "peer": lambda: list(peer.iter_errors(document)),
    }
    print_costs(work, runs)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
