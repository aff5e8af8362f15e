"""An environment in which the generated package cannot be imported, even if it is installed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_IMPORT_BLOCKER = """
import sys

class Reject:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "modelconfig_types":
            raise ImportError(f"{name} is rejected in this test")

sys.meta_path.insert(0, Reject())
"""


def without_generated_package(folder: Path, *sources: Path) -> dict[str, str]:
    """Return environment variables with which Python imports the sources first and never the generated package."""
    (folder / "sitecustomize.py").write_text(_IMPORT_BLOCKER, "utf-8")
    search = [folder, *sources, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, search))}
