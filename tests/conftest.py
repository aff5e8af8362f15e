"""Settings of all tests."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).resolve().parent

# Machines differ and are shared: how long one example takes is no finding.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

# As where jsonschema-rs is not installed; `nox -s reference` sets the variable.
if os.environ.get("WITHOUT_JSONSCHEMA_RS"):
    sys.modules["jsonschema_rs"] = None  # type: ignore[assignment]  # importing it raises ImportError

# Random documents are the same in all processes of a run; setting the variable repeats a run.
SEED = "CONFORMANCE_SEED"
os.environ.setdefault(SEED, str(secrets.randbelow(2**32)))


def pytest_report_header() -> str:
    """Return the seed, which repeats a run."""
    return f"{SEED}={os.environ[SEED]}"


# Before xdist reads the marks.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests that share a compiler, a browser or a server in one process: their fixtures are slow to set up."""
    for item in items:
        folders = item.path.relative_to(TESTS).parts[:-1]
        if {"go", "typescript"} & set(folders[:1]):
            item.add_marker(pytest.mark.xdist_group(folders[0]))
        elif {"browser", "deploy", "server"} & set(folders):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
