"""The lifecycle of models on the page: bars, events, countdown from the visitor's clock, and what is hidden."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from tests.browser.conftest import DAY, ended
from tests.browser.pages import with_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

DOCUMENT = load_document()
MODELS = DOCUMENT["models"]
ENDED = [model for model in MODELS if ended(model)]
ENDING = next(model for model in MODELS if not ended(model) and "retiresOn" in model and "replacement" in model)
WHOLE = next(model for model in MODELS if {"releasedOn", "deprecatedOn", "retiresOn"} <= set(model))
NAMES = {model["modelRef"]: model["displayName"] for model in MODELS}


@pytest.fixture
def visited(visit: Callable[..., Visit], gateway: Served) -> Visit:
    return visit(gateway.url + "/")


def near(day: str, days: int) -> str:
    return str(date.fromisoformat(day) + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-15, "retires in 15 days"),
        (-1, "retires tomorrow"),
        (0, "retired today"),
        (1, "retired yesterday"),
        (40, "retired 40 days ago"),
        (200, "retired 7 months ago"),
        (1500, "retired 4 years ago"),
    ],
)
def test_the_countdown_uses_the_visitor_s_clock(
    days: int, text: str, visit: Callable[..., Visit], gateway: Served
) -> None:
    opened = visit(f"{gateway.url}/#model={ENDING['modelRef']}", day=near(ENDING["retiresOn"], days))
    expect(opened.page.locator("#details .state, #details .sub")).to_contain_text(text)
    hidden = days >= 0
    expect(opened.page.locator("#rows tr.current")).to_have_count(0 if hidden else 1)


@pytest.mark.parametrize("day", ["1970-01-01", "2100-01-01"])
def test_a_wrong_clock_breaks_nothing(day: str, visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(gateway.url + "/#deprecated=show", day=day)
    assert opened.names() == [model["displayName"] for model in MODELS]
    retired = [model for model in MODELS if model.get("retiresOn", "9999") <= day]
    expect(opened.page.locator('#rows .badge[data-status="retired"]')).to_have_count(len(retired))


def test_a_page_that_stays_open_counts_from_the_new_day(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#model={ENDING['modelRef']}", day=near(ENDING["retiresOn"], -3))
    expect(opened.page.locator("#details")).to_contain_text("retires in 3 days")
    opened.page.clock.set_fixed_time(f"{near(ENDING['retiresOn'], -2)}T09:00")
    opened.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(opened.page.locator("#details")).to_contain_text("retires in 2 days")


def test_details_list_the_events_in_the_order_of_time(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#model={WHOLE['modelRef']}")
    days = {
        "Released": WHOLE["releasedOn"],
        "Deprecated": WHOLE["deprecatedOn"],
        "Retired" if WHOLE["retiresOn"] <= DAY else "Retires": WHOLE["retiresOn"],
        "Today": DAY,
    }
    lines = opened.page.locator("#details .events li")
    shown = [line.inner_text().split("\n")[:2] for line in lines.all()]
    assert shown == [[title, day] for title, day in sorted(days.items(), key=lambda item: item[1])]


def test_bars_show_the_days_on_one_scale_of_time(visited: Visit) -> None:
    visited.page.get_by_role("switch").check()
    row = visited.page.locator("#rows tr", has=visited.page.locator(f'a.name[href="#model={WHOLE["modelRef"]}"]'))
    first, last = map(int, visited.page.locator("#status-unit").inner_text().split(" to "))
    start, length = date(first, 1, 1), (date(last + 1, 1, 1) - date(first, 1, 1)).days
    track = box_of(row.locator(".life"))

    def place(day: str) -> float:
        return float(track["x"] + track["width"] * (date.fromisoformat(day) - start).days / length)

    use, ending = box_of(row.locator(".part.use")), box_of(row.locator(".part.ending"))
    assert use["x"] == pytest.approx(place(WHOLE["releasedOn"]), abs=1)
    assert use["x"] + use["width"] == pytest.approx(place(WHOLE["deprecatedOn"]), abs=1)
    assert ending["x"] == pytest.approx(place(WHOLE["deprecatedOn"]), abs=1)
    assert ending["x"] + ending["width"] == pytest.approx(place(WHOLE["retiresOn"]), abs=1)
    now = {round(box_of(line)["x"]) for line in visited.page.locator("#rows .tick.now").all()}
    assert len(now) == 1
    assert now.pop() == pytest.approx(place(DAY), abs=2)


def box_of(found: Locator) -> Any:
    return found.bounding_box()


def test_a_replacement_opens_in_place_and_one_step_back_closes_it(visited: Visit) -> None:
    page = visited.page
    page.get_by_label("Search").fill(ENDING["modelRef"])
    listed = visited.address()
    page.locator("#rows a.name").first.click()
    page.get_by_role("dialog").get_by_role("link", name=NAMES[ENDING["replacement"]], exact=True).click()
    expect(page.get_by_role("dialog", name=NAMES[ENDING["replacement"]], exact=True)).to_be_visible()
    assert visited.focused() == NAMES[ENDING["replacement"]]
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(listed)


def test_deprecated_and_retired_models_are_hidden_behind_a_switch(visited: Visit) -> None:
    page = visited.page
    expect(page.locator("#ended-count")).to_have_text(str(len(ENDED)))
    assert visited.names() == [model["displayName"] for model in MODELS if not ended(model)]
    switch = page.get_by_role("switch", name="Show deprecated and retired")
    switch.focus()
    page.keyboard.press("Space")
    assert visited.names() == [model["displayName"] for model in MODELS]
    assert "deprecated=show" in visited.address()
    expect(switch).to_be_checked()
    page.go_back()
    expect(switch).not_to_be_checked()


def test_a_search_that_finds_only_hidden_models_offers_them(visited: Visit) -> None:
    page = visited.page
    page.get_by_label("Search").fill(ENDED[-1]["modelRef"])
    expect(page.locator("#empty-text")).to_have_text("Only deprecated or retired models match: 1.")
    page.get_by_role("button", name="Show deprecated and retired models").click()
    assert visited.names() == [ENDED[-1]["displayName"]]


def test_a_filter_by_status_selects_hidden_models_too(visited: Visit) -> None:
    page = visited.page
    group = page.get_by_role("group", name="Status")
    retired = [model for model in MODELS if model.get("retiresOn", "9999") <= DAY]
    counted = group.locator("label", has_text="retired").locator(".number")
    expect(counted).to_have_text(str(len(retired)))
    group.get_by_label("retired").check()
    assert visited.names() == [model["displayName"] for model in retired]
    expect(page.get_by_role("switch")).to_be_disabled()
    group.get_by_label("retired").uncheck()
    group.get_by_label("retires within 90 days").check()
    soon = [model for model in MODELS if DAY < model.get("retiresOn", "9999") <= near(DAY, 90)]
    assert visited.names() == [model["displayName"] for model in soon] != []


def test_a_default_that_ends_soon_is_marked(visit: Callable[..., Visit], tmp_path: Path) -> None:
    document = load_document()
    document["defaultModels"]["chat"] = ENDING["modelRef"]
    opened = visit(with_data(tmp_path, load_document(), document), day=near(ENDING["retiresOn"], -15))
    expect(opened.page.locator("#defaults li").first).to_contain_text("retires in 15 days")


def test_days_that_do_not_exist_or_are_out_of_order_break_nothing(visit: Callable[..., Visit], tmp_path: Path) -> None:
    document = load_document()
    given: list[dict[str, Any]] = [
        {"releasedOn": "2026-02-30", "retiresOn": "soon"},
        {"releasedOn": "9999-12-31", "deprecatedOn": "0001-01-01", "retiresOn": "9999-12-31"},
        {"releasedOn": "2026-05-01", "deprecatedOn": "2026-03-01", "retiresOn": "2026-01-01"},
        {"retiresOn": 20261231, "replacement": ["a"]},
        {"retiresOn": "2027-01-01", "replacement": "a::b::gone"},
    ]
    for model, days in zip(document["models"], given, strict=False):
        for name in ("releasedOn", "deprecatedOn", "retiresOn", "replacement"):
            model.pop(name, None)
        model.update(days)
    document["models"][0]["replacement"] = document["models"][1]["modelRef"]
    document["models"][1]["replacement"] = document["models"][0]["modelRef"]
    opened = visit(with_data(tmp_path, load_document(), document) + "#deprecated=show")
    page = opened.page
    assert opened.names() == [model["displayName"] for model in document["models"]]
    first, last = map(int, page.locator("#status-unit").inner_text().split(" to "))
    assert last - first <= 9
    for model in document["models"][: len(given)]:
        page.evaluate("ref => { location.hash = `#deprecated=show&model=${ref}`; }", model["modelRef"])
        expect(page.get_by_role("dialog", name=model["displayName"], exact=True)).to_be_visible()
    expect(page.get_by_role("dialog")).to_contain_text("a::b::gone")
    page.evaluate("ref => { location.hash = `#model=${ref}`; }", document["models"][0]["modelRef"])
    expect(page.get_by_role("dialog")).to_contain_text('"releasedOn": "2026-02-30"')
