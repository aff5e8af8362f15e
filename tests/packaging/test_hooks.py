"""What other repositories get by pre-commit: each hook takes the files that it is for, and tells what is wrong."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
GOOD = {"modelconfig-validate": "models.json", "modelconfig-site-check": "docs/examples/site/self-hosted.jsonc"}
BAD = {
    "modelconfig-validate": "docs/examples/draft.json",
    "modelconfig-site-check": "docs/examples/site-with-mistakes.jsonc",
}
TAKEN = {
    "modelconfig-validate": ["models.json", "a/models.json"],
    "modelconfig-site-check": ["site.json", "config/site.jsonc", "site-config.json", "a/site_configuration.jsonc"],
}
LEFT = {
    "modelconfig-validate": ["my-models.json", "models.jsonc", "models.json.bak"],
    "modelconfig-site-check": ["website.json", "site.yaml", "site.json.bak", "site-map.json"],
}


def run(hook: str, file: str) -> int:
    program, *arguments = shlex.split(HOOKS[hook]["entry"])
    assert program == "modelconfig"
    command = [sys.executable, "-m", program, *arguments, file]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def test_each_hook_is_tried() -> None:
    assert sorted(HOOKS) == sorted(GOOD)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_passes_what_is_right_and_fails_what_is_wrong(hook: str) -> None:
    assert (run(hook, GOOD[hook]), run(hook, BAD[hook])) == (0, 1)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_takes_its_files_and_no_others(hook: str) -> None:
    found = [name for name in TAKEN[hook] + LEFT[hook] if re.search(HOOKS[hook]["files"], name)]
    assert found == TAKEN[hook]


def test_pages_name_hooks_that_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8") + (ROOT / "docs" / "administrators.md").read_text("utf-8")
    named = set(re.findall(r"(?:id: |pre-commit hook is\s+`)(modelconfig-[\w-]+)", text))
    assert named == set(HOOKS)
