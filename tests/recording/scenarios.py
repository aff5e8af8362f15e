"""Run the tests of the servers with the hook of `responses`, and bring what it noted into a stable form."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.recording.responses import VARIABLE

UNORDERED: dict[str, str] = {}
"""Tests whose distinct responses are recorded without order and number, with the reason."""
LEFT_OUT: dict[str, str] = {}
"""Tests whose responses are not recorded, with the reason."""


def recorded_responses(tree: Path, tests: str, processes: int) -> tuple[dict[str, Any], int]:
    """Run tests; return the responses of each by name, and the exit code of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "responses.jsonl"
        notes.touch()
        paths = [str(tree / "src"), str(tree / "generated" / "python"), str(tree)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), VARIABLE: str(notes)}
        command = [sys.executable, "-m", "pytest", tests, "-q", "-p", "no:cacheprovider", "-n", str(processes)]
        done = subprocess.run(command, cwd=tree, env=environment, check=False)
        return arranged(notes.read_text("utf-8").splitlines()), done.returncode


def arranged(lines: list[str]) -> dict[str, Any]:
    """Return the noted responses by test: equal ones in a row once, or each distinct one once."""
    found: dict[str, list[Any]] = {}
    for line in lines:
        response = json.loads(line)
        test = response.pop("test")
        function = test.partition("[")[0]
        if function in LEFT_OUT:
            continue
        responses = found.setdefault(test, [])
        if function in UNORDERED:
            if response not in responses:
                responses.append(response)
                responses.sort(key=lambda item: json.dumps(item, sort_keys=True))
        elif responses[-1:] != [response]:
            responses.append(response)
    return found
