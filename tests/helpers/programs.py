"""Find programs that tests need: a test without its program is skipped, except in CI, where it fails."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest

_SYSTEM_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")


def required_program(name: str) -> str:
    """Return the path of a program on `PATH` or in the folders of the system."""
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *_SYSTEM_FOLDERS]))
    if found is None:
        missing(f"the program {name}")
    return found


def missing(what: str) -> NoReturn:
    """Skip the running test because the machine lacks something; in CI, fail."""
    # Not an assertion, because its report would print the environment.
    if os.environ.get("CI"):
        pytest.fail(f"a CI machine must have {what}")
    pytest.skip(f"this machine does not have {what}")
