"""The command `site diff`: what changes for users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.document_output import diff_format_option, echo_changes, echo_json
from modelconfig.cli.options import FILE, garbage_collector_disabled, reject_repeated_stdin
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo_err
from modelconfig.cli.site.site_files import echo_site_problems, load_base, load_site

if TYPE_CHECKING:
    from modelconfig.analysis.user_changes import Side
    from modelconfig.diagnostics.problem import Problem
    from modelconfig.site.site_file import SiteFile

_MAX_SIDES = 2


@click.command("diff")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE, required=False)
@click.option(
    "--base",
    "bases",
    type=FILE,
    metavar="FILE",
    multiple=True,
    help="Base document to merge into; - reads standard input. Given twice: those before and after. "
    "[default: the embedded catalogue]",
)
@diff_format_option
@click.pass_context
def site_diff(
    context: click.Context, /, *, old: str, new: str | None, bases: tuple[str, ...], format_name: str
) -> None:
    """Show what changes for users from site configuration OLD to NEW, or for OLD with another base document.

    Without NEW, give the base documents before and after the change, or only the one after it: the one before is then
    the embedded catalogue. Shown are the models and defaults that clients receive, why a model is no longer offered,
    and models that end within 90 days of the revision. Problems that only the new side has, such as filters that no
    longer match, are printed to standard error. Exit codes: 0 no difference, 1 differences, 2 a file is invalid or
    cannot be read.
    """
    if len(bases) > _MAX_SIDES:
        raise click.UsageError("--base can be given twice: the base documents before and after.")
    if new is None and not bases:
        raise click.UsageError("Give NEW, or the base document after the change with --base.")
    reject_repeated_stdin(old, new, *bases)
    from modelconfig.analysis.user_changes import user_changes

    paths, sites = _bases(bases, is_one_site=new is None), (old, old if new is None else new)
    with garbage_collector_disabled():
        documents = {path: load_base(context, path) for path in dict.fromkeys(paths)}
        files = {path: load_site(context, path) for path in dict.fromkeys(sites)}
        sides = [
            _side(context, documents[base], *files[site], base or "the embedded catalogue")
            for base, site in zip(paths, sites, strict=True)
        ]
        differences = user_changes(*sides)
        echo_site_problems(differences.problems, sides[1].file)
        if format_name == "json":
            echo_json(differences.to_json())
        else:
            echo_changes(differences.changes, format_name, differences.notes)
    context.exit(FINDINGS if differences.changes else CLEAN)


def _bases(bases: tuple[str, ...], *, is_one_site: bool) -> tuple[str | None, str | None]:
    """Return the base documents before and after; None is the embedded catalogue."""
    if len(bases) == _MAX_SIDES:
        return bases[0], bases[1]
    only = bases[0] if bases else None
    return (None if is_one_site else only), only


def _side(
    context: click.Context, base: dict[str, Any], file: SiteFile, problems: list[Problem], base_name: str
) -> Side:
    """Return one side; print its problems and exit if errors prevent it."""
    from modelconfig.analysis.check import evaluate_settings
    from modelconfig.analysis.user_changes import Side
    from modelconfig.diagnostics.phrases import printable
    from modelconfig.diagnostics.problem import has_errors

    checked = evaluate_settings(base, file.value)
    if checked.merged is None or has_errors(problems):
        echo_site_problems([*problems, *file.place(checked.problems)], file)
        echo_err(printable(f"{file.name} cannot be merged with {base_name}.") + "\n")
        context.exit(UNUSABLE)
    return Side(base, file, checked.problems, checked.merged)
