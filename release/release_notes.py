"""The notes of a release: the section of its version in the changelog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def notes_of(changelog: Path, version: str) -> str:
    """Return the section of a version without its heading. The version must have a date."""
    heading = re.compile(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d{{2}}-\d{{2}}$", re.MULTILINE)
    text = changelog.read_text("utf-8")
    found = heading.search(text)
    if found is None:
        message = f"CHANGELOG.md has no section `## [{version}] - YYYY-MM-DD`"
        raise SystemExit(message)
    return text[found.end() :].partition("\n## ")[0].strip() + "\n"
