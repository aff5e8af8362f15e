"""The toolchain and the programs built with it, once for all tests of a run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.go.toolchain import MODULE, GoToolchain, Trials, opened, write_trials

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def toolchain(tmp_path_factory: pytest.TempPathFactory) -> GoToolchain:
    cache = os.environ.get("GOCACHE")
    # All processes of a run use one cache, so that the standard library is compiled once.
    base = tmp_path_factory.getbasetemp()
    of_the_run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return GoToolchain(Path(cache) if cache else of_the_run / "go-build")


@pytest.fixture(scope="session")
def module(toolchain: GoToolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the test module, which uses the generated module from a folder, like a Go program would."""
    folder = tmp_path_factory.mktemp("go") / "trial"
    write_trials(folder)
    toolchain.clean("go", "mod", "edit", f"-replace=modelconfig={MODULE}", folder=folder)
    return folder


@pytest.fixture(scope="session")
def trials(toolchain: GoToolchain, module: Path) -> Iterator[Trials]:
    toolchain.clean("go", "build", "-o", "trial.bin", ".", folder=module)
    yield from opened([str(module / "trial.bin")])
