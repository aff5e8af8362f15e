"""Select models by keyboard, price and context window, and copy one for a site configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from modelconfig import check_site, load_document, merge_site, read_site
from tests.browser.conftest import ended

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

MODELS = [model for model in load_document()["models"] if not ended(model)]
REFS = [model["modelRef"] for model in MODELS]
NAMES = [model["displayName"] for model in MODELS]
CODING = next(model for model in MODELS if model["capabilities"] == ["autocomplete"])
MANY = next(model for model in MODELS if "modelConfigAllTiers" in model)


@pytest.fixture
def visited(visit: Callable[..., Visit], gateway: Served) -> Visit:
    return visit(gateway.url + "/")


def test_a_slash_moves_to_the_search(visited: Visit) -> None:
    page = visited.page
    search = page.get_by_label("Search")
    page.keyboard.press("/")
    expect(search).to_be_focused()
    expect(search).to_have_value("")
    page.keyboard.type("a/b")
    expect(search).to_have_value("a/b")
    search.fill("sonnet")
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("haiku")
    expect(search).to_have_value("haiku")
    page.get_by_role("checkbox").first.focus()
    with_shift = {"key": "/", "shiftKey": True, "bubbles": True, "cancelable": True}
    page.evaluate("init => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init))", with_shift)
    expect(search).to_be_focused()
    page.get_by_label("Input cost").focus()
    page.keyboard.press("/")
    expect(search).not_to_be_focused()
    page.locator("#rows a.name").first.click()
    page.keyboard.press("/")
    expect(search).not_to_be_focused()


def test_limits_of_prices_and_context_windows_filter(visited: Visit) -> None:
    page = visited.page

    def cheap(model: dict[str, Any], limit: float) -> bool:
        return bool(model["estimatedModelCost"]["inputTokenPennies"] <= limit * 100)

    page.get_by_label("Input cost").fill("0.5")
    expected = [model["displayName"] for model in MODELS if cheap(model, 0.5)]
    assert visited.names() == expected
    assert 0 < len(expected) < len(MODELS)
    page.get_by_label("Input tokens, at least").fill("20000")
    both = [
        model["displayName"]
        for model in MODELS
        if cheap(model, 0.5) and model["contextWindow"]["maxInputTokens"] >= 20000
    ]
    assert visited.names() == both
    assert "max-cost=0.5&min-input=20000" in visited.address()
    expect(page.locator("#chips")).to_contain_text("Input cost: at most $0.50")
    page.get_by_role("button", name="Remove filter Input cost").click()
    expect(page.get_by_label("Input cost")).to_have_value("")
    page.get_by_role("button", name="Clear all").click()
    assert visited.names() == NAMES


@pytest.mark.parametrize("value", ["-1", "NaN", "1e999", "abc", "0x"])
def test_an_invalid_limit_in_the_address_is_ignored(value: str, visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#max-cost={value}&min-output={value}")
    assert opened.names() == NAMES


def test_a_model_is_copied_as_a_site_configuration(
    visit: Callable[..., Visit], gateway: Served, tmp_path: Path
) -> None:
    for ref in (REFS[0], REFS[-1], MANY["modelRef"], CODING["modelRef"]):
        opened = visit(f"{gateway.url}/#model={ref}", permissions=["clipboard-read", "clipboard-write"])
        opened.page.get_by_role("button", name="Copy site configuration").click()
        expect(opened.page.locator("#announcer")).to_have_text("Copied")
        file = tmp_path / "site.json"
        file.write_text(opened.page.evaluate("() => navigator.clipboard.readText()"), "utf-8")
        assert opened.page.locator("#details .snippet pre").text_content() == file.read_text("utf-8")
        site, problems = read_site(file)
        assert site is not None
        problems += check_site(load_document(), site.value)
        # The output budgets of some catalogue models exceed their input budgets.
        assert {problem.code for problem in problems} <= {"MC231"}
        document = merge_site(load_document(), site.value).document
        assert document is not None
        merged = {model["modelRef"]: model for model in document["models"]}
        model = next(model for model in load_document()["models"] if model["modelRef"] == ref)
        tiers = model.get("modelConfigAllTiers", {})
        window = tiers.get("enterprise", model)["contextWindow"]
        assert merged[ref] == {**model, "tier": "enterprise", "contextWindow": window}
