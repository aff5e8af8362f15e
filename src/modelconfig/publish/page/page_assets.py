"""The hand-written parts of the page, read from the package and put together in a fixed order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "assets"
STYLES = ("styles/base.css", "styles/tools.css", "styles/table.css", "styles/dialogs.css", "styles/narrow.css")
"""Later ones win over earlier ones."""
SCRIPTS = (
    "scripts/basics/theme.js",
    "scripts/basics/elements.js",
    "scripts/basics/wording.js",
    "scripts/state/reading.js",
    "scripts/state/state.js",
    "scripts/state/choosing.js",
    "scripts/views/windows.js",
    "scripts/views/facets.js",
    "scripts/views/table.js",
    "scripts/views/details.js",
    "scripts/views/comparison.js",
    "scripts/views/sign_in.js",
    "scripts/main.js",
)
"""Each may use what stands before it, and inside functions also what comes later."""


@cache
def template() -> str:
    """Return the document with `@@name@@` where something is to be put."""
    return _read("page.html")


@cache
def style() -> str:
    """Return the whole style sheet."""
    return "\n".join(_read(name) for name in STYLES)


@cache
def script() -> str:
    """Return the whole script: one function, so that it leaves no name behind."""
    body = "\n".join(_read(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def _read(name: str) -> str:
    # Checkouts and archives may change line ends; the digests in the policy are of these bytes.
    return (_FOLDER / name).read_text("utf-8").replace("\r\n", "\n")
