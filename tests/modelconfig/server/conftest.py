"""Fixtures of the server tests: an environment without proxies, and a gateway with configurable faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.faults.gateway import FaultGateway

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove the network settings of the environment, also for started processes."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "NETRC"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def gateway() -> Iterator[FaultGateway]:
    with FaultGateway() as running:
        yield running
