"""Where values come from: shown on hover and focus, on the page of the embedded catalogue only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from modelconfig.documents.companion.data_sources import checked_days, load_embedded_sources, values_by_ref
from tests.browser.conftest import TOKEN, ended
from tests.browser.pages import paged
from tests.browser.test_accessibility import at_rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

COMPANION = load_embedded_sources()
VALUES = values_by_ref(COMPANION)
MODEL = next(
    model
    for model in load_document()["models"]
    if not ended(model) and {"limits", "cost", "lifecycle"} <= VALUES[model["modelRef"]].keys()
)
REF, NAME = MODEL["modelRef"], MODEL["displayName"]
COST = VALUES[REF]["cost"]
TITLES = [f"{COMPANION['sources'][name]['title']} (checked {day})" for name, day in COST["checked"].items()]


@pytest.fixture
def listed(visit: Callable[..., Visit], gateway: Served) -> Visit:
    return visit(f"{gateway.url}/#q={REF}")


def test_the_header_shows_when_the_values_were_checked(listed: Visit) -> None:
    days = checked_days(COMPANION)
    assert days is not None
    expect(listed.page.locator("#age")).to_contain_text(f"Values checked from {days.oldest} to {days.newest}")


def test_a_price_shows_its_sources_on_hover(listed: Visit) -> None:
    page = listed.page
    tip = page.get_by_role("tooltip")
    page.locator("#rows .cost .price").first.hover()
    for title in TITLES:
        expect(tip).to_contain_text(title)
    # The pointer may move to what is shown.
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.locator("#rows .window .lane").first.hover()
    expect(tip).to_contain_text("Technical limits")
    expect(tip).to_contain_text(f"{VALUES[REF]['limits']['output']:,}")
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_every_source_is_shown_on_focus(
    width: int,
    dark: bool,  # noqa: FBT001  # a parameter
    visit: Callable[..., Visit],
    gateway: Served,
) -> None:
    opened = visit(f"{gateway.url}/#model={REF}", width=width, height=844, dark=dark)
    page = opened.page
    tip = page.get_by_role("tooltip")
    at_rest(page)
    for name, text in (
        ("lifecycle", "Lifecycle"),
        ("context windows", "Technical limits"),
        ("cost", TITLES[0]),
    ):
        for _ in range(20):
            page.keyboard.press("Tab")
            if opened.focused().endswith(f"of the {name}"):
                break
        expect(tip).to_contain_text(text)
        box = tip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert opened.violations() == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(tip).to_be_hidden()


def test_the_page_of_another_document_shows_no_sources(
    visit: Callable[..., Visit], instance: Served, tmp_path: Path
) -> None:
    document = load_document()
    document["models"][-1]["displayName"] = "Renamed"
    addresses = [paged(tmp_path, document), instance.url + "/"]
    for address in addresses:
        opened = visit(address, extra_http_headers={"Authorization": f"Bearer {TOKEN}"})
        expect(opened.page.locator("#age")).to_be_hidden()
        assert opened.page.locator("[data-group]").count() == 0
        opened.page.evaluate("ref => { location.hash = `#model=${ref}`; }", REF)
        expect(opened.page.get_by_role("dialog", name=NAME, exact=True)).to_be_visible()
        expect(opened.page.get_by_role("dialog").get_by_role("button", name="Source")).to_have_count(0)


def test_technical_limits_are_shown(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#model={REF}")
    line = opened.page.locator("#details dl > div", has_text="Technical limits")
    expect(line).to_contain_text(f"output {VALUES[REF]['limits']['output']:,}")


def test_prices_after_a_promotion_are_shown(visit: Callable[..., Visit], gateway: Served) -> None:
    ref, cost = next((ref, values["cost"]) for ref, values in VALUES.items() if "until" in values.get("cost", {}))
    opened = visit(f"{gateway.url}/#model={ref}")
    expect(opened.page.get_by_role("dialog")).to_contain_text(
        f"Until {cost['until']}; then ${cost['then']['input'] / 100:.2f} in"
    )
