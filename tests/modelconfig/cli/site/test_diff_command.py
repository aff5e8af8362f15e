"""Compare each case of `site diff`: a folder in tests/cases/site-diff.

It has `old.jsonc` and, if the site configuration changes, `new.jsonc`; `base.json` is the base document, and
`new-base.json` the one after the change. `expected.txt` is what the command prints; run
`python -m tests.modelconfig.cli.site.test_diff_command` to write it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from modelconfig.cli.main import cli
from tests.helpers.command_line import run

CASES = Path(__file__).parents[3] / "cases" / "site-diff"
FOLDERS = sorted(CASES.iterdir())
UPGRADE = CASES / "upgrade"


def arguments(folder: Path) -> list[str]:
    """Return the arguments of a case."""
    files = [name for name in ("old.jsonc", "new.jsonc") if (folder / name).exists()]
    bases = [part for name in ("base.json", "new-base.json") if (folder / name).exists() for part in ("--base", name)]
    return [*files, *bases]


def output(folder: Path) -> str:
    """Return what the command prints for a case, both streams, and its exit code."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(cli, ["site", "diff", *arguments(folder)], prog_name="modelconfig")
    finally:
        os.chdir(before)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return f"{result.stdout}{result.stderr}exit code {result.exit_code}\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(folder: Path) -> None:
    printed = output(folder)
    assert printed == (folder / "expected.txt").read_text("utf-8")
    assert "canary" not in printed
    assert "slk_" not in printed


def test_case_folders_contain_only_case_files() -> None:
    for folder in FOLDERS:
        inputs = {name for name in arguments(folder) if name != "--base"}
        assert {file.name for file in folder.iterdir()} == inputs | {"expected.txt"}
        assert len(inputs) > 2 or folder.name != "both-changed"


def test_json_has_each_change_with_its_note() -> None:
    folder = CASES / "upgrade-removes-with-replacement"
    bases = ("--base", folder / "base.json", "--base", folder / "new-base.json")
    result = run("site", "diff", folder / "old.jsonc", *bases, "--format", "json")
    assert result.returncode == 1
    changes = json.loads(result.stdout)
    assert [(one["kind"], one["name"], one["note"]) for one in changes if one["subject"] == "model"] == [
        ("removed", "acme::v1::old", 'the base document no longer has it; its replacement is "acme::v1::small"')
    ]
    assert {*changes[0]} == {"kind", "subject", "name", "field", "old", "new", "note"}


def test_one_base_is_compared_with_the_embedded_catalogue() -> None:
    site, base = UPGRADE / "old.jsonc", UPGRADE / "base.json"
    result = run("site", "diff", site, "--base", base)
    assert result.returncode == 1
    assert "+ model acme::v1::large" in result.stdout


def test_standard_input_is_read_once() -> None:
    site, base = UPGRADE / "old.jsonc", UPGRADE / "base.json"
    one_site = run("site", "diff", "-", "--base", base, "--base", base, stdin=site.read_text("utf-8"))
    assert (one_site.returncode, one_site.stdout, one_site.stderr) == (0, "", "")
    assert run("site", "diff", "-", "-").returncode == 2
    assert run("site", "diff", "-", "--base", "-").returncode == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [((), "Give NEW"), (("--base", "a", "--base", "b", "--base", "c"), "--base can be given twice")],
)
def test_wrong_usage(options: tuple[str, ...], message: str) -> None:
    result = run("site", "diff", UPGRADE / "old.jsonc", *options)
    assert result.returncode == 2
    assert message in result.stderr


if __name__ == "__main__":
    for case in FOLDERS:
        (case / "expected.txt").write_text(output(case), "utf-8")
