"""The command `site convert`: `completions` to `modelConfiguration`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import echo_problems
from modelconfig.cli.output import FINDINGS, UNUSABLE, echo, echo_err
from modelconfig.diagnostics.problem import error, has_errors, in_file

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem
    from modelconfig.site.legacy.conversion import Converted


@click.command
@click.argument("file", metavar="FILE")
@click.option("--output", metavar="FILE", help="Write this file, for your eyes only, with the credentials in it.")
@click.option("--force", is_flag=True, help="Replace a file that is there already and holds something else.")
@click.option("--reveal-secrets", is_flag=True, help="Print the credentials too, in place of placeholders.")
@click.pass_context
def convert(context: click.Context, /, *, file: str, output: str | None, force: bool, reveal_secrets: bool) -> None:
    """Turn the section `completions` of the site configuration FILE into the equivalent `modelConfiguration`.

    The result goes to standard output or into the file of --output. Comments at its top say what was inferred. FILE is
    JSON with comments; - reads standard input, and nothing is ever changed in it. Exit code 1 when there is nothing to
    convert or the section cannot work, 2 when a file cannot be read or written.
    """
    from modelconfig.cli.site.site_files import read_site_file

    if force and output is None:
        raise click.UsageError("--force needs --output.")
    read_result = read_site_file(file)
    if read_result.file is None:
        echo_problems(read_result.problems, read_result.source, read_result.mask)
        context.exit(UNUSABLE)
    problems, converted = _convert(read_result.file.value) if not has_errors(read_result.problems) else ([], None)
    echo_problems([*read_result.problems, *read_result.file.place(problems)], read_result.source, read_result.mask)
    if converted is None or converted.configuration is None:
        context.exit(FINDINGS)
    from modelconfig.site.legacy.converted_text import as_text

    reveal = reveal_secrets or output is not None
    text = as_text(converted.configuration, converted.notes, Path(read_result.source.name).name, reveal=reveal)
    if output is None:
        echo(text)
    else:
        context.exit(_save(Path(output), text, file, force=force))


def _convert(site: dict[str, Any]) -> tuple[list[Problem], Converted | None]:
    """Return the problems of a site configuration, and the result, or None if nothing can be converted."""
    from modelconfig.site.legacy.conversion import convert_site
    from modelconfig.site.structure import check_structure

    if site.get("modelConfiguration") is not None:
        hint = "`completions` has no effect beside it; remove one of the two."
        return [_nothing_to_convert("there is a `modelConfiguration` already", hint, "/modelConfiguration")], None
    if site.get("completions") is None:
        return [_nothing_to_convert("there is no `completions`", "Name the file that holds that section.")], None
    problems = check_structure(site)
    if has_errors(problems):
        return problems, None
    converted = convert_site(site)
    problems += converted.problems
    if converted.configuration is None and not has_errors(problems):
        problems.append(_nothing_to_convert("Cody is off", "Turn it on in a copy of the file, and convert that."))
    return problems, converted


def _nothing_to_convert(reason: str, hint: str, pointer: str = "") -> Problem:
    return error("MC358", f"there is nothing to convert: {reason}", hint=hint, pointer=pointer, at_key=bool(pointer))


def _save(output: Path, text: str, source: str, *, force: bool) -> int:
    """Write the result to a file that only the user can read, and return the exit code."""
    from modelconfig.errors import WriteError
    from modelconfig.storage.atomic import PRIVATE, write_atomically

    if source != "-" and output.exists() and output.samefile(source):
        message = "The result would replace the file that it is made from, and everything else in that file."
        raise click.UsageError(f"{message} Name another one.")
    try:
        problems = in_file(_output_problems(output, text, force=force), output.as_posix())
        if not problems:
            write_atomically(output, text, mode=PRIVATE)
    except WriteError as write_error:
        problems = [write_error.problem]
    if problems:
        echo_problems(problems)
        return FINDINGS if problems[0].code == "MC359" else UNUSABLE
    echo_err(f"{output} is written; it holds credentials, and only you can read it.\n")
    return 0


def _output_problems(output: Path, text: str, *, force: bool) -> list[Problem]:
    """Return the problems that prevent writing the output, or replacing the file that exists."""
    if not output.parent.is_dir():
        return [error("MC011", "the folder of this file does not exist", hint="Create it, or correct the path.")]
    if not output.exists():
        return []
    if not output.is_file():
        # Writing would replace a device or a pipe by a file, and fails for a folder.
        return [error("MC011", "this is not an ordinary file", hint="Name the file to write.")]
    if force or _has_content(output, text):
        return []
    hint = "Name another file, or pass `--force` if nothing in this one is wanted."
    return [error("MC359", "there is a file already that holds something else", hint=hint)]


def _has_content(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False
