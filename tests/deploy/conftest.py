"""Fixtures of the tests of the shipped configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server import certificates

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.certificates import Certificates


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove the network settings of the environment, also for started processes."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Return a certificate for the loopback interface and the authority that signed it."""
    folder: Path = tmp_path_factory.mktemp("authority")
    return certificates.make(folder, "IP:127.0.0.1,DNS:localhost")
