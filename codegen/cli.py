"""The command line `python -m codegen`, which the nox sessions call."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from modelconfig.cli.lazy import LazyGroup
from modelconfig.cli.output import INTERRUPTED, UNUSABLE, finish

COMMANDS = {
    "types": ("codegen.types_command:types", "Generate the types and derived schemas from schema/."),
    "config": ("codegen.config_command:config", "Build models.json from catalog/."),
    "schema": ("codegen.schema_command:schema", "Check schema/ itself."),
}
"""Each command's place and short help; the place is imported only when the command runs."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Generate what comes from schema/ and catalog/.

    Run it from the repository's root, or name the folders. Exit codes: 0 clean, 1 when there is an error or, with
    --check, a difference, 2 for wrong usage or unreadable input.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(finish(lambda: _run(arguments)))


def _run(arguments: list[str] | None) -> int:
    try:
        result = cli.main(arguments, prog_name="python -m codegen", standalone_mode=False)
    except click.ClickException as why:
        why.show()
        return UNUSABLE
    except click.Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else 0


schema_option = click.option(
    "--schema",
    "schema_directory",
    type=click.Path(path_type=Path),
    default=Path("schema"),
    show_default=True,
    help="Folder with the hand-written schemas.",
)
root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=True,
    help="Folder below which generated/ stands.",
)
