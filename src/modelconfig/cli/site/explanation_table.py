"""An explanation as people read it: a table, drawn on a terminal, plain in a pipe, and notes below it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from modelconfig.analysis.subjects import SubjectKind
from modelconfig.cli.tables import aligned, drawn
from modelconfig.diagnostics.phrases import visible
from modelconfig.jsontext.writer import canonical
from modelconfig.merge.layers import ABSENT, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.analysis.explain import ExplainedField, Explanation, KeptOut, SettingLocation

HEADINGS = ("FIELD", "VALUE", "SET BY", "AT", "REPLACED")
_LONGEST = 60
"""Characters of an object before it is cut."""


def as_table(found: Explanation) -> str:
    """Return an explanation as text. The table is drawn where standard output is a terminal."""
    if not found.present:
        return f"{_title(found)} is supplied and not offered: {_why(found.kept_out)}.\n"
    table = _drawn_table(found) if sys.stdout.isatty() else aligned([HEADINGS, *map(_row, found.fields)])
    notes = "".join(_notes(found))
    return f"{_title(found)}\n{table}" + ("\n" + notes if notes else "")


def _title(found: Explanation) -> str:
    return visible(found.name) if found.kind is SubjectKind.DEFAULTS else f"{found.kind.value} {visible(found.name)}"


def _why(kept_out: KeptOut | None) -> str:
    if kept_out is None:
        return "it was not merged"
    return f"{kept_out.reason} ({_at(kept_out.place)})" if kept_out.place is not None else kept_out.reason


def _notes(found: Explanation) -> Iterator[str]:
    """Yield why things are as they are, once for all fields of the same reason."""
    fields: dict[str, list[str]] = {}
    for field in found.fields:
        if field.reason:
            fields.setdefault(field.reason, []).append(visible(field.name))
    for reason, names in fields.items():
        yield f"{', '.join(names)}: {visible(reason)}.\n"
    if found.kept_out is not None:
        yield f"The supplied {found.kind.value} of this name is not offered: {_why(found.kept_out)}.\n"


def _row(field: ExplainedField) -> tuple[str, ...]:
    replaced = "-" if field.replaced is ABSENT else _cell(field.replaced)
    if field.replaced_layer not in (None, Layer.SUPPLIED):
        replaced += f" ({field.replaced_layer})"
    return visible(field.name), _cell(field.value), field.layer.value, _at(field.place), replaced


def _cell(value: Any) -> str:
    if value is ABSENT:
        return "(none)"
    if isinstance(value, str):
        return visible(value) if value.strip() else canonical(value)
    if isinstance(value, list) and value and all(isinstance(item, str) and item.strip() for item in value):
        return ", ".join(map(visible, value))
    text = visible(canonical(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _at(place: SettingLocation | None) -> str:
    if place is None:
        return "-"
    if place.line is None:
        return visible(place.pointer)
    return f"{visible(place.file)}:{place.line}:{place.column}"


def _drawn_table(found: Explanation) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for heading in ("ExplainedField", "Value", "Set by", "Replaced"):
        table.add_column(heading, overflow="fold")
    for field in found.fields:
        name, value, layer, at, replaced = _row(field)
        # What the site configuration says is what somebody looks for.
        style = "dim" if field.layer is Layer.SUPPLIED and field.place is None else ""
        setter = Text(layer) if field.place is None else Text(layer).append(f"\n{at}", style="dim")
        table.add_row(Text(name), Text(value), setter, Text(replaced), style=style)
    return drawn(table)
