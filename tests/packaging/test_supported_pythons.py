"""The metadata, the workflow, the README and the lock files name the same Python versions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from tests.packaging import elsewhere

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SUPPORTED = [one.removeprefix("Programming Language :: Python :: ") for one in PROJECT["classifiers"] if ":: 3." in one]
OLDEST, NEWEST = SUPPORTED[0], SUPPORTED[-1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NO_WHEELS = {"3.14": {"jsoncompat", "zstandard"}, "3.15": {"google-re2", "jsoncompat", "orjson", "zstandard"}}
"""Distributions without wheels for CPython on Linux, which a lock file may not require there."""


def test_the_versions_are_consecutive() -> None:
    minors = [int(version.removeprefix("3.")) for version in SUPPORTED]
    assert minors == list(range(minors[0], minors[-1] + 1))
    assert PROJECT["requires-python"] == f">={OLDEST}"


def test_the_workflow_tests_every_version() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    assert workflow["jobs"]["checks"]["strategy"]["matrix"]["python"] == SUPPORTED


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_pages_name_the_versions(page: str) -> None:
    assert re.findall(r"Python (3\.\d+) to (3\.\d+)", (ROOT / page).read_text("utf-8")) == [(OLDEST, NEWEST)]


def test_debian_has_the_oldest_and_the_newest_version() -> None:
    assert (elsewhere.OLDEST, elsewhere.NEWEST) == (OLDEST, NEWEST)
    assert set(elsewhere.SUITES) <= set(SUPPORTED)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
@pytest.mark.parametrize("version", NO_WHEELS)
def test_locks_require_nothing_without_wheels(lock: Path, version: str) -> None:
    lines = re.findall(r"^([a-z][^\\\n]*) \\$", lock.read_text("utf-8"), re.MULTILINE)
    assert lines
    environment = {"python_version": version, "python_full_version": f"{version}.0", "sys_platform": "linux"}
    required = [Requirement(line) for line in lines]
    installed = {one.name for one in required if one.marker is None or one.marker.evaluate(environment)}
    assert installed & NO_WHEELS[version] == set()
