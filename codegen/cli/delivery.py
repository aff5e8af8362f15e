"""What a command does with generated texts: write them, compare them with the disk, or tell what would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from codegen import output
from codegen.cli.main import report_on
from modelconfig.cli.output import echo, echo_err

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from codegen.schema.loader import Sources
    from modelconfig.diagnostics.problem import Problem

REMEDY = "nox -s codegen"
check_option = click.option(
    "--check", is_flag=True, help="Write nothing; show how the generated files differ and exit 1 if it does."
)
dry_run_option = click.option("--dry-run", is_flag=True, help="Write nothing; list the files that would change.")


def only_one(*, check: bool, dry_run: bool) -> None:
    """Refuse the two together. Raises UsageError."""
    if check and dry_run:
        raise click.UsageError("--check and --dry-run exclude each other.")


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where generated texts go: into folders below `root` that hold nothing else, but for some `foreign` files."""

    root: Path
    owned: Sequence[str]
    foreign: Sequence[str] = ()

    def run(
        self,
        expected: Mapping[str, str],
        sources: Sources,
        problems: list[Problem],
        format_name: str,
        *,
        check: bool,
        dry_run: bool,
    ) -> int:
        """Write, or what else was asked for, report, and return the exit code. `problems` are of what was read."""
        if check:
            drifted, diff = output.drift(self.root, expected, self.owned, self.foreign, REMEDY)
            echo_err(diff)
            return report_on(sources, [*problems, *drifted], format_name)
        if dry_run:
            drifted, _ = output.drift(self.root, expected, self.owned, self.foreign, REMEDY)
            # Where programs read standard output, it is for problems alone.
            listed = echo if format_name == "text" else echo_err
            listed("".join(f"{problem.file}: {problem.message}\n" for problem in drifted))
            return report_on(sources, problems, format_name)
        try:
            done = output.write_tree(self.root, expected, self.owned, self.foreign)
        except output.WriteError as refused:
            return report_on(sources, [*problems, refused.problem], format_name)
        echo_err(_summary(done, len(expected)))
        return report_on(sources, problems, format_name)


def _summary(done: output.Written, generated: int) -> str:
    """Return what a run changed, a line each, and a closing line."""
    lines = [f"wrote   {name}\n" for name in done.written] + [f"removed {name}\n" for name in done.removed]
    same = generated - len(done.written)
    return "".join(lines) + f"{generated} files generated, {same} of them unchanged\n"
