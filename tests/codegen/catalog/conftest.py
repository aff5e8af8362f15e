"""The folder in which the command that builds the catalogue runs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.codegen.catalog.config_command import SMALL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project's folder with a small catalogue, in which the command runs."""
    for name in ("catalog.yaml", "providers/acme.yaml"):
        (tmp_path / "catalog" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SMALL / name, tmp_path / "catalog" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
