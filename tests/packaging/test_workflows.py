"""The sessions of nox, the workflows that run them, some on a schedule, and the actions of the workflows."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
USES = re.compile(r"uses: (\S+)@(\S+)")
BY_TAG = {"pypa/gh-action-pypi-publish"}
SESSION = re.compile(r"^@nox\.session(?:\(name=\"([\w-]+)\"\))?\ndef (\w+)", re.MULTILINE)
RUN = re.compile(r"dev\.py -s ((?:[a-z][\w-]*(?: |$))+)")


LOADED = """
import runpy, sys, types

nox = sys.modules["nox"] = types.ModuleType("nox")
nox.session = lambda function=None, **_: function or (lambda decorated: decorated)
nox.options = types.SimpleNamespace()
print(*runpy.run_path(sys.argv[1])["nox"].options.sessions)
"""
"""A program that loads a noxfile as nox does, without its folder among those that Python imports from."""


def sessions() -> set[str]:
    """Return the names of the sessions in noxfile.py."""
    return {name or function for name, function in SESSION.findall((ROOT / "noxfile.py").read_text("utf-8"))}


def jobs(file: Path) -> dict[str, Any]:
    """Return the jobs of a workflow."""
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))["jobs"]
    return found


def sessions_of(file: Path) -> set[str]:
    """Return the sessions that a workflow runs, those of a matrix included."""
    found: set[str] = set()
    for job in jobs(file).values():
        values = job.get("strategy", {}).get("matrix", {}).get("session", [""])
        for step, value in itertools.product(job["steps"], values):
            command = step.get("run", "").replace("${{ matrix.session }}", value)
            found.update(name for names in RUN.findall(command) for name in names.split())
    return found


def test_nox_loads_the_sessions_from_any_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", LOADED, str(ROOT / "noxfile.py")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert {"lint", "tests", "docs"} <= set(done.stdout.split()) <= sessions()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_actions_are_pinned_by_commit(file: Path) -> None:
    by_tag = {
        name for name, commit in USES.findall(file.read_text("utf-8")) if not re.fullmatch("[0-9a-f]{40}", commit)
    }
    assert by_tag <= BY_TAG


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_sessions_of_a_workflow_exist(file: Path) -> None:
    assert sessions_of(file) <= sessions()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_job_has_a_time_limit(file: Path) -> None:
    assert [name for name, job in jobs(file).items() if not 0 < job.get("timeout-minutes", 0) <= 60] == []


def test_each_week_a_workflow_runs_the_sessions_that_the_page_says() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    weekly = set(re.findall(r"^\| `(\w+)` \|.*A workflow runs it each week", page, re.MULTILINE))
    assert weekly == {"fuzz", "soak", "bench"}
    long_runs = ROOT / ".github" / "workflows" / "long-runs.yml"
    assert sessions_of(long_runs) == weekly
    # YAML 1.1 reads the key `on` as a boolean.
    triggers = yaml.safe_load(long_runs.read_text("utf-8"))[True]
    assert set(triggers) == {"schedule", "workflow_dispatch"}
    [schedule] = triggers["schedule"]
    assert re.fullmatch(r"[0-9]+ [0-9]+ \* \* [0-6]", schedule["cron"])
