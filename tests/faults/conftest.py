"""Fixtures of the tests of faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.injection import InjectedFaults
from tests.modelconfig.server.conftest import gateway, no_proxies

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["gateway", "no_proxies"]


@pytest.fixture
def faults(tmp_path: Path) -> InjectedFaults:
    """Return rules of faults, for processes that the test starts."""
    folder = tmp_path / "injected"
    folder.mkdir()
    return InjectedFaults(folder)
