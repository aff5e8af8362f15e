"""Layers over the list, and their effect on the address, the history and the focus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from tests.browser.conftest import ended

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

MODELS = [model for model in load_document()["models"] if not ended(model)]
REFS = [model["modelRef"] for model in MODELS]
NAMES = [model["displayName"] for model in MODELS]
MANY = next(model for model in MODELS if "modelConfigAllTiers" in model)


@pytest.fixture
def visited(visit: Callable[..., Visit], gateway: Served) -> Visit:
    return visit(gateway.url + "/")


def test_closing_restores_the_list_and_the_history(visited: Visit) -> None:
    page = visited.page
    page.get_by_label("Search").fill("sonnet")
    listed = visited.address()
    page.locator("#rows a.name").nth(1).click()
    assert "model=" in visited.address()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(listed)
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("Search")).to_have_value("")


def test_back_closes_and_forward_opens_again(visited: Visit) -> None:
    page = visited.page
    page.locator("#rows a.name").first.click()
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.go_forward()
    expect(page.get_by_role("dialog", name=NAMES[0], exact=True)).to_be_visible()


def test_a_click_outside_a_layer_closes_it_and_one_inside_does_not(visited: Visit) -> None:
    page = visited.page
    page.locator("#rows a.name").first.click()
    page.locator("#details h3").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.mouse.click(20, 300)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_linked_model_is_highlighted_visible_and_focused(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#model={REFS[-1]}")
    row = opened.page.locator("#rows tr.current")
    expect(row).to_have_count(1)
    expect(row).to_contain_text(NAMES[-1])
    expect(row).to_be_in_viewport()
    opened.page.keyboard.press("Escape")
    expect(opened.page.get_by_role("dialog")).to_have_count(0)
    expect(row.locator("a.name")).to_be_focused()
    expect(row).to_have_count(1)


def test_models_are_added_to_and_removed_from_a_comparison_by_keyboard(
    visit: Callable[..., Visit], gateway: Served
) -> None:
    opened = visit(f"{gateway.url}/#compare={REFS[0]}&compare={REFS[1]}")
    page = opened.page
    page.get_by_role("button", name="Compare", exact=True).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Comparing 2 models")
    expect(dialog).to_be_visible()
    lines = dialog.locator("tbody tr")
    differing = lines.filter(has_text="differs").count()
    assert 0 < differing < lines.count()
    page.get_by_label("Only differences").focus()
    page.keyboard.press("Space")
    assert lines.filter(visible=True).count() == differing
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    # The browser returns to the list asynchronously.
    expect(page).not_to_have_url(re.compile("show=compare"))
    page.get_by_role("button", name=f"Remove from comparison: {NAMES[0]}", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"Remove from comparison: {NAMES[1]}", exact=True)).to_be_focused()
    expect(page.get_by_role("button", name="Compare", exact=True)).to_be_disabled()


def test_showing_the_same_view_again_keeps_the_focus(visit: Callable[..., Visit], gateway: Served) -> None:
    page = visit(f"{gateway.url}/#compare={REFS[0]}&compare={REFS[1]}").page
    removal = page.get_by_role("button", name=f"Remove from comparison: {NAMES[1]}", exact=True)
    removal.focus()
    page.evaluate("() => window.dispatchEvent(new PopStateEvent('popstate'))")
    expect(removal).to_be_focused()


def test_a_comparison_can_be_started_from_the_details(visited: Visit) -> None:
    page = visited.page
    page.locator("#rows a.name").first.click()
    page.locator("#details-compare").click()
    expect(page.locator("#details-compare")).to_have_text("Remove from comparison")
    page.keyboard.press("Escape")
    expect(page.get_by_role("checkbox", name=f"Compare {NAMES[0]}", exact=True)).to_be_checked()


@pytest.mark.parametrize("way", ["Escape", "back", "button"])
def test_a_selection_in_the_details_stays_and_closing_restores_the_address(way: str, visited: Visit) -> None:
    page = visited.page
    page.get_by_label("Search").fill(REFS[1])
    listed = visited.address()
    page.locator("#rows a.name").first.click()
    for _ in range(3):
        page.locator("#details-compare").click()
    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "back":
        page.go_back()
    else:
        page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(re.compile(re.escape(f"&compare={REFS[1]}") + "$"))
    assert visited.address().replace(f"&compare={REFS[1]}", "") == listed
    expect(page.get_by_role("checkbox", name=f"Compare {NAMES[1]}", exact=True)).to_be_checked()
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("Search")).to_have_value("")


def test_a_linked_model_closes_to_the_list_and_does_not_open_again(
    visit: Callable[..., Visit], gateway: Served
) -> None:
    opened = visit(f"{gateway.url}/#q=sonnet&model={REFS[0]}")
    page = opened.page
    page.locator("#details-compare").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert opened.address() == f"{gateway.url}/#q=sonnet&compare={REFS[0]}"


def test_each_layer_is_closed_by_one_step(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#compare={REFS[0]}&compare={REFS[1]}")
    page = opened.page
    listed = opened.address()
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_role("dialog").get_by_role("link", name=NAMES[1], exact=True).click()
    expect(page.get_by_role("dialog", name=NAMES[1], exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()
    expect(page.get_by_role("dialog", name="Comparing 2 models")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(listed)


def test_links_and_references_can_be_copied(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#q=sonnet&model={REFS[0]}", permissions=["clipboard-read", "clipboard-write"])
    for button, text in (("Copy link", f"{gateway.url}/#model={REFS[0]}"), ("Copy reference", REFS[0])):
        opened.page.get_by_role("button", name=button).click()
        expect(opened.page.locator("#announcer")).to_have_text("Copied")
        assert opened.page.evaluate("() => navigator.clipboard.readText()") == text


def test_context_windows_of_a_subscription_are_shown_and_sorted(visited: Visit) -> None:
    page = visited.page
    page.get_by_label("Context windows").select_option(label="Enterprise")
    row = page.locator("#rows tr", has=page.locator(f'a[href="#model={MANY["modelRef"]}"]'))
    tokens = MANY["modelConfigAllTiers"]["enterprise"]["contextWindow"]["maxInputTokens"]
    expect(row).to_contain_text(f"{tokens:,}")
    assert "windows=enterprise" in visited.address()
    page.get_by_label("Sort by").select_option(label="Context window, input")
    widest = max(
        model.get("modelConfigAllTiers", {}).get("enterprise", model)["contextWindow"]["maxInputTokens"]
        for model in MODELS
    )
    expect(page.locator("#rows tr").first).to_contain_text(f"{widest:,}")
    expect(page.locator("#window-unit")).to_contain_text(f"{widest:,}")


def test_every_selected_capability_is_required_and_a_chip_removes_one(visited: Visit) -> None:
    page = visited.page
    group = page.get_by_role("group", name="Capability")

    def with_all(*names: str) -> list[str]:
        return [model["displayName"] for model in MODELS if set(names) <= set(model["capabilities"])]

    group.get_by_label("autocomplete").check()
    group.get_by_label("edit").check()
    assert visited.names() == with_all("autocomplete", "edit") != with_all("autocomplete")
    counted = group.locator("label", has_text="chat").locator(".number")
    expect(counted).to_have_text(str(len(with_all("autocomplete", "edit", "chat"))))
    page.get_by_role("button", name="Remove filter Capability: edit").click()
    assert visited.names() == with_all("autocomplete")
    expect(page.get_by_role("button", name="Remove filter Capability: autocomplete")).to_be_focused()


def test_the_focused_element_is_never_hidden_behind_the_tray(visit: Callable[..., Visit], gateway: Served) -> None:
    for width, height in ((1280, 700), (360, 640)):
        opened = visit(f"{gateway.url}/#compare={REFS[0]}&compare={REFS[1]}", width=width, height=height)
        opened.page.locator("#rows a.name").first.focus()
        for _ in range(40):
            opened.page.keyboard.press("Tab")
            hidden = opened.page.evaluate(
                """() => {
                  const tray = document.getElementById('tray');
                  const box = document.activeElement.getBoundingClientRect();
                  return !tray.contains(document.activeElement) && box.top >= tray.getBoundingClientRect().top
                      && box.bottom <= tray.getBoundingClientRect().bottom;
                }"""
            )
            assert not hidden, opened.focused()


def test_printing_shows_every_model_and_no_button(visited: Visit) -> None:
    page = visited.page
    page.emulate_media(media="print")
    expect(page.locator("#tools")).to_be_hidden()
    expect(page.locator("#rows tr").last).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.documentElement).colorScheme") == "light"
