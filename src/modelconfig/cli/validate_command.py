"""`modelconfig validate`: files against the schema, then against the rules that no schema can say."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import format_option, quiet_option, report
from modelconfig.diagnostics.phrases import count
from modelconfig.diagnostics.problem import in_file
from modelconfig.jsontext.reader import NOTHING, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.validator import Checker


@click.command
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--consumer",
    is_flag=True,
    help="Accept what a reader must accept: unknown members and future values of open lists.",
)
@format_option
@quiet_option
@click.pass_context
def validate(
    context: click.Context, /, *, files: tuple[str, ...], consumer: bool, format_name: str, quiet: bool
) -> None:
    """Check model configuration documents: their shape, then references, names, budgets and costs.

    FILE is JSON; - reads standard input. Every problem is printed, each with its place and remedy.
    """
    from modelconfig.schema.embedded import embedded
    from modelconfig.schema.validator import Checker

    if files.count("-") > 1:
        raise click.UsageError("- can be given once: standard input can be read only once.")
    checker = Checker(embedded("model.consumer" if consumer else "model"))
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    unreadable = False
    with _no_collection():
        for file in dict.fromkeys(files):
            source, value, found = read_json(file)
            problems += found
            if source is None:
                unreadable = True
            else:
                sources[source.name] = source.text
                problems += in_file(_judge(checker, value, source.text), source.name)
    checked = "" if quiet else count(len(set(files)), "file")
    context.exit(report(problems, format_name, sources=sources, checked=checked, unreadable=unreadable))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector off: a large document is many objects and no circles to look for."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _judge(checker: Checker, value: Any, text: str) -> list[Problem]:
    """Return what is wrong with a document, placed in its text."""
    if value is NOTHING:
        return []
    from modelconfig.documents.lint import document_rules

    found = checker.problems(value)
    # A value that its schema refuses is told once; a member that it does not know may still hold a credential.
    told = {problem.pointer for problem in found if problem.code != "MC103"}
    found += [problem for problem in document_rules.check(value) if problem.pointer not in told]
    if not found:
        return []
    from modelconfig.jsontext.positions import locate_problems

    return locate_problems(found, text)
