"""Completion in bash, zsh and fish: what is in the line after a tab."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.cli.completion.shell_sessions import SHELLS, run_lines

if TYPE_CHECKING:
    from pathlib import Path

REF = "mistral::v1::autoedits-mixtral-v2"
LINES = {
    "modelconfig vali\t ./mod\t": ["validate", "./models.json"],
    "modelconfig show mistral::v1::auto\t": ["show", REF],
    "modelconfig show mist\tauto\t": ["show", REF],
    "modelconfig show mistral::v1::\tauto\t": ["show", REF],
    "modelconfig ref check a::b::c mistral::v1::auto\t": ["ref", "check", "a::b::c", REF],
    "cd .; modelconfig explain mc20\t1\t": ["explain", "MC201"],
    "modelconfig validate --ignore MC51\t4\t x": ["validate", "--ignore", "MC514", "x"],
    "modelconfig list --provider goo\t": ["list", "--provider", "google"],
    "modelconfig list --provider=goo\t": ["list", "--provider=google"],
    "modelconfig list --capab\t vis\t": ["list", "--capability", "vision"],
    "modelconfig list --base ./mod\t": ["list", "--base", "./models.json"],
    "modelconfig list --base site.jsonc --provider goo\t": ["list", "--base", "site.jsonc", "--provider", "goo"],
    "modelconfig site explain site.jsonc acme::v1::\t": ["site", "explain", "site.jsonc", "acme::v1::large"],
    "modelconfig site explain site.jsonc def\t": ["site", "explain", "site.jsonc", "defaultModels"],
    "modelconfig schema compl\t": ["schema", "completions"],
    "modelconfig serve gat\t": ["serve", "gateway"],
}
SITE = {
    "modelConfiguration": {
        "sourcegraph": {},
        "providerOverrides": [
            {
                "id": "acme",
                "serverSideConfig": {"type": "openaicompatible", "endpoints": [{"url": "https://acme.example/v1"}]},
            }
        ],
        "modelOverrides": [{"modelRef": "acme::v1::large", "modelName": "large", "capabilities": ["chat"]}],
    }
}


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_in_a_terminal(shell: str, tmp_path: Path) -> None:
    (tmp_path / "models.json").write_text("{}", "utf-8")
    (tmp_path / "site.jsonc").write_text(json.dumps(SITE), "utf-8")
    found = run_lines(shell, list(LINES), tmp_path)
    assert dict(zip(LINES, found, strict=True)) == LINES


def test_bash_completes_a_quoted_word(tmp_path: Path) -> None:
    assert run_lines("bash", ['modelconfig show "mistral::v1::auto\t'], tmp_path) == [["show", REF]]
