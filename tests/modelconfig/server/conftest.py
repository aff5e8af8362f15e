"""What tests of servers have in common: surroundings without proxies, and a gateway that misbehaves on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.faults.gateway import FaultGateway

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a tester's machine says about the way to the network, for processes that are started too."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "NETRC"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def gateway() -> Iterator[FaultGateway]:
    with FaultGateway() as running:
        yield running
