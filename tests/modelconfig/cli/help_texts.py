"""The `--help` text of every command of `modelconfig` and `python -m codegen`, as golden files.

Run `python -m tests.modelconfig.cli.help_texts` to write them into `tests/cases/help/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

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
        f"{path.replace(' ', '_')}.txt": text
        for name, group in GROUPS.items()
        for path, text in _help(name, group, None)
    }


def _help(name: str, command: click.Command, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    """Yield the path and the help of a command, then those of its subcommands."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH)
    yield context.command_path, command.get_help(context) + "\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _help(inner, found, context)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in help_texts().items():
        (FOLDER / file).write_text(text, "utf-8")
