"""The pre-commit hooks for other repositories: each selects its files and reports their problems."""

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
SELECTED = {
    "modelconfig-validate": ["models.json", "a/models.json"],
    "modelconfig-site-check": ["site.json", "config/site.jsonc", "site-config.json", "a/site_configuration.jsonc"],
}
NOT_SELECTED = {
    "modelconfig-validate": ["my-models.json", "models.jsonc", "models.json.bak"],
    "modelconfig-site-check": ["website.json", "site.yaml", "site.json.bak", "site-map.json"],
}


def run(hook: str, file: str) -> int:
    program, *arguments = shlex.split(HOOKS[hook]["entry"])
    assert program == "modelconfig"
    command = [sys.executable, "-m", program, *arguments, file]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def test_each_hook_has_cases() -> None:
    assert sorted(HOOKS) == sorted(GOOD)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_accepts_valid_and_rejects_invalid_files(hook: str) -> None:
    assert (run(hook, GOOD[hook]), run(hook, BAD[hook])) == (0, 1)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_selects_only_its_files(hook: str) -> None:
    found = [name for name in SELECTED[hook] + NOT_SELECTED[hook] if re.search(HOOKS[hook]["files"], name)]
    assert found == SELECTED[hook]


def test_hooks_named_in_docs_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8") + (ROOT / "docs" / "administrators.md").read_text("utf-8")
    named = set(re.findall(r"(?:id: |pre-commit hook is\s+`)(modelconfig-[\w-]+)", text))
    assert named == set(HOOKS)
