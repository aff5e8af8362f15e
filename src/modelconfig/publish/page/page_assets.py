"""Read the template, styles and scripts of the page from the package, in a fixed order."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "assets"
STYLES = (
    "styles/base.css",
    "styles/tools.css",
    "styles/table.css",
    "styles/lifecycle.css",
    "styles/dialogs.css",
    "styles/narrow.css",
)
"""Later styles override earlier ones."""
SCRIPTS = (
    "scripts/basics/theme.js",
    "scripts/basics/elements.js",
    "scripts/basics/wording.js",
    "scripts/basics/days.js",
    "scripts/state/lifecycle.js",
    "scripts/state/reading.js",
    "scripts/state/ranges.js",
    "scripts/state/state.js",
    "scripts/state/choosing.js",
    "scripts/views/windows.js",
    "scripts/views/sources.js",
    "scripts/views/timeline.js",
    "scripts/views/facets.js",
    "scripts/views/table.js",
    "scripts/views/details.js",
    "scripts/views/snippet.js",
    "scripts/views/comparison.js",
    "scripts/views/sign_in.js",
    "scripts/main.js",
)
"""Each may use earlier scripts, and in functions also later ones."""


def _read(*names: str) -> str:
    # Checkouts and archives may change line endings; the hashes in the policy are of these bytes.
    return "\n".join((_FOLDER / name).read_text("utf-8").replace("\r\n", "\n") for name in names)


TEMPLATE = _read("page.html")
"""The HTML template, with placeholders `@@name@@`."""
STYLE = _read(*STYLES)
"""The whole style sheet."""
SCRIPT = f'(() => {{\n"use strict";\n{_read(*SCRIPTS)}}})();\n'
"""The whole script, in one function, so that it defines no global names."""
