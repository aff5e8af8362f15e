"""The page in a real browser: its actions by mouse, by keyboard, and by address."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from tests.browser.conftest import ended, written
from tests.browser.pages import paged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

ALL = load_document()["models"]
MODELS = [model for model in ALL if not ended(model)]
NAMES = [model["displayName"] for model in MODELS]


@pytest.fixture
def visited(visit: Callable[..., Visit], gateway: Served) -> Visit:
    return visit(gateway.url + "/")


def test_all_models_are_listed_in_catalogue_order(visited: Visit) -> None:
    assert visited.names() == NAMES
    expect(visited.page.locator("#count")).to_have_text(f"{len(NAMES)} of {len(ALL)} models")
    assert load_document()["revision"] in visited.page.locator("#edition").inner_text()


def test_search_finds_models_by_name_reference_and_provider(visited: Visit) -> None:
    search = visited.page.get_by_label("Search")
    for typed in ("haiku", "deepseek-", "Mistral"):
        search.fill(typed)
        expected = [
            model["displayName"]
            for model in MODELS
            if typed.lower() in (model["displayName"] + model["modelRef"]).lower()
        ]
        assert expected
        expect(visited.page.locator("#count")).to_have_text(f"{len(expected)} of {len(ALL)} models")
        assert visited.names() == expected


def test_filters_combine_and_can_be_cleared(visited: Visit) -> None:
    page = visited.page
    page.get_by_role("group", name="Provider").get_by_label("OpenAI").check()
    page.get_by_role("group", name="Capability").get_by_label("reasoning").check()
    expected = [
        model["displayName"]
        for model in MODELS
        if model["modelRef"].startswith("openai::") and "reasoning" in model["capabilities"]
    ]
    assert expected
    assert visited.names() == expected
    page.get_by_role("group", name="Status").get_by_label("deprecated").check()
    page.get_by_role("group", name="Status").get_by_label("stable").check()
    assert visited.names() == [
        model["displayName"] for model in MODELS if model["displayName"] in expected and model["status"] == "stable"
    ]
    page.get_by_role("button", name="Clear all").click()
    assert visited.names() == NAMES


def test_tiers_and_categories_filter_too(visited: Visit) -> None:
    visited.page.get_by_role("group", name="Tier").get_by_label("pro").check()
    visited.page.get_by_role("group", name="Category").get_by_label("accuracy").check()
    assert visited.names() == [
        model["displayName"] for model in MODELS if (model["tier"], model["category"]) == ("pro", "accuracy")
    ]


def test_headings_sort_in_both_directions(visited: Visit) -> None:
    heading = visited.page.get_by_role("columnheader", name="Context window")
    heading.get_by_role("button").click()
    first = heading.get_attribute("aria-sort")
    sizes = [model["contextWindow"]["maxInputTokens"] for model in MODELS]

    def shown() -> list[int]:
        texts = visited.page.locator("#rows .window .lane:first-child .number").all_inner_texts()
        return [int(text.split(" ")[0].replace(",", "").removesuffix("tokens.")) for text in texts]

    assert shown() == sorted(sizes, reverse=first == "descending")
    heading.get_by_role("button").click()
    assert {first, heading.get_attribute("aria-sort")} == {"ascending", "descending"}
    assert shown() == sorted(sizes, reverse=first != "descending")


def test_bars_use_one_scale(visited: Visit) -> None:
    widths = visited.page.eval_on_selector_all(
        "#rows tr",
        """rows => rows.map(row => {
             const lane = row.querySelector('.window .lane');
             return lane.querySelector('.fill').getBoundingClientRect().width
                  / lane.querySelector('.track').getBoundingClientRect().width; })""",
    )
    sizes = [model["contextWindow"]["maxInputTokens"] for model in MODELS]
    for width, size in zip(widths, sizes, strict=True):
        assert width == pytest.approx(size / max(sizes), abs=0.02)


def test_default_and_deprecated_models_are_marked(visited: Visit) -> None:
    defaults = load_document()["defaultModels"]
    chat = visited.page.locator("#rows tr", has_text=defaults["chat"].rpartition("::")[2]).first
    expect(chat).to_contain_text("Default: chat")
    visited.page.get_by_role("switch").check()
    for model, row in zip(ALL, visited.page.locator("#rows tr").all(), strict=True):
        assert ("deprecated" in (row.get_attribute("class") or "")) == ended(model)
        text = row.locator(".status").inner_text()
        assert ("deprecated" in text or "retired" in text) == ended(model)


def test_at_most_four_models_are_compared_side_by_side(visited: Visit) -> None:
    page = visited.page
    for name in NAMES[:4]:
        page.get_by_role("checkbox", name=f"Compare {name}", exact=True).first.check()
    fifth = page.get_by_role("checkbox", name=f"Compare {NAMES[7]}", exact=True).first
    fifth.click()
    expect(fifth).not_to_be_checked()
    expect(page.locator("#tray-note")).to_contain_text("At most 4")
    page.get_by_role("button", name="Compare", exact=True).click()
    dialog = page.get_by_role("dialog", name="Comparing 4 models")
    expect(dialog).to_be_visible()
    for row in dialog.locator("tbody tr").all():
        texts = set(row.locator("td").all_inner_texts())
        if not row.locator(".lane, .price").count():
            assert ("differs" in row.locator("th").inner_text()) == (len(texts) > 1)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    # The browser returns to the list asynchronously.
    expect(page).not_to_have_url(re.compile("show=compare"))
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(page.locator("#tray")).to_be_hidden()


def test_each_model_has_a_link_that_opens_it(visited: Visit, visit: Callable[..., Visit], gateway: Served) -> None:
    for number in (0, len(NAMES) - 1):
        link = visited.page.locator("#rows a.name").nth(number).get_attribute("href")
        other = visit(f"{gateway.url}/{link}")
        expect(other.page.get_by_role("dialog", name=NAMES[number], exact=True)).to_be_visible()
        expect(other.page.locator("#details")).to_contain_text(MODELS[number]["modelRef"])
        assert NAMES[number] in other.page.title()


def test_a_link_to_a_removed_model_shows_a_message(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#model=anthropic::v9::gone")
    expect(opened.page.get_by_role("dialog", name="No such model")).to_contain_text("anthropic::v9::gone")


def test_a_view_can_be_shared_closed_and_reopened(visited: Visit, visit: Callable[..., Visit], gateway: Served) -> None:
    page = visited.page
    page.get_by_role("group", name="Provider").get_by_label("Google").check()
    page.get_by_label("Search").fill("flash")
    page.get_by_label("Sort by").select_option(label="Name")
    view = visited.names()
    assert 0 < len(view) < len(NAMES)
    address = visited.address()
    assert address.startswith(gateway.url)
    assert visit(address).names() == view
    for _ in range(3):
        page.go_back()
    expect(page.locator("#rows a.name")).to_have_text(NAMES)
    for _ in range(3):
        page.go_forward()
    expect(page.locator("#rows a.name")).to_have_text(view)
    expect(page).to_have_url(address)


def test_every_action_is_available_by_keyboard(visited: Visit) -> None:
    page = visited.page

    def go_to(name: str, limit: int = 400) -> None:
        for _ in range(limit):
            if visited.focused().startswith(name):
                assert page.evaluate("() => document.activeElement.matches(':focus-visible')")
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no way to {name!r} by the tabulator")

    page.keyboard.press("Tab")
    assert visited.focused() == "Skip to the models"
    page.keyboard.press("Enter")
    assert visited.focused() == "Models"
    page.evaluate("() => document.activeElement.blur()")
    go_to("Search")
    page.keyboard.type("sonnet")
    go_to("Anthropic")
    page.keyboard.press("Space")
    go_to("Model")
    page.keyboard.press("Enter")
    names = visited.names()
    assert names == sorted(names, key=str.lower)
    for name in dict.fromkeys(names[:2]):
        go_to(f"Compare {name}")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    go_to(names[-1])
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=names[-1])).to_be_visible()
    page.keyboard.press("Escape")
    assert visited.focused().startswith(names[-1])
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_colours_follow_the_system_and_the_visitor(visit: Callable[..., Visit], gateway: Served) -> None:
    def brightness(one: Visit) -> float:
        colour = one.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        return sum(map(float, colour[colour.index("(") + 1 : -1].replace(",", " ").split()[:3])) / 3

    light, dark = visit(gateway.url + "/"), visit(gateway.url + "/", dark=True)
    assert brightness(light) > 200
    assert brightness(dark) < 60
    light.page.get_by_label("Dark").check()
    assert brightness(light) < 60
    light.page.reload()
    assert brightness(light) < 60


def test_a_phone_can_filter_too(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(gateway.url + "/", width=360, height=740, has_touch=True, is_mobile=True)
    opened.page.get_by_role("button", name="Filters").tap()
    opened.page.get_by_role("group", name="Provider").get_by_label("Mistral").check()
    expected = [model["displayName"] for model in MODELS if model["modelRef"].startswith("mistral::")]
    assert opened.names() == expected != []


def test_an_empty_search_result_shows_a_message_and_can_be_reset(visited: Visit) -> None:
    visited.page.get_by_label("Search").fill("no such model anywhere")
    expect(visited.page.get_by_text("No model matches.")).to_be_visible()
    visited.page.get_by_role("button", name="Clear search and filters").click()
    assert visited.names() == NAMES


def test_the_folder_s_page_works_from_disk(visit: Callable[..., Visit], tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "modelconfig", "page", "--output", str(tmp_path)], check=True, capture_output=True
    )
    opened = visit(written(tmp_path))
    assert opened.names() == NAMES
    opened.page.get_by_label("Search").fill("haiku")
    assert 0 < len(opened.names()) < len(NAMES)


def test_unknown_values_and_markup_are_shown_as_text(visit: Callable[..., Visit], tmp_path: Path) -> None:
    document = load_document()
    hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
    document["models"][0] |= {
        "displayName": hostile,
        "status": "dormant",
        "capabilities": ["chat", "telepathy"],
        "vibes": [hostile],
    }
    document["models"][1] |= {"contextWindow": {"maxInputTokens": 2**53 - 1, "maxOutputTokens": 1}}
    del document["models"][2]["displayName"]
    opened = visit(paged(tmp_path, document | {"revision": "2031-01-01.1", "more": {"a": 1}}))
    assert opened.names()[0] == hostile
    assert opened.page.locator("#rows img, #rows script").count() == 0
    expect(opened.page.get_by_role("group", name="Capability").get_by_label("telepathy")).to_be_visible()
    opened.page.locator("#rows a.name").first.click()
    expect(opened.page.get_by_role("dialog", name=hostile)).to_contain_text("vibes")


def test_five_thousand_models_can_be_searched(visit: Callable[..., Visit], tmp_path: Path) -> None:
    document = load_document()
    some = document["models"][0]
    document["models"] += [
        some | {"modelRef": f"anthropic::v1::model-{number}", "displayName": f"Model {number}"}
        for number in range(5000)
    ]
    total = len(document["models"])
    opened = visit(paged(tmp_path, document))
    expect(opened.page.locator("#count")).to_contain_text(f"of {total:,} models")
    opened.page.get_by_label("Search").fill("model-4321")
    assert opened.names() == ["Model 4321"]
    opened.page.get_by_label("Search").fill("")
    opened.page.get_by_role("button", name="Show all").click()
    expect(opened.page.locator("#rows a.name")).to_have_count(total - len(ALL) + len(MODELS))
