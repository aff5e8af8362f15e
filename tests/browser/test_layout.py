"""The layout of the page: on any screen and with any values, no element overflows its container."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from tests.browser.pages import paged, with_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

MODELS = load_document()["models"]
# Elements that extend beyond the left or right edge of their column; hidden elements have no edges.
OUTSIDE = """(selector) => {
  const column = document.querySelector(".tools").getBoundingClientRect();
  return [...document.querySelectorAll(selector)]
    .map((found) => [found.textContent.slice(0, 40), found.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < column.left - 0.5 || box.right > column.right + 0.5))
    .map(([text]) => text);
}"""


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1000, 1280, 1920])
def test_nothing_overflows_at_any_width(width: int, visit: Callable[..., Visit], gateway: Served) -> None:
    address = f"{gateway.url}/#compare={MODELS[0]['modelRef']}&compare={MODELS[1]['modelRef']}"
    opened = visit(address, width=width, height=800)
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= width
    opened.page.locator("#rows a.name").first.click()
    box = opened.page.locator("#details").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("width", [320, 390, 1050, 1060, 1270, 1280, 1290, 1440, 1450, 1920])
def test_the_list_is_as_wide_as_the_elements_above_it(width: int, visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(gateway.url + "/", width=width, height=800)
    assert opened.page.evaluate(OUTSIDE, "#models, #models td, .defaults li") == []


@pytest.mark.parametrize("width", [320, 390, 1060, 1280, 1920])
def test_long_and_large_values_do_not_overflow(width: int, visit: Callable[..., Visit], tmp_path: Path) -> None:
    document = load_document()
    document["models"][0] |= {
        "displayName": "W" * 120,
        "category": "c" * 60,
        "tier": "t" * 60,
        "status": "s" * 60,
        "capabilities": ["chat", "x" * 60],
        "contextWindow": {"maxInputTokens": 2**53 - 1, "maxOutputTokens": 2**53 - 1},
        "modelCost": {"unit": "mtok", "inputTokenPennies": 1e21, "outputTokenPennies": 1e-7},
    }
    opened = visit(paged(tmp_path, document), width=width, height=800)
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert opened.page.evaluate(OUTSIDE, "#models, #models td, #models td *, .defaults li") == []


def test_an_empty_catalogue_shows_a_message(visit: Callable[..., Visit], tmp_path: Path) -> None:
    # No such document can be published, but a site configuration can remove all models.
    empty = {**load_document(), "models": [], "providers": [], "defaultModels": {}}
    opened = visit(with_data(tmp_path, load_document(), empty))
    expect(opened.page.get_by_text("This catalogue has no models.")).to_be_visible()
    for name in ("Clear search and filters", "Filters"):
        expect(opened.page.get_by_role("button", name=name)).to_have_count(0)
