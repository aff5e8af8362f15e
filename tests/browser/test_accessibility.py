"""Every state of the page checked with axe-core: WCAG 2.2 AA and best practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from tests.browser.conftest import ended

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

MODELS = load_document()["models"]
REFS = [model["modelRef"] for model in MODELS]
DEPRECATED = [model["modelRef"] for model in MODELS if model["status"] == "deprecated"]
FEW = "q=haiku"
"""Most of the time goes into the rows, so only two states show all of them."""
STATES = {
    "list": "",
    "filtered": "#status=deprecated&capability=chat",
    "sorted": f"#{FEW}&sort=-input",
    "deprecated and retired models": "#deprecated=show&sort=retires",
    "limits": f"#{FEW}&max-cost=3&min-input=10000",
    "nothing found": "#q=zzzzzz",
    "picked": f"#{FEW}&compare={REFS[0]}&compare={DEPRECATED[0]}",
    "compared": f"#{FEW}&compare={REFS[0]}&compare={REFS[3]}&compare={DEPRECATED[0]}&show=compare",
    "details": f"#{FEW}&model={REFS[0]}",
    "details of a deprecated one": f"#{FEW}&model={DEPRECATED[0]}",
    "a model that is gone": f"#{FEW}&model=a::b::c",
}


def at_rest(page: Page) -> None:
    """Wait until animations end, because colours cannot be checked during a transition."""
    page.evaluate("() => Promise.all(document.getAnimations().map((one) => one.finished))")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360], ids=["wide", "phone"])
@pytest.mark.parametrize("state", STATES)
def test_each_state_passes_the_accessibility_rules(
    state: str,
    width: int,
    dark: bool,  # noqa: FBT001  # a parameter
    visit: Callable[..., Visit],
    gateway: Served,
) -> None:
    opened = visit(f"{gateway.url}/{STATES[state]}", width=width, dark=dark)
    at_rest(opened.page)
    assert opened.violations() == []


def test_the_site_configuration_of_a_model_passes_the_accessibility_rules(
    visit: Callable[..., Visit], gateway: Served
) -> None:
    opened = visit(f"{gateway.url}/#{FEW}&model={REFS[0]}", width=390)
    opened.page.get_by_text("Site configuration that overrides this model").click()
    at_rest(opened.page)
    assert opened.violations() == []
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_filters_on_a_phone_pass_the_accessibility_rules(
    dark: bool,  # noqa: FBT001  # a parameter
    visit: Callable[..., Visit],
    gateway: Served,
) -> None:
    opened = visit(f"{gateway.url}/#{FEW}", width=360, dark=dark)
    opened.page.get_by_role("button", name="Filters").click()
    assert opened.violations() == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360], ids=["wide", "phone"])
def test_signing_in_passes_the_accessibility_rules(
    width: int,
    dark: bool,  # noqa: FBT001  # a parameter
    visit: Callable[..., Visit],
    instance: Served,
) -> None:
    opened = visit(instance.url + "/", width=width, dark=dark)
    assert opened.violations() == []
    opened.page.get_by_label("Access token").fill("not-a-token-of-this-instance")
    opened.page.get_by_role("button", name="Show the models").click()
    expect(opened.page.get_by_role("alert")).to_contain_text("rejects this token")
    assert opened.violations() == []
    # The browser itself writes the rejected request to the console.
    assert all("401" in message for message in opened.complaints)
    opened.complaints.clear()


def test_the_list_is_a_table_to_a_screen_reader_at_any_width(visit: Callable[..., Visit], gateway: Served) -> None:
    for width in (1280, 360):
        opened = visit(gateway.url + "/", width=width)
        table = opened.page.get_by_role("table", name="Models")
        expect(table).to_be_visible()
        row = table.get_by_role("row").nth(1)
        assert row.get_by_role("rowheader").count() == 1
        assert row.get_by_role("cell").count() >= 6


def test_changes_are_announced(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(gateway.url + "/")
    count = opened.page.locator("#count")
    assert count.get_attribute("role") == "status"
    opened.page.get_by_label("Search").fill("haiku")
    found = len([model for model in MODELS if "haiku" in model["modelRef"] and not ended(model)])
    expect(count).to_have_text(f"{found} of {len(REFS)} models")


def test_reduced_motion_is_respected(visit: Callable[..., Visit], gateway: Served) -> None:
    opened = visit(f"{gateway.url}/#model={REFS[0]}", reduced_motion="reduce")
    assert opened.page.evaluate("() => document.getAnimations().length") == 0
