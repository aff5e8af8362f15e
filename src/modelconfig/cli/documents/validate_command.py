"""The command `validate`: check files against the schema and the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.options import (
    FILE,
    garbage_collector_disabled,
    problem_options,
    quiet_option,
    reject_repeated_stdin,
    report,
)
from modelconfig.cli.progress import working_on
from modelconfig.diagnostics.phrases import count
from modelconfig.diagnostics.problem import Problem, Severity, in_file, in_reading_order
from modelconfig.jsontext.reader import NOTHING, read_json

if TYPE_CHECKING:
    from datetime import date, datetime

    from modelconfig.schema.validator import Checker


@click.command
@click.argument("files", type=FILE, metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--consumer",
    is_flag=True,
    help="Validate with the consumer profile, which accepts unknown properties and values of open enumerations.",
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Also report a revision that is more than two days ahead of this day.",
)
@problem_options()
@quiet_option
@click.pass_context
def validate(
    context: click.Context,
    /,
    *,
    files: tuple[str, ...],
    consumer: bool,
    day: datetime | None,
    format_name: str,
    quiet: bool,
) -> None:
    """Validate model configuration documents: structure, references, names, token budgets and costs.

    FILE is a JSON file, or - for standard input. All problems are reported at once, each with its location and a fix.
    Warnings that the catalogue accepts with a reason are only counted. The exceptions of NAME.json are in its companion
    NAME.sources.json; without one, those of the embedded catalogue apply to a document with its revision and models.
    """
    from modelconfig.documents.file_kinds import instead_of_document
    from modelconfig.jsontext.positions import locate_problems
    from modelconfig.schema.embedded import embedded
    from modelconfig.schema.validator import Checker

    reject_repeated_stdin(*files)
    checker = Checker(embedded("model.consumer" if consumer else "model"))
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    unreadable = False
    accepted = 0
    with garbage_collector_disabled():
        for file in dict.fromkeys(files):
            working_on(f"checking {file}")
            source, value, syntax_problems = read_json(file)
            if source is None:
                problems += syntax_problems
                unreadable = True
                continue
            sources[source.name] = source.text
            other_kind = instead_of_document(source.text, source.name, value)
            if other_kind is None:
                found = in_file(_check_document(checker, value, source.text, day and day.date()), source.name)
                remaining, companion_problems = _without_accepted(found, value, file)
                accepted += len(found) - len(remaining)
                problems += syntax_problems + remaining + companion_problems
            else:
                problems += in_file(locate_problems([other_kind], source.text), source.name)
    checked = "" if quiet else count(len(set(files)), "file")
    checked += f", {count(accepted, 'warning')} accepted" if checked and accepted else ""
    context.exit(
        report(in_reading_order(problems), format_name, sources=sources, checked=checked, unreadable=unreadable)
    )


def _check_document(checker: Checker, value: Any, text: str, day: date | None) -> list[Problem]:
    """Return the problems of a document on a day, with line and column; without a day any revision is allowed."""
    if value is NOTHING:
        return []
    from modelconfig.documents.empty_arrays import with_empty_arrays
    from modelconfig.documents.lint import document_rules

    problems = [problem for problem in checker.problems(value) if not _is_client_copy(problem, value)]
    # A value that is invalid against the schema is reported once. An unknown property may still contain a credential.
    reported = {problem.pointer for problem in problems if problem.code != "MC103"}
    problems += [
        problem for problem in document_rules.check(with_empty_arrays(value)) if problem.pointer not in reported
    ]
    if day is not None and isinstance(value, dict):
        from modelconfig.documents.revisions import future_revision

        future = future_revision(value.get("revision"), day)
        problems += [] if future is None else [future]
    if not problems:
        return []
    from modelconfig.jsontext.positions import locate_problems

    return locate_problems(problems, text)


def _without_accepted(problems: list[Problem], document: Any, file: str) -> tuple[list[Problem], list[Problem]]:
    """Leave out warnings that the catalogue accepts; return the others, and the problems of its companion."""
    if not isinstance(document, dict) or not any(problem.severity is Severity.WARNING for problem in problems):
        return problems, []
    from modelconfig.documents.companion.companion_file import read_companion
    from modelconfig.documents.companion.exceptions import without_accepted

    companion = read_companion(file, document)
    return without_accepted(problems, document, companion.value), companion.problems


def _is_client_copy(problem: Problem, document: Any) -> bool:
    """Return whether a property is unknown because only the client view has it: a default under its second name."""
    if (problem.code, problem.pointer) != ("MC103", "/defaultModels/unlimitedChat"):
        return False
    defaults = document["defaultModels"]
    return bool(defaults["unlimitedChat"] == defaults.get("fallbackChat"))
