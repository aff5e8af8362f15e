"""Fixtures: a real browser, its options, and the servers whose page it shows."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from modelconfig import load_document
from tests.helpers.npm import install
from tests.helpers.programs import required_program
from tests.modelconfig.server.documents import ROOT
from tests.modelconfig.server.process import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.modelconfig.server.process import Served

HERE = ROOT / "tests" / "browser"
SYSTEM = ("/usr/local/bin", "/usr/bin")
# Without these options the browser requests updates and experiments from its vendor's servers.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DAY = load_document()["revision"][:10]
"""The day of the visitor's clock, unless a test sets another one: that of the catalogue."""
TOKEN = "browser-token-0123456789abcdef"
SITE = """{
  // Only what a test looks for differs from what is supplied.
  "modelConfiguration": {
    "sourcegraph": {"modelFilters": {"deny": ["*gpt*"]}, "pollingInterval": "never"}
  }
}
"""


# Not for the whole session: while it runs, nothing else in this process can run an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium; where it is not installed, the tests are skipped, except in CI."""
    # The build without a screen, which has the same engine, takes half the time.
    program = required_program("chromium-headless-shell")
    alone = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=[*QUIET, *alone])
        yield running
        running.close()


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run a gateway with the embedded document."""
    with served(tmp_path_factory.mktemp("gateway"), "gateway") as running:
        yield running


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run an instance whose site configuration removes some models."""
    folder = tmp_path_factory.mktemp("instance")
    (folder / "site.jsonc").write_text(SITE)
    tokens = folder / "tokens"
    tokens.write_text(TOKEN + "\n")
    tokens.chmod(0o600)
    with served(folder, "instance", "--site-config", folder / "site.jsonc", "--tokens", tokens) as running:
        yield running


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core as a script for the page."""
    return (install(HERE).modules / "axe-core" / "axe.min.js").read_text("utf-8")


@dataclass
class Visit:
    """One page in its own browser context, with its console messages, errors and requests."""

    page: Page
    axe: str = field(repr=False)
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """Return the violations that axe-core finds in the current state of the page."""
        # Not as a script element, which the page's policy forbids, but as the developer tools run it.
        self.page.evaluate(self.axe)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        options: dict[str, Any] = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
        # Part of WCAG 2.2 AA, but disabled by default.
        options["rules"] = {"target-size": {"enabled": True}}
        found: dict[str, Any] = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{one['id']}: {node['html']} {node['failureSummary']}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def names(self) -> list[str]:
        """Return the names of the models in the list, in its order."""
        return self.page.locator("#rows a.name").all_inner_texts()

    def address(self) -> str:
        """Return the address according to the page, because Playwright's value can be outdated."""
        result: str = self.page.evaluate("() => location.href")
        return result

    def focused(self) -> str:
        """Return the accessible name of the focused element."""
        result: str = self.page.evaluate(
            "() => (document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
            " || document.activeElement.labels?.[0]?.innerText || document.activeElement.id || '').trim()"
        )
        return result


@pytest.fixture
def visit(browser: Browser, axe: str) -> Iterator[Callable[..., Visit]]:
    """Open an address with a window size and a colour scheme; afterwards, check its console and its requests."""
    visits: list[Visit] = []

    def open_page(
        url: str, *, width: int = 1280, height: int = 900, dark: bool = False, day: str = DAY, **more: Any
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **more
        )
        context.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00"))
        page = context.new_page()
        made = Visit(page, axe)
        visits.append(made)
        page.on(
            "console",
            lambda message: made.complaints.append(message.text) if message.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: made.complaints.append(str(error)))
        page.on("request", lambda request: made.requests.append(request.url))
        page.goto(url)
        return made

    yield open_page
    for one in visits:
        complaints, requests, url = one.complaints, one.requests, one.page.url
        one.page.context.close()
        origin = url.split("/", 3)[:3]
        assert complaints == []
        assert [
            asked for asked in requests if asked.split("/", 3)[:3] != origin and not asked.startswith("data:")
        ] == []


def ended(model: dict[str, Any]) -> bool:
    """Whether the page hides a model of the catalogue on the catalogue's day, until the visitor asks for it."""
    return bool(model["status"] == "deprecated" or model.get("retiresOn", "9999") <= DAY)


def written(folder: Path) -> str:
    """Return the address of a page in a folder."""
    return (folder / "index.html").as_uri()
