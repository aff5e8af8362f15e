"""The `--help` text of every command of `modelconfig` and `python -m codegen`, as golden files.

Run `python -m tests.modelconfig.cli.help_texts` to write them into `tests/cases/help/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.testing import CliRunner

from codegen.cli.main import cli as codegen_group
from modelconfig.cli.main import cli as modelconfig_group

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[2] / "cases" / "help"
WIDTH = 80
GROUPS = {"modelconfig": modelconfig_group, "python -m codegen": codegen_group}


def help_texts() -> dict[str, str]:
    """Return the help of each command by file name, as a terminal of 80 columns shows it."""
    return {
        f"{' '.join([name, *path]).replace(' ', '_')}.txt": _help(name, group, path)
        for name, group in GROUPS.items()
        for path in _paths(group, click.Context(group))
    }


def _paths(command: click.Command, context: click.Context) -> Iterator[list[str]]:
    """Yield the names that lead to a command, none for itself, and those that lead to its subcommands."""
    yield []
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            for path in _paths(inner, click.Context(inner, parent=context)):
                yield [name, *path]


def _help(name: str, group: click.Group, path: list[str]) -> str:
    """Return what the command prints for `--help`."""
    arguments = [*path, "--help"]
    return (
        CliRunner().invoke(group, arguments, prog_name=name, env={"COLUMNS": str(WIDTH)}, catch_exceptions=False).output
    )


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in help_texts().items():
        (FOLDER / file).write_text(text, "utf-8")
