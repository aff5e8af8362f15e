"""The commands `list`, `show` and `diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.completion.document_values import completer, model_refs
from modelconfig.cli.document_output import (
    chosen_models,
    diff_format_option,
    echo_changes,
    echo_json,
    model_filters,
)
from modelconfig.cli.options import FILE, output_format_option, reject_repeated_stdin, report
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err
from modelconfig.diagnostics.phrases import listing, quote

if TYPE_CHECKING:
    from modelconfig.documents.queries import Model

base_option = click.option(
    "--base",
    type=FILE,
    metavar="FILE",
    help="Document to read, - for standard input. [default: the embedded catalogue]",
)


@click.command("list")
@base_option
@model_filters
@output_format_option
@click.pass_context
def list_command(context: click.Context, /, base: str | None, format_name: str, **filters: tuple[str, ...]) -> None:
    """List models: reference, name, capabilities, token budgets and US dollars per million tokens.

    With WORDs, list the models whose reference, name, model name or provider contains all of them; case and accents are
    ignored. Options may be repeated. A listed model has every given capability, and one of the given providers,
    statuses and tiers. When the values of the embedded catalogue were checked is printed to standard error. In scripts,
    use --format json: it prints the models of the document without server-side settings.
    """
    document = load_or_exit(context, base, format_name)
    models = chosen_models(document, filters)
    if format_name == "json":
        echo_json(models)
    elif models:
        from modelconfig.cli.tables import model_table

        echo(model_table(document, models))
        _echo_age(document)
    else:
        echo_err("No model matches.\n")


@click.command("show")
@click.argument("ref", shell_complete=completer(model_refs))
@base_option
@output_format_option
@click.pass_context
def show_command(context: click.Context, /, ref: str, base: str | None, format_name: str) -> None:
    """Show all properties of the model REF.

    REF is provider::apiVersion::modelID, or only modelID or the display name if it is unique. Exit code 1 if no model
    or more than one matches.
    """
    from modelconfig.documents.queries import find

    document = load_or_exit(context, base, format_name)
    matches = find(document, ref)
    if len(matches) != 1:
        echo_err(f"modelconfig: {_match_error(document, ref, matches)}\n")
        context.exit(FINDINGS)
    if format_name == "json":
        echo_json(matches[0])
        return
    from modelconfig.cli.tables import model_card

    echo(model_card(document, matches[0]))


@click.command("diff")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@diff_format_option
@click.pass_context
def diff_command(context: click.Context, /, old: str, new: str, format_name: str) -> None:
    """Show what changed from document OLD to document NEW: models, providers, properties, defaults.

    Null is the same as absent, and the order of properties and capabilities is ignored. Server-side values are not
    printed. Exit codes: 0 no difference, 1 differences, 2 a document is invalid or cannot be read.
    """
    from modelconfig.documents.diff import compare

    reject_repeated_stdin(old, new)
    problems_format = "json" if format_name == "json" else "text"
    documents = [load_or_exit(context, file, problems_format) for file in (old, new)]
    changes = compare(*documents)
    if format_name == "json":
        echo_json([change.to_json() for change in changes])
    else:
        echo_changes(changes, format_name)
    context.exit(FINDINGS if changes else CLEAN)


def load_or_exit(context: click.Context, file: str | None, format_name: str) -> dict[str, Any]:
    """Return a valid document, or print its problems and exit."""
    from modelconfig.diagnostics.problem import has_errors, in_reading_order
    from modelconfig.documents.loader import examine, load_document

    if file is None:
        return load_document()
    source, value, problems = examine(file)
    if has_errors(problems):
        report(
            in_reading_order(problems),
            format_name,
            sources={source.name: source.text} if source else {},
            checked="1 file",
        )
        context.exit(UNUSABLE)
    document: dict[str, Any] = value
    return document


def _echo_age(document: dict[str, Any]) -> None:
    """Print when the values were checked, to standard error: standard output has only models."""
    from modelconfig.documents.companion.data_sources import checked_days_of

    days = checked_days_of(document["revision"])
    if days is not None:
        echo_err(f"The values were checked between {days.oldest} and {days.newest}.\n")


def _match_error(document: dict[str, Any], name: str, matches: list[Model]) -> str:
    from modelconfig.diagnostics.suggestions import did_you_mean
    from modelconfig.documents.queries import display_name, model_id

    if matches:
        refs = listing(model["modelRef"] for model in matches)
        return f"{quote(name)} matches {refs}. Use the full reference."
    offered = [model for model in document["models"] if model["status"] != "deprecated"]
    known = [model["modelRef"] if "::" in name else model_id(model) for model in offered]
    suggestion = did_you_mean(name, known) or did_you_mean(name, map(display_name, offered))
    suggestion = suggestion or "`modelconfig list` lists all models."
    return f"unknown model {quote(name)}. {suggestion}"
