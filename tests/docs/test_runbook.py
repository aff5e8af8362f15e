"""The runbook has a row for every MC4xx code, log event and metric of the servers."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from modelconfig.diagnostics.codes import CODES
from modelconfig.server.http.metrics import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
RUNBOOK = ROOT / "docs" / "operators" / "runbook.md"
COLUMNS = 4
MODULES = sorted((ROOT / "src" / "modelconfig" / "server").rglob("*.py"))
# The functions that take an event's or a metric's name, and where the name stands among their arguments.
EVENTS = {"event": 2, "log_problems": 2}
METRICS = {"gauge": "", "counter": "_total", "CounterMetricFamily": "_total"}
METRICS |= {"info": "_info", "GaugeMetricFamily": "", "HistogramMetricFamily": ""}


def texts(expression: ast.expr, tree: ast.AST) -> Iterator[str]:
    """Yield the texts of an expression; `…` stands for a value that is known at run time only."""
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in values)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*texts(body, tree), *texts(orelse, tree))
        case ast.BinOp(left=ast.Name(id="PREFIX"), right=right):
            yield from texts(right, tree)
        case ast.Name(id=name):
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
                    yield from texts(node.value, tree)


def first_arguments(functions: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the function's name and the text for each call of one of the functions in a server's module."""
    for module in MODULES:
        tree = ast.parse(module.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
                for text in texts(node.args[functions[node.func.id]], tree):
                    yield node.func.id, text


def metrics() -> set[str]:
    found = first_arguments(dict.fromkeys(METRICS, 0))
    return {PREFIX + name + METRICS[function] for function, name in found}


def events() -> set[str]:
    return {text for _, text in first_arguments(EVENTS)}


def codes() -> set[str]:
    return {code for code in CODES if code.startswith("MC4")}


def rows() -> dict[str, list[list[str]]]:
    """Return the rows of the runbook, by the name in their first cell."""
    found: dict[str, list[list[str]]] = {}
    for line in RUNBOOK.read_text("utf-8").splitlines():
        if line.startswith(("| `", "| [")):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            found.setdefault(cells[0].partition("]")[0].strip("[`"), []).append(cells)
    return found


def test_the_runbook_has_every_code_event_and_metric_and_nothing_else() -> None:
    assert {"document active", "… rejected"} <= events()
    assert "modelconfig_requests_total" in metrics()
    assert set(rows()) == codes() | events() | metrics()


@pytest.mark.parametrize("name", sorted(rows()))
def test_a_row_has_symptom_cause_and_fix(name: str) -> None:
    for cells in rows()[name]:
        assert len(cells) == COLUMNS
        assert all(cells)
