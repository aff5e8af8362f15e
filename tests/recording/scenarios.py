"""Run the server tests with the hook of `responses`, and normalise the recorded responses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.recording.responses import FIXTURES, VARIABLE

WITHOUT_CONTENT = {
    "test_a_valid_change_is_served": "the page is requested once, before or after it follows the change",
    "test_sighup_reloads_tokens_and_feature_flags": "the first response may come before the feature flags are read",
    "test_five_hundred_reloads_under_load_give_only_consistent_responses": "requests run beside the reloads",
    "test_no_request_fails_while_the_configuration_changes": "requests run beside the changes",
}
"""Tests in which time decides which of several contents a response has, with the reason.

Of their responses, each distinct one is recorded, without body and without the headers that depend on it.
"""
LEFT_OUT = {
    "test_no_secret_of_a_site_configuration_is_exposed": "its site configurations are random",
}
"""Tests whose responses are not recorded, with the reason."""
_OF_CONTENT = {"content-encoding", "content-length", "etag", "last-modified"}


def recorded_responses(tree: Path, tests: str | None, processes: int) -> tuple[dict[str, Any], int]:
    """Run tests, by default the server tests; return the responses of each by name, and the exit code of pytest.

    The tests of one file run in one process, in order: some share a server, whose metrics count all previous requests.
    """
    tests = tests or str(next(path.parent for path in sorted(tree.glob("tests/**/server/process.py"))))
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "responses.jsonl"
        notes.touch()
        paths = [str(tree / "src"), str(tree / "generated" / "python"), str(tree)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), VARIABLE: str(notes)}
        command = [sys.executable, "-m", "pytest", tests, "-q", "-p", "no:cacheprovider", "-n", str(processes)]
        command += ["--dist", "loadfile"]
        done = subprocess.run(command, cwd=tree, env=environment, check=False)
        return arranged(notes.read_text("utf-8").splitlines()), done.returncode


def arranged(lines: list[str]) -> dict[str, Any]:
    """Return the recorded responses by test: consecutive equal ones once, or each distinct one once."""
    found: dict[str, list[Any]] = {}
    for line in lines:
        response = json.loads(line)
        test = response.pop("test")
        function = test.partition("[")[0]
        responses = found.setdefault(test, [])
        if function in WITHOUT_CONTENT:
            _add_distinct(responses, _without_content(response))
        elif function == FIXTURES:
            _add_distinct(responses, response)
        elif function not in LEFT_OUT and responses[-1:] != [response]:
            responses.append(response)
    return found


def _without_content(response: dict[str, Any]) -> dict[str, Any]:
    headers = [header for header in response["headers"] if header[0].lower() not in _OF_CONTENT]
    return {**response, "headers": headers, "body": None}


def _add_distinct(responses: list[Any], response: dict[str, Any]) -> None:
    if response not in responses:
        responses.append(response)
        responses.sort(key=lambda item: json.dumps(item, sort_keys=True))
