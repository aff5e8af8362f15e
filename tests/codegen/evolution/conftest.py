"""A copy of the schemas with one release."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from codegen.evolution import releases
from tests.codegen.evolution.old_readers import FIXTURE
from tests.codegen.evolution.schema_copies import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """Return a copy of the schemas as version 1.0.0, which is also their only release."""
    folder = tmp_path / "tree" / "schema"
    sources = folder / releases.FOLDER / "1.0.0" / releases.SOURCES
    sources.mkdir(parents=True)
    for path in FIXTURE.glob("*.json"):
        shutil.copyfile(path, folder / path.name)
    edit(folder, version="1.0.0")
    for path in folder.glob("*.json"):
        shutil.copyfile(path, sources / path.name)
    return folder
