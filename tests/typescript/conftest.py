"""The compilers and the clients' projects, created once for all tests of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.typescript.compiling import Toolchain, install_toolchain
from tests.typescript.projects import ORIGINS, PACKAGE, Client, new_client

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    return install_toolchain()


@pytest.fixture(scope="session")
def packed(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tarball that `npm pack` creates from the generated package."""
    folder = tmp_path_factory.mktemp("packed")
    toolchain.npm("pack", PACKAGE, "--pack-destination", folder, folder=folder)
    (tarball,) = folder.glob("*.tgz")
    return tarball


@pytest.fixture(scope="session")
def clients(toolchain: Toolchain, packed: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Client]:
    root = tmp_path_factory.mktemp("clients")
    return {origin: new_client(toolchain, origin, root / origin, packed) for origin in ORIGINS}
