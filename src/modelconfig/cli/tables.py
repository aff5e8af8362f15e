"""Models as tables and cards for a terminal or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import hide
from modelconfig.diagnostics.phrases import cells, count, printable, visible
from modelconfig.documents.pricing import dollars, dollars_per_million
from modelconfig.documents.queries import Model, display_name, provider_id, roles
from modelconfig.jsontext.writer import canonical

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_NUMBERS = ("INPUT", "OUTPUT", "$IN/M", "$OUT/M")
HEADINGS = ("REF", "NAME", "CAPABILITIES", "CATEGORY", "STATUS", "TIER", *_NUMBERS, "RETIRES", "DEFAULT")
_WIDE_COLUMNS = 120
"""Minimum width of a terminal, in columns, for a separate column of capabilities."""
_MAX_DRAWN_MODELS = 2_000
"""Maximum number of models in a drawn table, because drawing is slow."""


def model_table(document: dict[str, Any], models: Sequence[Model]) -> str:
    """Return a table of models of a document; on a terminal, deprecated ones are dimmed and defaults are marked."""
    if sys.stdout.isatty() and len(models) <= _MAX_DRAWN_MODELS:
        return _drawn_table(document, models)
    default_for = roles(document)
    rows = [HEADINGS, *(_row(model, default_for.get(model["modelRef"], [])) for model in models)]
    return aligned(rows, right={HEADINGS.index(name) for name in _NUMBERS})


def model_card(document: dict[str, Any], model: Model) -> str:
    """Return all properties of a model, one per line. Server-side settings and credentials are hidden."""
    lines = _labelled_lines(document, model)
    if not sys.stdout.isatty():
        return aligned(lines)
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    for index, (label, text) in enumerate(lines):
        grid.add_row(Text(label, style="dim"), Text(text, style="" if index else "bold", overflow="fold"))
    return drawn(grid)


def aligned(rows: Sequence[Sequence[str]], *, right: Container[int] = ()) -> str:
    """Return rows of the same number of cells as lines with aligned columns; `right` has the right-aligned columns."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        padded = []
        for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
            padding = " " * (width - cells(cell))
            padded.append(padding + cell if column in right else cell + padding)
        lines.append("  ".join(padded).rstrip() + "\n")
    return "".join(lines)


def _row(model: Model, default_for: list[str]) -> tuple[str, ...]:
    window = model["contextWindow"]
    return (
        visible(model["modelRef"]),
        visible(display_name(model)),
        _capabilities(model, ",") or "-",
        visible(model["category"]),
        visible(model["status"]),
        visible(model["tier"]),
        _tokens(window["maxInputTokens"]),
        _tokens(window["maxOutputTokens"]),
        *_prices(model),
        _retirement(model) or "-",
        ",".join(map(visible, default_for)) or "-",
    )


def _retirement(model: Model) -> str | None:
    """Return the day from which the provider no longer serves the model; this output uses no clock."""
    retires = model.get("retiresOn")
    return None if retires is None else visible(retires)


def _drawn_table(document: dict[str, Any], models: Sequence[Model]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    providers = count(len({provider_id(model) for model in models}), "provider")
    title = f"{count(len(models), 'model')} of {providers}, revision {visible(document['revision'])}"
    table = Table(box=SIMPLE_HEAD, caption=title, caption_justify="left", pad_edge=False, expand=False)
    wide = _console().width >= _WIDE_COLUMNS
    table.add_column("Model", overflow="fold")
    if wide:
        table.add_column("Capabilities", overflow="fold")
    table.add_column("Status, tier\nand category", overflow="fold")
    table.add_column("Tokens\nin and out", justify="right", no_wrap=True)
    table.add_column("$ a million\nin and out", justify="right", no_wrap=True)
    default_for = roles(document)
    for model in models:
        ref, name, _, category, status, tier, tokens_in, tokens_out, price_in, price_out, retires, _ = _row(model, [])
        description = Text(name, style="bold")
        if model["modelRef"] in default_for:
            description.append(f"  * {', '.join(map(visible, default_for[model['modelRef']]))}", style="green not bold")
        description.append(f"\n{ref}", style="not bold")
        capabilities = Text(_capabilities(model, ", "))
        if not wide:
            description = Text("\n").join((description, Text(capabilities.plain, style="dim")))
        table.add_row(
            description,
            *((capabilities,) if wide else ()),
            Text(f"{status}, {tier}\n{category}" + (f"\nretires {retires}" if _retirement(model) else "")),
            f"{tokens_in}\n{tokens_out}",
            f"{price_in}\n{price_out}",
            style="dim" if model["status"] == "deprecated" else "",
        )
    return drawn(table)


def drawn(content: RenderableType) -> str:
    """Return the output of rich for the terminal of standard output."""
    console = _console()
    with console.capture() as captured:
        console.print(content)
    return captured.get()


def _console() -> Console:
    from rich.console import Console

    # Values are plain text: brackets and colons in them are not markup.
    return Console(highlight=False, markup=False, emoji=False)


def _labelled_lines(document: dict[str, Any], model: Model) -> list[tuple[str, str]]:
    ref = model["modelRef"]
    provider, default_for = hide("", [_provider(document, provider_id(model)), roles(document).get(ref, [])])
    model = hide("", model)
    lines: list[tuple[str, str, str | None]] = [
        ("displayName", "Name", display_name(model)),
        ("modelRef", "Reference", model["modelRef"]),
        ("", "Provider", provider),
        ("modelName", "Model name", model["modelName"]),
        ("capabilities", "Capabilities", _capabilities(model, ", ") or "none"),
        ("category", "Category", model["category"]),
        ("status", "Status", model["status"]),
        ("tier", "Tier", model["tier"]),
        ("releasedOn", "Released", model.get("releasedOn")),
        ("deprecatedOn", "Deprecated", model.get("deprecatedOn")),
        ("retiresOn", "Retires", model.get("retiresOn")),
        ("replacement", "Replacement", model.get("replacement")),
        ("", "Default for", ", ".join(default_for) or "nothing"),
        ("contextWindow", "Context window", _window(model["contextWindow"])),
        *_tier_lines(model),
        ("reasoningEffort", "Reasoning effort", model.get("reasoningEffort")),
        ("estimatedModelCost", "Cost", _cost(model)),
        ("clientSideConfig", "Client settings", _settings(model, "clientSideConfig")),
        ("serverSideConfig", "Server settings", _settings(model, "serverSideConfig")),
    ]
    # Other properties are labelled with their name in the document.
    shown_names = {"modelConfigAllTiers", *(name for name, _, _ in lines)}
    lines += [("", name, _shown(value)) for name, value in model.items() if name not in shown_names]
    # Some strings are JSON or already escaped.
    return [(printable(label), printable(text)) for _, label, text in lines if text is not None]


def _tier_lines(model: Model) -> Iterator[tuple[str, str, str]]:
    for name, tier in (model.get("modelConfigAllTiers") or {}).items():
        if isinstance(tier, dict) and isinstance(tier.get("contextWindow"), dict):
            others = {**tier}
            text = _window(others.pop("contextWindow")) + _others(others)
            yield "modelConfigAllTiers", f"  in tier {name}", text


def _settings(model: Model, name: str) -> str | None:
    return None if model.get(name) is None else _shown(model[name])


def _provider(document: dict[str, Any], id_: str) -> str:
    for provider in document["providers"]:
        if provider["id"] == id_:
            name = provider.get("displayName")
            return f"{name} ({id_})" if isinstance(name, str) and name.strip() else id_
    return f"{id_} (not listed)"


def _capabilities(model: Model, separator: str) -> str:
    """Return the capabilities in alphabetical order; their order in the document has no meaning."""
    return separator.join(sorted(map(visible, model["capabilities"])))


def _window(window: dict[str, Any]) -> str:
    others = {**window}
    text = f"{_tokens(others.pop('maxInputTokens'))} tokens in, {_tokens(others.pop('maxOutputTokens'))} out"
    share = others.pop("maxUserInputTokens", None)
    if share is not None:
        text += f"; {_tokens(share)} of the input for the conversation"
    return text + _others(others)


def _others(properties: dict[str, Any]) -> str:
    """Return the properties of an object that its text does not mention, such as those of a later version."""
    return "".join(f"; {name}: {_shown(value)}" for name, value in properties.items())


def _tokens(number: float) -> str:
    # Documents may contain 45000.0.
    return f"{int(number):,}"


def _prices(model: Model) -> tuple[str, str]:
    cost = model.get("estimatedModelCost") or {}
    amounts = [dollars_per_million(cost, name) for name in ("inputTokenPennies", "outputTokenPennies")]
    price_in, price_out = ["-" if amount is None else dollars(amount)[1:] for amount in amounts]
    return price_in, price_out


def _cost(model: Model) -> str:
    cost = model.get("estimatedModelCost")
    if not cost:
        return "unknown"
    others = {**cost}
    prices = f"{others.pop('inputTokenPennies'):,} and {others.pop('outputTokenPennies'):,}"
    text = f"{prices} cents per {others.pop('unit')}"
    price_in, price_out = _prices(model)
    if price_in != "-":
        text = f"${price_in} in, ${price_out} out per million tokens (written as {text})"
    return text + _others(others)


def _shown(value: Any) -> str:
    """Return a property's value as text."""
    return value if isinstance(value, str) else canonical(value)
