"""An explanation as a table for a terminal or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from modelconfig.analysis.subjects import SubjectKind
from modelconfig.cli.tables import aligned, drawn
from modelconfig.diagnostics.phrases import visible
from modelconfig.jsontext.writer import canonical
from modelconfig.merge.layers import ABSENT, Layer

if TYPE_CHECKING:
    from modelconfig.analysis.explain import ExplainedField, Explanation, KeptOut
    from modelconfig.diagnostics.problem import Location

HEADINGS = ("FIELD", "VALUE", "SET BY", "AT", "REPLACED")
_MAX_CELL_LENGTH = 60
"""Characters of a cell; longer JSON values are truncated."""
_BASE_NOTE = f"{Layer.SUPPLIED}: the value of the base document, which is the embedded catalogue or --base FILE.\n"


def as_table(explanation: Explanation) -> str:
    """Return an explanation as text, with a drawn table if standard output is a terminal."""
    title, removal = visible(explanation.name), _removal_reason(explanation.kept_out)
    if explanation.kind is not SubjectKind.DEFAULTS:
        title = f"{explanation.kind.value} {title}"
    if not explanation.present:
        return f"{title} is in the catalogue but not offered: {removal}.\n"
    table = _drawn_table(explanation) if sys.stdout.isatty() else aligned([HEADINGS, *map(_row, explanation.fields)])
    notes = "".join(_notes(explanation))
    if removal:
        notes += f"The catalogue {explanation.kind.value} with this name is not offered: {removal}.\n"
    return f"{title}\n{table}" + ("\n" + notes if notes else "")


def _removal_reason(kept_out: KeptOut | None) -> str:
    if kept_out is None:
        return ""
    return kept_out.reason + (f" ({_location(kept_out.place)})" if kept_out.place is not None else "")


def _notes(explanation: Explanation) -> Iterator[str]:
    """Yield each reason once, with all fields that it applies to, and what the layer of the base document is."""
    fields: dict[str, list[str]] = {}
    for field in explanation.fields:
        if field.reason:
            fields.setdefault(field.reason, []).append(visible(field.name))
    for reason, names in fields.items():
        yield f"{', '.join(names)}: {visible(reason)}.\n"
    if any(field.layer is Layer.SUPPLIED for field in explanation.fields):
        yield _BASE_NOTE


def _row(field: ExplainedField) -> tuple[str, ...]:
    value = _cell(field.value) if field.value is not ABSENT else "(none)"
    replaced = _cell(field.replaced) if field.replaced is not ABSENT else "-"
    if field.replaced_layer not in (None, Layer.SUPPLIED):
        replaced += f" ({field.replaced_layer})"
    return visible(field.name), value, field.layer.value, _location(field.place), replaced


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return visible(value) if value.strip() else canonical(value)
    if isinstance(value, list) and value and all(isinstance(item, str) and item.strip() for item in value):
        return ", ".join(map(visible, value))
    text = visible(canonical(value))
    return text if len(text) <= _MAX_CELL_LENGTH else text[: _MAX_CELL_LENGTH - 1] + "…"


def _location(location: Location | None) -> str:
    if location is None:
        return "-"
    if location.line is None:
        return visible(location.pointer)
    return f"{visible(location.file)}:{location.line}:{location.column}"


def _drawn_table(explanation: Explanation) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for heading in ("Field", "Value", "Set by", "Replaced"):
        table.add_column(heading, overflow="fold")
    for field in explanation.fields:
        name, value, layer, location, replaced = _row(field)
        # Fields that the site configuration does not set are dimmed: readers look for those that it sets.
        style = "dim" if field.layer is Layer.SUPPLIED and field.place is None else ""
        set_by = Text(layer) if field.place is None else Text(layer).append(f"\n{location}", style="dim")
        table.add_row(Text(name), Text(value), set_by, Text(replaced), style=style)
    return drawn(table)
