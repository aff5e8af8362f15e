"""Documents whose names are those of properties that every JavaScript object inherits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from tests.browser.pages import with_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Visit

INHERITED = [
    "__proto__",
    "constructor",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "isPrototypeOf",
    "__defineGetter__",
    "toJSON",
    "then",
    "length",
]


@pytest.mark.parametrize("name", INHERITED)
def test_any_name_is_shown_wherever_a_document_may_have_it(
    name: str, visit: Callable[..., Visit], tmp_path: Path
) -> None:
    source = load_document()
    document: dict[str, Any] = load_document()
    first, second = document["models"][:2]
    document["defaultModels"][name] = first["modelRef"]
    document["providers"].append({"id": name, "displayName": name, name: name})
    document[name] = {name: name}
    others = {
        "modelRef": f"{name}::{name}::{name}",
        "modelName": name,
        "capabilities": ["chat", name],
        "category": name,
        "tier": name,
        "status": name,
        "modelConfigAllTiers": {name: {"contextWindow": {"maxInputTokens": 5, name: 1}, name: 2}},
        "estimatedModelCost": {"unit": name, "inputTokenPennies": 3, name: 4},
        "contextWindow": {"maxInputTokens": 7, "maxOutputTokens": 8, name: name},
        "clientSideConfig": {name: name},
        "replacement": name,
        name: {name: "a later property"},
    }
    second.update({key: value for key, value in others.items() if key != "modelRef"})
    document["models"].append({**first, **others, "displayName": f"named {name}"})
    ref = others["modelRef"]
    opened = visit(with_data(tmp_path, source, document))
    page = opened.page
    expect(page.locator("#defaults li").last).to_contain_text(first["displayName"])
    assert opened.names()[-1] == f"named {name}"
    for facet in ("Provider", "Status", "Capability", "Tier", "Category"):
        expect(page.get_by_role("group", name=facet).get_by_label(name, exact=False).first).to_be_attached()
    page.get_by_role("group", name="Category").get_by_label(name).check()
    assert opened.names() == [second["displayName"], f"named {name}"]
    page.get_by_label("Context windows").select_option(value=name)
    page.evaluate("ref => { location.hash = `#model=${ref}`; }", ref)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("a later property")
    page.evaluate(
        "refs => { location.hash = '#show=compare&' + refs.map(ref => `compare=${ref}`).join('&'); }",
        [first["modelRef"], ref],
    )
    line = page.get_by_role("dialog").get_by_role("row").filter(has=page.get_by_role("rowheader", name=name)).last
    expect(line.get_by_role("cell").first).to_have_text("\N{EN DASH}")
