"""The hand-written parts of the page, read from the package and put together in a fixed order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "assets"
STYLES = ("base.css", "tools.css", "table.css", "dialogs.css", "narrow.css")
"""Later ones win over earlier ones."""
SCRIPTS = (
    "theme.js",
    "elements.js",
    "wording.js",
    "reading.js",
    "state.js",
    "choosing.js",
    "windows.js",
    "facets.js",
    "table.js",
    "details.js",
    "comparison.js",
    "sign_in.js",
    "main.js",
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
