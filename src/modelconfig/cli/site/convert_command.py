"""The command `site convert`: `completions` to `modelConfiguration`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import FILE, reject_url
from modelconfig.cli.output import CLEAN, FINDINGS, echo, echo_err
from modelconfig.cli.site.saved_file import save
from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import Problem, error, has_errors

if TYPE_CHECKING:
    from modelconfig.site.legacy.conversion import Converted


@click.command
@click.argument("file", type=FILE, metavar="FILE")
@click.option(
    "--output", type=FILE, metavar="FILE", callback=reject_url, help="Write to FILE (mode 0600), including credentials."
)
@click.option("--force", is_flag=True, help="Replace an existing output file that has other content.")
@click.option("--reveal-secrets", is_flag=True, help="Print credentials instead of placeholders.")
@click.pass_context
def convert(context: click.Context, /, *, file: str, output: str | None, force: bool, reveal_secrets: bool) -> None:
    """Convert `completions` of site configuration FILE to the equivalent `modelConfiguration`.

    The result is written to standard output or, with --output, to a file. Comments at its top list the inferred values.
    FILE is JSON with comments; - reads standard input. FILE is not changed. Exit code 1 if there is nothing to convert
    or `completions` is invalid, 2 if a file cannot be read or written.
    """
    from modelconfig.cli.site.site_files import echo_site_problems, load_site

    if force and output is None:
        raise click.UsageError("--force requires --output.")
    site_file, site_problems = load_site(context, file)
    problems, converted = _convert(site_file.value) if not has_errors(site_problems) else ([], None)
    echo_site_problems([*site_problems, *site_file.place(problems)], site_file)
    if converted is None or converted.configuration is None:
        context.exit(FINDINGS)
    from modelconfig.site.legacy.converted_text import as_text

    reveal = reveal_secrets or output is not None
    text = as_text(converted.configuration, converted.notes, Path(site_file.name).name, reveal=reveal)
    if output is None:
        echo(text)
    else:
        context.exit(_save(Path(output), text, file, force=force))


def _convert(site: dict[str, Any]) -> tuple[list[Problem], Converted | None]:
    """Return the problems of a site configuration, and the result, or None if nothing can be converted."""
    from modelconfig.site.legacy.conversion import convert_site
    from modelconfig.site.structure import check_structure

    if site.get("modelConfiguration") is not None:
        hint = "Remove `completions` if it is set: it has no effect beside `modelConfiguration`."
        return [_nothing_to_convert("`modelConfiguration` is already set", hint, "/modelConfiguration")], None
    if site.get("completions") is None:
        return [_nothing_to_convert("`completions` is missing", "Specify the file that contains `completions`.")], None
    problems = check_structure(site)
    if has_errors(problems):
        return problems, None
    converted = convert_site(site)
    problems += converted.problems
    if converted.configuration is None and not has_errors(problems):
        problems.append(_nothing_to_convert("Cody is off", "Enable Cody in a copy of the file, and convert the copy."))
    return problems, converted


def _nothing_to_convert(reason: str, hint: str, pointer: str = "") -> Problem:
    return error("MC358", f"nothing to convert: {reason}", hint=hint, pointer=pointer, at_key=bool(pointer))


def _save(output: Path, text: str, source: str, *, force: bool) -> int:
    """Write the result to a file that only the user can read, and return the exit code."""
    from modelconfig.storage.atomic import PRIVATE

    if source != "-" and output.exists() and output.samefile(source):
        raise click.UsageError("The output would replace the input and its other properties; specify another file.")
    code = save(output, text, force=force, mode=PRIVATE)
    if code == CLEAN:
        echo_err(printable(f"{output} was written (mode 0600); it contains credentials.") + "\n")
    return code
