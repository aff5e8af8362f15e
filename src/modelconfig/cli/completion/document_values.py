"""Suggest values of the document that a command reads: references, providers, capabilities, statuses, tiers.

The document is that of --base, or the embedded catalogue; with a site configuration, the merged one. Nothing is
suggested from a file that is invalid, and nothing is read from standard input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from modelconfig.documents.queries import Model

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]
    Pairs = Iterable[tuple[str, str]]

_STDIN = "-"


def completer(pairs_of: Callable[[dict[str, Any]], Pairs]) -> Complete:
    """Return a function that completes values of a document; `pairs_of` returns them with what they mean, or ""."""

    def complete(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from click.shell_completion import CompletionItem

        found = {
            value: CompletionItem(value, help=description or None)
            for document in _document(context)
            for value, description in pairs_of(document)
            if value.startswith(incomplete) and value.isprintable()
        }
        return list(found.values())

    return complete


def model_refs(document: dict[str, Any]) -> Pairs:
    """Return the references of the models with their names."""
    from modelconfig.documents.queries import display_name

    return [(model["modelRef"], display_name(model)) for model in document["models"]]


def provider_ids(document: dict[str, Any]) -> Pairs:
    """Return the ids of the providers with their names."""
    from modelconfig.documents.queries import provider_name

    return [(provider["id"], provider_name(provider)) for provider in document["providers"]]


def subjects(document: dict[str, Any]) -> Pairs:
    """Return what `site explain` explains: models, providers and the default models."""
    return [*model_refs(document), *provider_ids(document), ("defaultModels", "all default models")]


def values_of(name: str) -> Callable[[dict[str, Any]], Pairs]:
    """Return a function that returns the values of a property of the models, a string or an array of strings."""

    def pairs(document: dict[str, Any]) -> Pairs:
        return sorted({(value, "") for model in document["models"] for value in _strings(model, name)})

    return pairs


def _strings(model: Model, name: str) -> list[str]:
    return [model[name]] if isinstance(model[name], str) else model[name]


def _document(context: click.Context) -> Iterator[dict[str, Any]]:
    """Yield the document of a command that is being typed; nothing if it is unknown."""
    from modelconfig.documents.loader import load_document
    from modelconfig.errors import ModelConfigError

    base, site = context.params.get("base"), context.params.get("file")
    if _STDIN in {base, site}:
        return
    try:
        document = load_document(base)
        yield document if site is None else _merged(document, site)
    except ModelConfigError:
        return


def _merged(base: dict[str, Any], path: str) -> dict[str, Any]:
    """Return the base document with what a site configuration adds; without it if it is invalid."""
    from modelconfig.analysis.check import evaluate_site
    from modelconfig.site.site_file import read_site_source

    _, file, _ = read_site_source(path)
    merged = evaluate_site(base, file.value).merged if file is not None else None
    document = merged.document if merged is not None else None
    if document is None:
        return base
    return {name: [*document[name], *base[name]] for name in ("models", "providers")}
