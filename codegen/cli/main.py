"""The command line `python -m codegen`, which the nox sessions call."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from modelconfig.cli.lazy_group import LazyGroup
from modelconfig.cli.options import report
from modelconfig.cli.output import INTERRUPTED, UNUSABLE, finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from codegen.schema.loader import Sources
    from modelconfig.diagnostics.problem import Problem

COMMANDS = {
    "types": ("codegen.cli.types_command:types", "Generate the types and derived schemas from schema/."),
    "kit": ("codegen.cli.kit_command:kit", "Generate the conformance kit from schema/."),
    "config": ("codegen.cli.config_command:config", "Build models.json from catalog/."),
    "schema": ("codegen.cli.schema_group:schema", "Check schema/ itself."),
}
"""Each command's place and short help; the place is imported only when the command runs."""
_UNUSABLE = frozenset({"MC001", "MC002", "MC011"})


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


def is_unreadable(problems: Iterable[Problem]) -> bool:
    """Return whether something could not be read or written at all, which is another exit code than findings."""
    return any(problem.code in _UNUSABLE for problem in problems)


def report_on(sources: Sources, problems: Sequence[Problem], format_name: str, *, checked: str = "") -> int:
    """Print problems of schema sources and return the exit code. Excerpts are whole: schemas hold no credentials."""
    return report(
        problems,
        format_name,
        sources=sources.texts,
        checked=checked,
        unreadable=is_unreadable(problems),
        masks=dict.fromkeys(sources.texts, _whole),
    )


def _whole(line: str, _number: int) -> str:
    return line


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
