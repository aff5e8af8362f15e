"""Write disagreements as text: one line each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from modelconfig.comparison.disagreement import Disagreement, Statement
from modelconfig.diagnostics.phrases import visible
from modelconfig.documents.pricing import dollars

_NAMES = {
    "inputTokenPennies": "input price",
    "outputTokenPennies": "output price",
    "maxInputTokens": "input tokens",
    "maxOutputTokens": "output tokens",
    "modelName": "model name",
}


def comparison_row(disagreement: Disagreement) -> tuple[str, str, str, str, str]:
    """Return severity, code, kind, reference and the two sides of a disagreement, for a table without headings."""
    return (
        disagreement.severity.value,
        disagreement.code,
        disagreement.kind.value,
        visible(disagreement.ref),
        _sides(disagreement),
    )


def _sides(one: Disagreement) -> str:
    shown = [f"{_NAMES.get(one.field, one.field)}:"]
    if one.field == "capabilities":
        shown = [f"{visible(one.detail)}:"]
    shown.append(f"ours {_value(one.field, one.ours)}")
    if one.agree:
        shown[-1] += ","
        shown.append(f"theirs {_value(one.field, one.theirs)} ({_sources(one.agree)}{_against(one)})")
    else:
        shown[-1] += ", found in no source"
    if one.detail and one.field != "capabilities":
        shown[-1] += f"; {visible(one.detail)}"
    return " ".join(shown)


def _against(one: Disagreement) -> str:
    return "".join(f"; {visible(each.source)} says {_value(one.field, each.value)}" for each in one.dissent)


def _sources(statements: Sequence[Statement]) -> str:
    return ", ".join(
        visible(each.source) + ("" if each.reason == "same name" else f": {visible(each.reason)}")
        for each in statements
    )


def _value(field: str, value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case int() | float() if field.endswith("Pennies"):
            return dollars(value)
        case int():
            return f"{value:,}"
    return visible(str(value))
