"""Comparison of documents: each kind of change, its text, and that no credential and no unchanged value is shown."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from modelconfig.diagnostics.phrases import printable, visible
from modelconfig.documents.diff import ChangedItem, DiffKind, DocumentChange, compare, render
from modelconfig.documents.diff_markdown import as_markdown


def model(ref: str, **members: Any) -> dict[str, Any]:
    window = {"maxInputTokens": 7000, "maxOutputTokens": 4000}
    return {"modelRef": ref, "capabilities": ["chat", "edit"], "contextWindow": window, **members}


def document(*models: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {
        "revision": "2026-01-01.1",
        "providers": [{"id": "acme"}],
        "models": list(models),
        "defaultModels": {"chat": "acme::v1::a"},
        **members,
    }


OLD = document(model("acme::v1::a"), model("acme::v1::b"), model("acme::v1::c"))

CASES: dict[str, tuple[dict[str, Any], str]] = {
    "revision": (document(*OLD["models"], revision="2026-01-02.1"), "~ revision: 2026-01-01.1 -> 2026-01-02.1"),
    "unknown member": (document(*OLD["models"], future={"x": [1.0]}), "~ future.x: none -> [1]"),
    "provider added": (document(*OLD["models"], providers=[{"id": "acme"}, {"id": "bolt"}]), "+ provider bolt"),
    "provider renamed": (
        document(*OLD["models"], providers=[{"id": "acme", "displayName": "Acme"}]),
        "~ provider acme\n    displayName: none -> Acme",
    ),
    "model added": (document(*OLD["models"], model("acme::v1::d")), "+ model acme::v1::d"),
    "model removed": (document(*OLD["models"][:2]), "- model acme::v1::c"),
    "model moved": (
        document(OLD["models"][2], *OLD["models"][:2]),
        "~ model acme::v1::c moved from position 3 to 1",
    ),
    "nested field": (
        document(
            *OLD["models"][:2],
            model("acme::v1::c", contextWindow={"maxInputTokens": 8000, "maxOutputTokens": 4000}),
        ),
        "~ model acme::v1::c\n    contextWindow.maxInputTokens: 7000 -> 8000",
    ),
    "empty object": (
        document(*OLD["models"][:2], model("acme::v1::c", clientSideConfig={"openAICompatible": {}})),
        "~ model acme::v1::c\n    clientSideConfig.openAICompatible: none -> {}",
    ),
    "capabilities": (
        document(*OLD["models"][:2], model("acme::v1::c", capabilities=["tools", "chat", "vision"])),
        "~ model acme::v1::c\n    capabilities: +tools +vision -edit",
    ),
    "two fields": (
        document(*OLD["models"][:2], model("acme::v1::c", status="beta", tier="pro")),
        "~ model acme::v1::c\n    status: none -> beta\n    tier: none -> pro",
    ),
    "default changed": (
        document(*OLD["models"], defaultModels={"chat": "acme::v1::b"}),
        "~ default chat: acme::v1::a -> acme::v1::b",
    ),
    "default added": (
        document(*OLD["models"], defaultModels={"chat": "acme::v1::a", "fastChat": "acme::v1::b"}),
        "~ default fastChat: none -> acme::v1::b",
    ),
    "control characters": (
        document(*OLD["models"], revision="a\nb\u202e"),
        "~ revision: 2026-01-01.1 -> a\\nb\\u202e",
    ),
    "escapes of JSON are not escaped again": (
        document(*OLD["models"], future=["a\nb"]),
        '~ future: none -> ["a\\nb"]',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_kind_of_change(case: str) -> None:
    new, text = CASES[case]
    inputs = copy.deepcopy((OLD, new))
    found = compare(OLD, new)
    assert render(found) == text
    assert (OLD, new) == inputs
    assert all(set(change.to_json()) == {"kind", "subject", "name", "field", "old", "new"} for change in found)
    json.dumps([change.to_json() for change in found])


def test_insignificant_differences_are_no_changes() -> None:
    new = document(
        model("acme::v1::a", displayName=None),
        {"capabilities": ["edit", "chat"], **{k: v for k, v in model("acme::v1::b").items() if k != "capabilities"}},
        model("acme::v1::c", contextWindow={"maxOutputTokens": 4000.0, "maxInputTokens": 7000}),
    )
    assert compare(OLD, new) == []
    assert render([]) == ""


def test_capabilities_are_shown_as_differences() -> None:
    new = document(*OLD["models"][:2], model("acme::v1::c", capabilities=["vision"]))
    assert compare(OLD, new) == [
        DocumentChange(
            kind=DiffKind.CHANGED,
            subject=ChangedItem.MODEL,
            name="acme::v1::c",
            field="capabilities",
            old=["chat", "edit"],
            new=["vision"],
        )
    ]


ODD = ["a|b", "`", "``a` ", " ", "", "\\|", "<b>*x*</b> [a](b)", "line\nbreak", "\\", "\u202e", "@team #1"]


@pytest.mark.parametrize("value", ODD, ids=ascii)
def test_markdown_shows_each_value_as_text(value: str) -> None:
    new = document(*OLD["models"][:2], model("acme::v1::c", displayName=value), model(f"acme::v1::{value}"))
    changes = compare(OLD, new)
    rows = cells(as_markdown(changes, {1: value}))
    shown = visible(value) if value.strip() else f'"{value}"'
    assert rows[1] == ["added", f"model {visible(f'acme::v1::{value}')}", "", "", "", ""]
    assert rows[2] == ["changed", "model acme::v1::c", "displayName", "", shown, printable(value).strip()]


def test_markdown_counts_the_items_and_shows_capabilities_as_differences() -> None:
    changed = model("acme::v1::a", capabilities=["edit", "tools"], contextWindow={"maxInputTokens": 1})
    new = document(changed, OLD["models"][2], OLD["models"][1], defaultModels={})
    text = as_markdown(compare(OLD, new))
    assert text.splitlines()[0] == "1 model changed, 1 model moved, 1 default removed"
    assert cells(text)[1:] == [
        ["changed", "model acme::v1::a", "capabilities", "-chat", "+tools"],
        ["changed", "model acme::v1::a", "contextWindow.maxInputTokens", "7000", "1"],
        ["changed", "model acme::v1::a", "contextWindow.maxOutputTokens", "4000", ""],
        ["moved", "model acme::v1::b", "position", "2", "3"],
        ["removed", "default chat", "", "acme::v1::a", ""],
    ]
    assert as_markdown([]) == "No differences.\n"


def cells(text: str) -> list[list[str]]:
    """Return the text of each cell of a table, by row, as a Markdown parser reads it."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            assert {child.type for child in token.children or []} <= {"text", "code_inline"}
            rows[-1].append("".join(child.content for child in token.children or []))
    return rows


def test_no_secret_is_shown() -> None:
    canary = "canary-value"
    secret = {"serverSideConfig": {"type": "openai", "accessToken": canary}, "apiKey": canary}
    new = document(*OLD["models"][:2], model("acme::v1::c", **secret, clientSideConfig={"list": [{"token": canary}]}))
    other = json.loads(json.dumps(new).replace(canary, "canary-other"))
    for old in (OLD, other):
        found = compare(old, new)
        shown = render(found) + json.dumps([change.to_json() for change in found])
        assert "canary" not in shown
        assert {change.field for change in found} >= {"serverSideConfig", "apiKey"}


@given(st.permutations(range(8)), st.permutations(range(8)))
def test_moves_are_correct_and_minimal(old: list[int], new: list[int]) -> None:
    before = document(*[model(f"acme::v1::{n}") for n in old])
    after = document(*[model(f"acme::v1::{n}") for n in new])
    moved = {change.name for change in compare(before, after) if change.kind is DiffKind.MOVED}
    names = [[f"acme::v1::{n}" for n in order if f"acme::v1::{n}" not in moved] for order in (old, new)]
    assert names[0] == names[1]
    assert len(moved) <= 7
    if old == new:
        assert not moved


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)
odd_documents = st.fixed_dictionaries(
    {},
    optional={
        "providers": json_values | st.lists(st.fixed_dictionaries({"id": json_values})),
        "models": json_values | st.lists(st.fixed_dictionaries({"modelRef": json_values, "capabilities": json_values})),
        "defaultModels": json_values,
    },
)


@given(odd_documents | json_values, odd_documents | json_values)
def test_values_of_wrong_types_raise_nothing(old: Any, new: Any) -> None:
    render(compare(old, new))
    assert compare(old, old) == []
