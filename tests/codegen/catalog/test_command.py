"""The command `python -m codegen config`: its files, output and exit codes, and unchanged files."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click.testing
import pytest

from codegen.cli.config_command import config
from codegen.targets.registry import SOURCES_COPIES
from tests.codegen.catalog.config_command import (
    COPIES,
    DAY,
    OUTPUTS,
    ROOT,
    SMALL,
    append_line,
    change_content,
    edit,
    revisions,
    run,
    state,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_first_build_keeps_the_revision_and_writes_three_equal_files(home: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert "models.json is new." in result.stdout
    assert revisions(home) == ("2026-11-22.1", "2026-11-22.1")
    assert len({(home / name).read_bytes() for name in COPIES}) == 1
    assert (home / "models.json").read_bytes() == (SMALL / "models.json").read_bytes()


def test_building_again_changes_nothing(home: Path) -> None:
    run()
    before = state(home)
    result = run(day="2027-06-01")
    assert result.exit_code == 0
    assert "up to date" in result.stdout
    assert state(home) == before


def test_changed_content_gets_the_next_revision_which_is_printed(home: Path) -> None:
    run("--publish")
    change_content(home)
    result = run()
    assert result.exit_code == 0
    assert revisions(home) == ("2026-11-22.2", "2026-11-22.2")
    assert "displayName: Large -> Larger" in result.stdout
    assert "catalog/catalog.yaml is now 2026-11-22.2 (was 2026-11-22.1)" in result.stdout
    assert json.loads((home / SOURCES_COPIES[0]).read_bytes())["revision"] == "2026-11-22.2"
    # That revision is not published yet.
    change_content(home, "Largest")
    run(day="2026-12-01")
    assert revisions(home) == ("2026-11-22.2", "2026-11-22.2")
    run("--publish")
    change_content(home, "Even larger")
    run(day="2026-12-01")
    assert revisions(home) == ("2026-12-01.1", "2026-12-01.1")


def test_comments_and_the_order_of_capabilities_are_no_content(home: Path) -> None:
    run()
    edit(home / "catalog/providers/acme.yaml", "[chat, edit]", "[edit, chat] # any order")
    assert "up to date" in run().stdout
    assert revisions(home) == ("2026-11-22.1", "2026-11-22.1")


def test_editing_only_the_revision_is_accepted(home: Path) -> None:
    run()
    edit(home / "catalog/catalog.yaml", "2026-11-22.1", "2027-01-01.7")
    assert run("--check").exit_code == 1
    assert run().exit_code == 0
    assert revisions(home) == ("2027-01-01.7", "2027-01-01.7")


def test_lowering_the_revision_is_a_warning(home: Path) -> None:
    edit(home / "catalog/catalog.yaml", "2026-11-22.1", "2026-11-22.2")
    run("--publish")
    edit(home / "catalog/catalog.yaml", "2026-11-22.2", "2026-11-22.1")
    result = run()
    assert result.exit_code == 0
    assert "catalog/catalog.yaml:1:11: warning[MC271]" in result.stdout
    assert result.stdout.endswith(", 1 warning.\n")
    assert revisions(home) == ("2026-11-22.1", "2026-11-22.1")


def test_excerpts_are_readable_beside_comments_and_links_that_look_confidential(home: Path) -> None:
    file = home / "catalog/catalog.yaml"
    link = "# Token budgets\nlink: https://example.com/@scope/package\n"
    file.write_text(f"{file.read_text('utf-8')}{link}unknown: value\n", "utf-8")
    assert "| unknown: value\n" in run().stdout


def test_check_reports_and_writes_nothing(home: Path) -> None:
    run("--publish")
    assert run("--check").exit_code == 0
    change_content(home)
    before = state(home)
    result = run("--check")
    assert result.exit_code == 1
    assert all(f"{name}: error[MC270]" in result.stdout for name in OUTPUTS)
    assert "would become 2026-11-22.2" in result.stdout
    assert state(home) == before


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("damage", [Path.unlink, append_line])
def test_check_reports_and_a_build_restores_each_file(home: Path, name: str, damage: Callable[[Path], None]) -> None:
    run()
    good = state(home)
    damage(home / name)
    result = run("--check", "--format", "json")
    assert result.exit_code == 1
    assert [(found["code"], found["file"]) for found in json.loads(result.stdout)] == [("MC270", name)]
    assert run().exit_code == 0
    assert state(home) == good


def test_dry_run_prints_the_document_and_writes_nothing(home: Path) -> None:
    run("--publish")
    change_content(home)
    before = state(home)
    result = run("--dry-run")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["revision"] == "2026-11-22.2"
    assert "displayName: Large -> Larger" in result.stderr
    assert state(home) == before
    run()
    assert (home / "models.json").read_text(encoding="utf-8") == result.stdout


def test_another_output_gets_only_the_document(home: Path) -> None:
    run()
    before = state(home)
    assert run("--output", "other.json").exit_code == 0
    assert state(home) == before | {"other.json": before["models.json"]}


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"<<<<<<< ours\n", b"\xff\xfe\x00", b'{"models": []}'])
def test_an_unrelated_file_is_replaced_only_with_force(home: Path, content: bytes) -> None:
    (home / "models.json").write_bytes(content)
    before = state(home)
    result = run()
    assert result.exit_code == 1
    assert "models.json: error[MC012]" in result.stdout
    assert state(home) == before
    assert run("--force").exit_code == 0
    assert revisions(home) == ("2026-11-22.1", "2026-11-22.1")


def test_conflict_markers_in_the_document_need_no_force(home: Path) -> None:
    assert run().exit_code == 0
    before = state(home)
    text = (home / "models.json").read_text("utf-8")
    line = next(one for one in text.splitlines(keepends=True) if '"revision"' in one)
    conflict = f"<<<<<<< HEAD\n{line}=======\n{line.replace('2026', '2025')}>>>>>>> other\n"
    (home / "models.json").write_text(text.replace(line, conflict), "utf-8")
    assert run().exit_code == 0
    assert state(home) == before


def test_another_output_keeps_the_revision_if_the_document_is_unreadable(home: Path) -> None:
    (home / "models.json").write_bytes(b"{}")
    before = state(home)
    assert run("--output", "other.json").exit_code == 0
    assert json.loads((home / "other.json").read_bytes())["revision"] == "2026-11-22.1"
    assert state(home) == before | {"other.json": (home / "other.json").read_bytes()}


@pytest.mark.parametrize(("output", "code"), [(".", "MC011"), ("missing/models.json", "MC011")])
def test_an_unusable_output_is_reported(home: Path, output: str, code: str) -> None:
    before = state(home)
    result = run("--output", output, "--force")
    assert result.exit_code == 2
    assert f"error[{code}]" in result.stdout
    assert state(home) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", "catalog/catalog.yaml", "--force"),
        ("--check", "--dry-run"),
        ("--publish", "--check"),
        ("--publish", "--dry-run"),
        ("--publish", "--output", "other.json"),
        ("--date", "2026-02-30"),
        ("--format", "yaml"),
        ("--unknown",),
        ("extra",),
    ],
)
def test_wrong_usage(home: Path, arguments: tuple[str, ...]) -> None:
    before = state(home)
    result = run(*arguments)
    assert result.exit_code == 2
    assert state(home) == before


def test_an_error_stops_the_build_before_anything_is_written(home: Path) -> None:
    run()
    edit(home / "catalog/providers/acme.yaml", "category: speed", "category: sped")
    before = state(home)
    result = run()
    assert result.exit_code == 1
    assert "catalog/providers/acme.yaml:16:15: error[MC104]" in result.stdout
    assert state(home) == before


@pytest.mark.parametrize("name", ["json", "github", "sarif"])
def test_formats_print_the_summary_to_standard_error(home: Path, name: str) -> None:
    edit(home / "catalog/providers/acme.yaml", "status: stable", "status: deprecated")
    result = run("--format", name)
    assert result.exit_code == 0
    assert "MC205" in result.stdout
    assert "models.json is new." not in result.stdout
    assert "models.json is new." in result.stderr


def test_unreadable_input_exits_with_2(home: Path) -> None:
    (home / "catalog/catalog.yaml").unlink()
    result = run()
    assert result.exit_code == 2
    assert "catalog/catalog.yaml: error[MC001]" in result.stdout


class Killed(BaseException):
    """A signal that ends the process at once."""


# The revision in the catalogue, and every output.
WRITTEN = 1 + len(OUTPUTS)


@pytest.mark.parametrize("survived", range(WRITTEN + 1))
def test_the_next_run_detects_and_completes_an_interrupted_run(
    home: Path, monkeypatch: pytest.MonkeyPatch, survived: int
) -> None:
    run("--publish")
    change_content(home)
    renames = 0
    replace = os.replace

    def cut_short(source: str, target: str, **folders: int | None) -> None:
        nonlocal renames
        if renames == survived:
            raise Killed
        renames += 1
        replace(source, target, **folders)

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", cut_short)
        outcome = click.testing.CliRunner()
        arguments = ["--catalog", "catalog", "--schema", str(ROOT / "schema"), "--date", DAY]
        if survived < WRITTEN:
            with pytest.raises(Killed):
                outcome.invoke(config, arguments)
        else:
            assert outcome.invoke(config, arguments).exit_code == 0
    assert run("--check").exit_code == (1 if survived < WRITTEN else 0)
    assert run().exit_code == 0
    assert revisions(home) == ("2026-11-22.2", "2026-11-22.2")
    assert run("--check").exit_code == 0


def test_a_full_disk_leaves_every_file_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--publish")
    change_content(home)
    before = state(home)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run()
    assert result.exit_code == 2
    assert "error[MC011]" in result.stdout
    assert "would become" in result.stdout
    assert state(home) == before
