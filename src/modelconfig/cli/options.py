"""What several commands share: options, how they report problems and choose the exit code, how they run faster."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, echo_text, use_colour
from modelconfig.cli.problem_policy import fails, policy_options, reported
from modelconfig.cli.terminal import width_of
from modelconfig.diagnostics.problem import Problem, in_reading_order
from modelconfig.diagnostics.render.formats import FORMATS, render

if TYPE_CHECKING:
    from pathlib import Path

    from modelconfig.diagnostics.excerpt import Mask
    from modelconfig.jsontext.reader import Source
    from modelconfig.site.site_file import SiteFile

_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="Output format of problems.",
)
FILE = click.Path(readable=False)
"""The path of a file, which shells complete. The command reports a file that it cannot read, not click."""
document_option = click.option(
    "--base",
    "--models",
    "base",
    type=FILE,
    metavar="FILE",
    help="Document to publish, - for standard input; --models is an older name. [default: the embedded catalogue]",
)
output_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output format.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print problems only, without the summary line.")


Command = TypeVar("Command", bound=Callable[..., Any])
Output = TypeVar("Output", bound="Path | str | None")


def problem_options(*, keeps_errors: bool = False, writes: bool = False) -> Callable[[Command], Command]:
    """Return a decorator that adds --format, --ignore and --warnings-as-errors, with arguments of `policy_options`."""
    return lambda command: _format_option(policy_options(keeps_errors=keeps_errors, writes=writes)(command))


def reject_url(_context: click.Context, _parameter: click.Parameter, path: Output) -> Output:
    """Return the path of an output or a folder. Raises BadParameter for a URL, which would name a local folder."""
    from modelconfig.storage.files import is_url

    if path is not None and is_url(str(path)):
        raise click.BadParameter("this is a URL. Specify a path on this machine.")
    return path


def reject_repeated_stdin(*paths: str | None) -> None:
    """Raise UsageError if more than one path is `-`, because standard input can be read only once."""
    if paths.count("-") > 1:
        raise click.UsageError("- can be used only once: standard input can be read only once.")


def report(
    problems: Sequence[Problem],
    format_name: str,
    *,
    sources: Mapping[str, str] | None = None,
    masks: Mapping[str, Mask] | None = None,
    checked: str = "",
    unreadable: bool = False,
) -> int:
    """Print the problems that are not ignored to standard output, and return the exit code.

    `sources` contains the text of each file, for excerpts,
    and `masks` the function that hides its secrets. `checked` names what was checked, for the last line of the text
    format; if it is empty, that line is left out. `unreadable` sets exit code 2.
    """
    shown = reported(problems)
    if format_name == "text":
        width = width_of(sys.stdout)
        echo_text(render(shown, "text", sources=sources, masks=masks, colour=use_colour(), width=width))
    else:
        echo(render(shown, format_name))
    if format_name == "text" and checked:
        from modelconfig.diagnostics.render.text import summary

        ignored = len(problems) - len(shown)
        echo_err(summary(shown, checked) + (f", {ignored} ignored" if ignored else "") + "\n")
    if unreadable:
        return UNUSABLE
    return FINDINGS if fails(problems) else CLEAN


def echo_problems(
    problems: Sequence[Problem], source: Source | SiteFile | None = None, mask: Mask | None = None
) -> None:
    """Print the problems that are not ignored as text to standard error, with excerpts of their source.

    `mask` hides its secrets.
    """
    sources = {source.name: source.text} if source is not None else {}
    masks = {source.name: mask} if source is not None and mask is not None else {}
    colour = use_colour(sys.stderr)
    width = width_of(sys.stderr)
    shown = in_reading_order(reported(problems))
    echo_err(render(shown, "text", sources=sources, masks=masks, colour=colour, width=width))


@contextmanager
def garbage_collector_disabled() -> Iterator[None]:
    """Disable the garbage collector: documents and schemas have many objects and no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
