"""Merge a base and a site configuration, parse the base, and copy it, and print the costs."""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path

from bench.in_process import print_costs
from bench.site_documents import base_document, site_document
from modelconfig.diagnostics.problem import has_errors
from modelconfig.merge.pipeline import merge_site


def main(catalogue: str, models: int, overrides: int, providers: int, runs: int) -> None:
    """Measure the merge, `json.loads` and `copy.deepcopy`."""
    base = base_document(Path(catalogue), models, providers)
    site = site_document(base, overrides, providers)
    text = json.dumps(base, ensure_ascii=False)
    merged = merge_site(base, site)
    if merged.document is None or has_errors(merged.problems):
        raise ValueError(f"the measured configuration cannot be merged: {merged.problems[:3]}")
    work = {
        "merge": lambda: merge_site(base, site),
        "loads": lambda: json.loads(text),
        "deepcopy": lambda: copy.deepcopy(base),
    }
    print_costs(work, runs, collect_garbage=False)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:6]))
