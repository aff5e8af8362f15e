"""The page of an instance: no data without a token, and the token is only sent to the instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from modelconfig import load_document
from modelconfig.server.attempt_limit import ATTEMPTS
from tests.browser.conftest import TOKEN, ended
from tests.modelconfig.server.instances import TOKEN as SITE_TOKEN
from tests.modelconfig.server.instances import InstanceProcess

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Visit
    from tests.modelconfig.server.process import Served

OFFERED = [model for model in load_document()["models"] if "gpt" not in model["modelRef"]]
LISTED = [model["displayName"] for model in OFFERED if not ended(model)]


def ignore_unauthorized_messages(opened: Visit) -> None:
    """Ignore the browser's console messages about responses with status 401."""
    assert all("401" in message for message in opened.complaints)
    opened.complaints.clear()


def sign_in(opened: Visit, token: str) -> None:
    opened.page.get_by_label("Access token").fill(token)
    opened.page.get_by_role("button", name="Show the models").click()


def test_the_page_without_a_token_contains_no_model(visit: Callable[..., Visit], instance: Served) -> None:
    answer = instance.get("/")
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"]
    assert b"claude" not in answer.body.lower()
    opened = visit(instance.url + "/")
    expect(opened.page.get_by_role("heading", name="Sign in")).to_be_visible()
    ignore_unauthorized_messages(opened)


def test_a_token_shows_what_this_site_offers(visit: Callable[..., Visit], instance: Served) -> None:
    opened = visit(instance.url + "/")
    ignore_unauthorized_messages(opened)
    sign_in(opened, TOKEN)
    expect(opened.page.locator("#count")).to_have_text(f"{len(LISTED)} of {len(OFFERED)} models")
    assert opened.names() == LISTED
    assert TOKEN not in opened.address()
    assert TOKEN not in opened.page.content()
    assert not [asked for asked in opened.requests if TOKEN in asked]


def test_a_rejected_token_is_reported_and_not_stored(visit: Callable[..., Visit], instance: Served) -> None:
    opened = visit(instance.url + "/")
    for token, words in (
        ("wrong-token-0123456789", "rejects this token"),
        ("two words", "visible ASCII"),
        ("ümlaut", "ASCII"),
    ):
        sign_in(opened, token)
        expect(opened.page.get_by_role("alert")).to_contain_text(words)
    assert opened.page.evaluate("() => sessionStorage.length + localStorage.length") == 0
    ignore_unauthorized_messages(opened)


def test_too_many_attempts_are_reported(visit: Callable[..., Visit], tmp_path: Path) -> None:
    with InstanceProcess(tmp_path).running() as limited:
        for _ in range(2 * ATTEMPTS):
            limited.get("/status", {})
        opened = visit(limited.process.url + "/")
        sign_in(opened, "wrong-token-0123456789")
        expect(opened.page.get_by_role("alert")).to_contain_text("Try again in a few seconds")
        sign_in(opened, SITE_TOKEN)
        expect(opened.page.locator("#rows tr").first).to_be_visible()
        assert all("401" in message or "429" in message for message in opened.complaints)
        opened.complaints.clear()


def test_a_reload_keeps_the_token_and_signing_out_deletes_it(visit: Callable[..., Visit], instance: Served) -> None:
    opened = visit(instance.url + "/")
    sign_in(opened, TOKEN)
    expect(opened.page.locator("#rows tr")).to_have_count(len(LISTED))
    opened.page.reload()
    expect(opened.page.locator("#rows tr")).to_have_count(len(LISTED))
    opened.page.get_by_role("button", name="Sign out").click()
    expect(opened.page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert opened.page.evaluate("() => sessionStorage.length") == 0
    expect(opened.page.locator("#rows tr")).to_have_count(0)
    ignore_unauthorized_messages(opened)


def test_a_request_with_a_token_header_gets_the_page_with_models(visit: Callable[..., Visit], instance: Served) -> None:
    """As behind a proxy that authenticates the visitor and adds the header."""
    opened = visit(instance.url + "/", extra_http_headers={"Authorization": f"Bearer {TOKEN}"})
    assert opened.names() == LISTED


def test_a_stored_token_that_is_no_longer_accepted_is_deleted(visit: Callable[..., Visit], instance: Served) -> None:
    opened = visit(instance.url + "/")
    sign_in(opened, TOKEN)
    expect(opened.page.locator("#rows tr")).to_have_count(len(LISTED))
    opened.page.route("**/supported-models.json", lambda route: route.fulfill(status=401, body="Unauthorized"))
    opened.page.reload()
    expect(opened.page.get_by_role("alert")).to_contain_text("rejects this token")
    assert opened.page.evaluate("() => sessionStorage.length") == 0
    ignore_unauthorized_messages(opened)


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (503, "", "no valid configuration"),
        (500, "", "status 500"),
        (200, '{"models": [', "not valid JSON"),
        (200, "[]", "not a model configuration"),
        (200, "<!doctype html>", "not valid JSON"),
        (None, "", "unreachable"),
    ],
)
def test_an_unavailable_instance_shows_an_error(
    status: int | None, body: str, words: str, visit: Callable[..., Visit], instance: Served
) -> None:
    opened = visit(instance.url + "/")
    answer = "**/supported-models.json"
    if status is None:
        opened.page.route(answer, lambda route: route.abort())
    else:
        opened.page.route(answer, lambda route: route.fulfill(status=status, body=body))
    sign_in(opened, TOKEN)
    expect(opened.page.get_by_role("alert")).to_contain_text(words)
    expect(opened.page.get_by_label("Access token")).to_be_focused()
    expect(opened.page.locator("#catalogue")).to_be_hidden()
    # The browser itself writes failed requests to its console.
    assert all("Failed to load resource" in message for message in opened.complaints)
    opened.complaints.clear()
