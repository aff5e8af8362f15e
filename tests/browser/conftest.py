"""A real browser, what it may be told, and the servers whose page it shows."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.helpers.npm import install
from tests.modelconfig.server.documents import ROOT
from tests.modelconfig.server.process import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.modelconfig.server.process import Served

HERE = ROOT / "tests" / "browser"
SYSTEM = ("/usr/local/bin", "/usr/bin")
# Without these a browser asks its maker's servers for updates and experiments, which is nobody's test.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TOKEN = "browser-token-0123456789abcdef"
SITE = """{
  // Only what a test looks for differs from what is supplied.
  "modelConfiguration": {
    "sourcegraph": {"modelFilters": {"deny": ["*gpt*"]}, "pollingInterval": "never"}
  }
}
"""


# Not for the whole run: while it is there, nothing else in this process can run an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where it cannot be had, the tests say so, but never under CI."""
    program = shutil.which("chromium", path=os.pathsep.join([os.environ.get("PATH", ""), *SYSTEM]))
    if program is None:
        # Not as an assertion: pytest would print the whole environment with it.
        if os.environ.get("CI"):
            pytest.fail("there is no chromium, which a CI machine must have")
        pytest.skip("there is no chromium on this machine")
    alone = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=[*QUIET, *alone])
        yield running
        running.close()


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A gateway with the embedded document."""
    with served(tmp_path_factory.mktemp("gateway"), "gateway") as running:
        yield running


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An instance whose site configuration leaves some models out."""
    folder = tmp_path_factory.mktemp("instance")
    (folder / "site.jsonc").write_text(SITE)
    tokens = folder / "tokens"
    tokens.write_text(TOKEN + "\n")
    tokens.chmod(0o600)
    with served(folder, "instance", "--site-config", folder / "site.jsonc", "--tokens", tokens) as running:
        yield running


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules of accessibility, as a script for the page."""
    return (install(HERE).modules / "axe-core" / "axe.min.js").read_text("utf-8")


@dataclass
class Visit:
    """One page in a browser of its own, and everything that it did that a visitor would not see."""

    page: Page
    axe: str = field(repr=False)
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """Return what axe-core finds wrong with the page as it is now."""
        # Not as a script element, which the page's policy would forbid: as the developer tools would run it.
        self.page.evaluate(self.axe)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        options: dict[str, Any] = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
        # Part of WCAG 2.2 AA, and off unless it is asked for.
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
        """Return where the page says that it is; what Playwright knows may be older."""
        told: str = self.page.evaluate("() => location.href")
        return told

    def focused(self) -> str:
        """Return what a screen reader would call what has the focus."""
        told: str = self.page.evaluate(
            "() => (document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
            " || document.activeElement.labels?.[0]?.innerText || document.activeElement.id || '').trim()"
        )
        return told


@pytest.fixture
def visit(browser: Browser, axe: str) -> Iterator[Callable[..., Visit]]:
    """Open an address, in a window of a size, light or dark; afterwards, hold the page to having been quiet."""
    visits: list[Visit] = []

    def open_page(url: str, *, width: int = 1280, height: int = 900, dark: bool = False, **more: Any) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **more
        )
        page = context.new_page()
        made = Visit(page, axe)
        visits.append(made)
        page.on(
            "console", lambda said: made.complaints.append(said.text) if said.type in {"error", "warning"} else None
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


def written(folder: Path) -> str:
    """Return the address of a page in a folder."""
    return (folder / "index.html").as_uri()
