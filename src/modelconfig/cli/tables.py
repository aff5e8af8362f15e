"""Models as tables and cards for a terminal or a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import hide
from modelconfig.diagnostics.phrases import cells, count, printable, visible
from modelconfig.documents.pricing import dollars, dollars_per_million
from modelconfig.documents.queries import Model, display_name, provider_id, roles
from modelconfig.jsontext.writer import canonical

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from rich.console import Console, RenderableType

HEADINGS = (
    "REF",
    "NAME",
    "CAPABILITIES",
    "CATEGORY",
    "STATUS",
    "TIER",
    "INPUT",
    "OUTPUT",
    "$IN/M",
    "$OUT/M",
    "DEFAULT",
)
_WIDE = 120
"""Columns of a terminal from which capabilities get a column of their own."""
_MOST_DRAWN = 2_000
"""Models that a terminal gets a drawn table for; drawing takes long, and nobody pages through more."""
_NUMBERS = frozenset({"INPUT", "OUTPUT", "$IN/M", "$OUT/M"})


def model_table(document: dict[str, Any], models: Sequence[Model]) -> str:
    """Return a table of some models of a document; on a terminal deprecated ones are dimmed, defaults marked."""
    drawn = sys.stdout.isatty() and len(models) <= _MOST_DRAWN
    return _drawn_table(document, models) if drawn else _plain_table(document, models)


def model_card(document: dict[str, Any], model: Model) -> str:
    """Return everything about one model, a line each. Server-side settings and credentials are not shown."""
    lines = _facts(document, model)
    if not sys.stdout.isatty():
        width = max(len(label) for label, _ in lines)
        return "".join(f"{label:<{width}}  {text}\n" for label, text in lines)
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    for place, (label, text) in enumerate(lines):
        grid.add_row(Text(label, style="dim"), Text(text, style="" if place else "bold", overflow="fold"))
    return drawn(grid)


def _plain_table(document: dict[str, Any], models: Sequence[Model]) -> str:
    default_for = roles(document)
    rows = [HEADINGS, *(_row(model, default_for.get(model["modelRef"], [])) for model in models)]
    return aligned(rows, right={HEADINGS.index(name) for name in _NUMBERS})


def aligned(rows: Sequence[Sequence[str]], *, right: Container[int] = ()) -> str:
    """Return rows of equally many cells as lines, their columns aligned: those whose number is in `right` there."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        padded = []
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            padding = " " * (width - cells(cell))
            padded.append(padding + cell if number in right else cell + padding)
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
        ",".join(map(visible, default_for)) or "-",
    )


def _drawn_table(document: dict[str, Any], models: Sequence[Model]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    providers = count(len({provider_id(model) for model in models}), "provider")
    title = f"{count(len(models), 'model')} of {providers}, revision {visible(document['revision'])}"
    table = Table(box=SIMPLE_HEAD, caption=title, caption_justify="left", pad_edge=False, expand=False)
    wide = _console().width >= _WIDE
    table.add_column("Model", overflow="fold")
    if wide:
        table.add_column("Capabilities", overflow="fold")
    table.add_column("Status, tier\nand category", overflow="fold")
    table.add_column("Tokens\nin and out", justify="right", no_wrap=True)
    table.add_column("$ a million\nin and out", justify="right", no_wrap=True)
    default_for = roles(document)
    for model in models:
        ref, name, _, category, status, tier, given, asked, price_in, price_out, _ = _row(model, [])
        what = Text(name, style="bold")
        if model["modelRef"] in default_for:
            what.append(f"  * {', '.join(map(visible, default_for[model['modelRef']]))}", style="green not bold")
        what.append(f"\n{ref}", style="not bold")
        abilities = Text(_capabilities(model, ", "))
        if not wide:
            what = Text("\n").join((what, Text(abilities.plain, style="dim")))
        table.add_row(
            what,
            *((abilities,) if wide else ()),
            Text(f"{status}, {tier}\n{category}"),
            f"{given}\n{asked}",
            f"{price_in}\n{price_out}",
            style="dim" if model["status"] == "deprecated" else "",
        )
    return drawn(table)


def drawn(what: RenderableType) -> str:
    """Return what rich makes of it for the terminal that standard output is."""
    console = _console()
    with console.capture() as captured:
        console.print(what)
    return captured.get()


def _console() -> Console:
    from rich.console import Console

    # What a document says is text, whatever brackets or colons are in it.
    return Console(highlight=False, markup=False, emoji=False)


def _facts(document: dict[str, Any], model: Model) -> list[tuple[str, str]]:
    ref = model["modelRef"]
    lines: list[tuple[str, str, str | None]] = [
        ("displayName", "Name", display_name(model)),
        ("modelRef", "Reference", ref),
        ("", "Provider", _provider(document, provider_id(model))),
        ("modelName", "Model name", model["modelName"]),
        ("capabilities", "Capabilities", _capabilities(model, ", ") or "none"),
        ("category", "Category", model["category"]),
        ("status", "Status", model["status"]),
        ("tier", "Tier", model["tier"]),
        ("", "Default for", ", ".join(roles(document).get(ref, [])) or "nothing"),
        ("contextWindow", "Context window", _window(model["contextWindow"])),
        *_tier_lines(model),
        ("reasoningEffort", "Reasoning effort", model.get("reasoningEffort")),
        ("estimatedModelCost", "Cost", _cost(model)),
        ("clientSideConfig", "Client settings", _settings(model, "clientSideConfig")),
        ("serverSideConfig", "Server settings", _settings(model, "serverSideConfig")),
    ]
    # Any other property is called what it is called in the document.
    known = {"modelConfigAllTiers", *(name for name, _, _ in lines)}
    lines += [("", name, _json(hide(name, value))) for name, value in model.items() if name not in known]
    # Some texts are JSON or escaped already.
    return [(printable(label), printable(text)) for _, label, text in lines if text is not None]


def _tier_lines(model: Model) -> Iterator[tuple[str, str, str]]:
    for name, tier in (model.get("modelConfigAllTiers") or {}).items():
        if isinstance(tier, dict) and isinstance(tier.get("contextWindow"), dict):
            yield "modelConfigAllTiers", f"  in tier {name}", _window(tier["contextWindow"])


def _settings(model: Model, name: str) -> str | None:
    return None if model.get(name) is None else _json(hide(name, model[name]))


def _provider(document: dict[str, Any], wanted: str) -> str:
    for provider in document["providers"]:
        if provider["id"] == wanted:
            name = provider.get("displayName")
            return f"{name} ({wanted})" if isinstance(name, str) and name.strip() else wanted
    return f"{wanted} (not listed)"


def _capabilities(model: Model, separator: str) -> str:
    """Return the capabilities sorted: they are a set, whatever their order in the document."""
    return separator.join(sorted(map(visible, model["capabilities"])))


def _window(window: dict[str, Any]) -> str:
    text = f"{_tokens(window['maxInputTokens'])} tokens in, {_tokens(window['maxOutputTokens'])} out"
    share = window.get("maxUserInputTokens")
    return text if share is None else f"{text}; {_tokens(share)} of the input for what the user adds"


def _tokens(number: float) -> str:
    # A reader accepts 45000.0 as well.
    return f"{int(number):,}"


def _prices(model: Model) -> tuple[str, str]:
    cost = model.get("estimatedModelCost") or {}
    amounts = [dollars_per_million(cost, member) for member in ("inputTokenPennies", "outputTokenPennies")]
    given, asked = ["-" if amount is None else dollars(amount)[1:] for amount in amounts]
    return given, asked


def _cost(model: Model) -> str:
    cost = model.get("estimatedModelCost")
    if not cost:
        return "unknown"
    written = f"{cost['inputTokenPennies']:,} and {cost['outputTokenPennies']:,} cents per {cost['unit']}"
    given, asked = _prices(model)
    return written if given == "-" else f"${given} in, ${asked} out per million tokens (written as {written})"


def _json(value: Any) -> str:
    return value if isinstance(value, str) else canonical(value)
