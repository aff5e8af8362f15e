"""Print the packages, arrows and import circles of a tree: `python -m tests.structure [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.structure.import_graph import arrows, circles, packages


def main() -> None:
    """Print the lists, then the counts."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    found = {
        "packages": packages(root),
        "arrows": [f"{importing} -> {imported}" for importing, imported in arrows(root)],
        "circles": circles(root),
    }
    lines = [line for name, items in found.items() for line in (f"{name}:", *(f"  {item}" for item in items))]
    counts = ", ".join(f"{len(items)} {name}" for name, items in found.items())
    sys.stdout.write("\n".join([*lines, counts, ""]))


if __name__ == "__main__":
    main()
