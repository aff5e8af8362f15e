"""Settings of all tests."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# Corrects a clock before anything uses it.
import tests.helpers.plausible_clock  # noqa: F401

if TYPE_CHECKING:
    from collections.abc import Iterator

# Machines differ and are shared: how long one example takes is no finding.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

# Random documents are the same in all processes of a run; setting the variable repeats a run.
SEED = "CONFORMANCE_SEED"
os.environ.setdefault(SEED, str(secrets.randbelow(2**32)))


def pytest_report_header() -> str:
    """Return the seed, which repeats a run."""
    return f"{SEED}={os.environ[SEED]}"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests that need root for other users."""
    if item.get_closest_marker("root") and (not hasattr(os, "geteuid") or os.geteuid() != 0):
        pytest.skip("needs root")


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that another user may enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in folder.rglob("*"):
            if path.is_dir():
                path.chmod(0o755)
