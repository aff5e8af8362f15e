"""Print models and differences of documents, and the options that choose models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

import click

from modelconfig.cli.completion.document_values import completer, provider_ids, values_of
from modelconfig.cli.output import echo, echo_text, use_colour
from modelconfig.diagnostics.phrases import listing, quote

if TYPE_CHECKING:
    from modelconfig.cli.completion.document_values import Complete
    from modelconfig.documents.diff import DocumentChange
    from modelconfig.documents.queries import Model

_Command = TypeVar("_Command", bound=Callable[..., Any])
_COLOURS = {"+": "green", "-": "red", "~": "yellow", "!": "yellow"}


def _filter(option: str, name: str, metavar: str, what: str, complete: Complete) -> Callable[[_Command], _Command]:
    help_text = f"Only models {what}."
    return click.option(option, name, metavar=metavar, multiple=True, shell_complete=complete, help=help_text)


_FILTERS = (
    click.argument("words", metavar="[WORD]...", nargs=-1),
    _filter("--provider", "providers", "ID", "of this provider", completer(provider_ids)),
    _filter("--capability", "capabilities", "NAME", "with this capability", completer(values_of("capabilities"))),
    _filter("--status", "statuses", "NAME", "with this status", completer(values_of("status"))),
    _filter("--tier", "tiers", "NAME", "of this tier", completer(values_of("tier"))),
)
diff_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Output format; markdown: a table for a pull request.",
)


def model_filters(command: _Command) -> _Command:
    """Add the parameters that choose models by words, provider, capability, status and tier."""
    return reduce(lambda decorated, option: option(decorated), reversed(_FILTERS), command)


def chosen_models(document: dict[str, Any], filters: dict[str, tuple[str, ...]]) -> list[Model]:
    """Return the models that the parameters choose. Raises UsageError for a value that is probably misspelt."""
    from modelconfig.documents.queries import select

    for option, values in filters.items():
        if option != "words":
            _reject_unknown(document, option, values)
    return select(document, **filters)


def echo_changes(changes: Sequence[DocumentChange], format_name: str, notes: Mapping[int, str] | None = None) -> None:
    """Print differences as Markdown, or as lines that are coloured by their first character."""
    if format_name == "markdown":
        from modelconfig.documents.diff_markdown import as_markdown

        echo(as_markdown(changes, notes))
        return
    from modelconfig.documents.diff import render

    echo_text("".join(_colourize(line) + "\n" for line in render(changes, notes).splitlines()))


def echo_json(value: Any) -> None:
    """Print a JSON value without credentials and server-side settings."""
    from modelconfig.diagnostics.credentials import hide
    from modelconfig.jsontext.writer import dump_document

    echo(dump_document(hide("", value)))


def _reject_unknown(document: dict[str, Any], option: str, values: Sequence[str]) -> None:
    """Raise UsageError for a value that neither the document nor the schema contains: it is probably misspelt."""
    if not values:
        return
    from modelconfig.diagnostics.suggestions import did_you_mean
    from modelconfig.documents.queries import provider_id
    from modelconfig_types.model import Capability, ModelStatus, ModelTier

    models = document["models"]
    choices: dict[str, tuple[str, Iterable[str], Iterable[str]]] = {
        "providers": ("provider", map(provider_id, models), [provider["id"] for provider in document["providers"]]),
        "capabilities": ("capability", (name for model in models for name in model["capabilities"]), Capability),
        "statuses": ("status", (model["status"] for model in models), ModelStatus),
        "tiers": ("tier", (model["tier"] for model in models), ModelTier),
    }
    noun, used, defined = choices[option]
    known = {str(value) for value in (*used, *defined)}
    for value in values:
        if value not in known:
            suggestion = did_you_mean(value, known) or f"Known values: {listing(sorted(known))}."
            raise click.UsageError(f"No model has the {noun} {quote(value)}. {suggestion}")


def _colourize(line: str) -> str:
    colour = _COLOURS.get(line[:1])
    return click.style(line, fg=colour) if colour and use_colour() else line
