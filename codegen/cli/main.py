"""The command group `python -m codegen`, its common options and exit codes."""

import sys

import click

from modelconfig.cli.lazy_group import LazyGroup
from modelconfig.cli.output import finish

NAME = "python -m codegen"
COMMANDS = {
    "types": ("codegen.cli.types_command:types", "Generate the types and derived schemas from schema/."),
    "kit": ("codegen.cli.kit_command:kit", "Generate the conformance kit from schema/."),
    "config": ("codegen.cli.config_command:config", "Build models.json from catalog/."),
    "due": ("codegen.cli.due_command:due", "Report models, prices and checks of catalog/ that are due on a day."),
    "schema": ("codegen.cli.schema_group:schema", "Check schema/, raise its version, and freeze releases."),
}
"""Import path and short help of each command; a command is imported only when it runs."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Generate the files that are derived from schema/ and catalog/, and check both.

    Run it in the root of the repository, or pass the folders as options. Exit codes: 0 no errors, 1 an error or, with
    --check, a difference, 2 wrong usage or unreadable input.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(finish(lambda: cli.run(NAME, arguments)))
